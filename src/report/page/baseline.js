// What is otherwise than in an earlier run: volume, reasons, languages, sites that came or went.

const kChangedRows = 12;

// "+12.0 %", "new", "gone", "=": of counts that mean something before and now.
function changeOf(before, now) {
  if (before === now) return "=";
  if (before === 0) return "new";
  if (now === 0) return "gone";
  const percent = (100 * (now - before)) / before;
  return `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`;
}

// `all`: how many there are, where the list was cut.
function changeTable(title, head, rows, nameOf, total) {
  if (!rows || rows.length === 0) return null;
  const all = total || rows.length;
  const change = (row) => (row.before > 0 ? (row.now - row.before) / row.before : row.now > 0 ? Infinity : 0);
  return table({
    title,
    rows,
    first: kChangedRows,
    filter: nameOf,
    part: all > rows.length ? { has: `${count(rows.length)} of ${count(all)} ${head.toLowerCase()}s`, file: "" } : null,
    columns: [
      { name: head, kind: "text", value: nameOf, cell: (row) => shownStart(nameOf(row), 120) },
      { name: "Before", kind: "number", value: (row) => row.before, cell: (row) => changeFigure(row.before) },
      { name: "Now", kind: "number", value: (row) => row.now, cell: (row) => changeFigure(row.now) },
      { name: "Change", kind: "number", value: change, cell: (row) => changeOf(row.before, row.now) },
    ],
    after:
      all > rows.length
        ? note(`The ${count(rows.length)} that changed most; both runs together have ${count(all)}.`)
        : null,
  });
}

// Means with a decimal: what changed little must be seen to have changed.
function changeFigure(n) {
  return Number.isInteger(n) ? count(n) : n.toFixed(1);
}

const kMostChanged = 100; // sites that stats.json tells of

// How many there are in either run, where not all that changed can be told.
function sitesInAll({ before, new: more, changed }) {
  return changed && changed.length >= kMostChanged ? (before || 0) + (more || 0) : 0;
}

function siteList(title, rows) {
  if (!rows || rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row.articles);
  return table({
    title,
    rows,
    columns: [
      { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
      {
        name: "Articles",
        kind: "bar",
        value: (row) => row.articles,
        cell: (row) => barCell(row.articles, largest),
      },
    ],
  });
}

function baseline(stats) {
  const found = stats.baseline;
  if (!found || typeof found !== "object") return null;
  const sitesFound = found.sites || {};
  const volume = [...(found.volume || [])];
  const mean = found.words_per_article;
  if (mean && mean.before !== null && mean.now !== null) volume.push({ name: "words per article", ...mean });
  const articles = volume.find((row) => row.name === "articles");
  const named = (key) => (row) => String(row[key] ?? "unknown");
  const volumeName = ({ name }) => (name === "kept_words" ? "words kept" : name.replaceAll("_", " "));
  const before = found.out_before ? ["in ", code(found.out_before)] : ["before"];
  return section(
    "baseline",
    "Against the baseline",
    articles
      ? lede(
          `${counted(articles.now, "article")} came in, ${count(articles.before)} `,
          ...before,
          ` (${changeOf(articles.before, articles.now)})`,
          sitesFound.new > 0 ? `; ${counted(sitesFound.new, "site")} new` : "",
          sitesFound.vanished > 0 ? `; ${counted(sitesFound.vanished, "site")} vanished` : "",
          sitesFound.now !== undefined
            ? `; ${counted(sitesFound.now, "site")}, ${count(sitesFound.before)} before (${changeOf(sitesFound.before, sitesFound.now)})`
            : "",
          ".",
        )
      : null,
    found.mode_before && found.mode_before !== found.mode_now
      ? note(
          "One is of ",
          code(`pressmill ${found.mode_before}`),
          ", the other of ",
          code(`pressmill ${found.mode_now}`),
          ": stats keeps all.",
        )
      : null,
    el(
      "div",
      { class: "columns tables" },
      changeTable("Volume", "Figure", volume, volumeName),
      changeTable(kTakesAway ? "Articles dropped" : "Articles by reason", "Reason", found.reasons, named("reason")),
      changeTable("Malformed lines", "Kind", found.malformed, named("reason")),
      changeTable("Languages", "Language", found.languages, (row) => languageName(row.lang)),
      changeTable("Sites", "Site", sitesFound.changed, (row) => siteName(row.site), sitesInAll(sitesFound)),
      siteList("Largest new sites", sitesFound.largest_new),
      siteList("Largest sites that vanished", sitesFound.largest_vanished),
    ),
  );
}
