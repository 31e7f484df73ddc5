// Elements. Text reaches the page by text nodes alone, styles by the style object: nothing that
// an article says is ever read as markup.

const kSvg = "http://www.w3.org/2000/svg";

// el("p", {class: "note", onclick: f, "aria-label": "..."}, "text", child, null, [more]).
function el(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(kSvg, name), attributes, children);
}

function filled(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// Text of the corpus: a direction of its own, and what cannot be seen named.
function shown(text, fallback = "") {
  if (text === null || text === undefined || text === "") return el("span", { class: "soft" }, fallback);
  return el("bdi", {}, spelled(String(text)));
}

// The start of it, where there is no room for more: names in tables, lines of any length.
function shownStart(text, most = 240, fallback = "") {
  const characters = Array.from(
    String(text === null || text === undefined ? "" : text).slice(0, 2 * most + 2),
  );
  return shown(
    characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : characters.join(""),
    fallback,
  );
}

// Names of usual length stay on one line where there is room; else they break at their dots.
function shownSite(site) {
  const usual = 28;
  const text = shownStart(siteName(site), 80);
  text.className = siteName(site).length <= usual ? "site" : "site long";
  return splitTexts(text, (data) =>
    data.split(/(?<=\.)/).flatMap((piece, i) => (i > 0 ? [el("wbr"), piece] : [piece])),
  );
}

// Each text right below the element becomes the nodes that `split` makes of it.
function splitTexts(element, split) {
  for (const node of [...element.childNodes])
    if (node.nodeType === Node.TEXT_NODE) node.replaceWith(...split(node.data));
  return element;
}

// Options of the command line, which browsers would break behind their hyphens.
function withFlags(element) {
  return splitTexts(element, (data) =>
    data.split(/(?<![\w-])(--[a-z][a-z0-9-]{0,30})/).map((piece, i) =>
      i % 2 === 1 ? el("span", { class: "flag" }, piece) : piece,
    ),
  );
}

// The direction in which people read this: that of its first letter. Of text in several pieces,
// each of which is isolated, the pieces have to follow each other in that direction, too.
function directionOf(text) {
  const letter = String(text || "").match(/\p{L}/u);
  return letter &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter[0])
    ? "rtl"
    : "ltr";
}

function spelled(text) {
  return pieces(text).map((piece) =>
    piece.name ? el("span", { class: "control", title: piece.code }, piece.name) : piece.text,
  );
}

// The same where there can be no elements: labels of charts, titles.
function plain(text) {
  return pieces(String(text))
    .map((piece) => (piece.name ? `[${piece.name}]` : piece.text))
    .join("");
}

function shortened(text, most) {
  const characters = Array.from(plain(text));
  return characters.length > most ? `${characters.slice(0, most - 1).join("")}…` : characters.join("");
}

function siteName(site) {
  return site === null || site === undefined || site === "-" ? "(no site)" : site;
}

const kSections = [];

// A part of the page with its line in the contents.
function section(id, title, ...children) {
  return listedSection(id, title, el("h2", { id: `${id}-title` }, title), children);
}

// The same with a heading that says more than the line in the contents.
function listedSection(id, title, heading, ...children) {
  heading.id = `${id}-title`;
  const element = el("section", { id, "aria-labelledby": heading.id }, heading, children);
  kSections.push({ id, title, element });
  return element;
}

function lede(...children) {
  return el("p", { class: "lede" }, children);
}

function note(...children) {
  return el("p", { class: "note" }, children);
}

function code(text) {
  return withFlags(el("code", {}, text));
}

// "n more in tables/x.csv", where a list was cut.
function cutNote(cut, shownRows, table, more) {
  if (!cut || cut <= shownRows) return null;
  return note(`${count(cut - shownRows)} more of ${count(cut)} in `, code(`tables/${table}`), more);
}

// Of a table whose list was cut: what of it the page has, and which file has all; else null.
function partOf(cut, shownRows, what, file) {
  if (!cut || cut <= shownRows) return null;
  return { has: `${count(shownRows)} of ${count(cut)} ${what}`, file };
}

function details(summary, ...children) {
  return el("details", {}, el("summary", {}, summary), children);
}
