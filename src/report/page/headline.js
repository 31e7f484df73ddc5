// The first screen: how much came in, how much went, why, and from where. Then what to look at.

function overview(stats) {
  const { total } = stats;
  const gone = total.in.articles - total.kept.articles;
  if (stats.mode === "stats") return contentsOfDump(stats);
  return listedSection(
    "overview",
    "Overview",
    el("h1", {}, headline(total, gone)),
    numbers(stats, gone),
    el("div", { class: "whys" }, why(stats, gone), whereFrom(stats, gone), cleaned(stats)),
    flowFigure(stats),
  );
}

function headline(total, gone) {
  if (total.in.articles === 0) return "No articles came in.";
  if (total.in.articles === 1) return `The one article is ${gone === 0 ? "kept" : "dropped"}.`;
  if (gone === 0) return `All ${counted(total.in.articles, "article")} are kept.`;
  const { articles: kept } = total.kept;
  if (kept === 0) return `None of ${counted(total.in.articles, "article")} is kept.`;
  return (
    `${count(kept)} of ${counted(total.in.articles, "article")} ${kept === 1 ? "is" : "are"} kept; ` +
    `${count(gone)} ${gone === 1 ? "is" : "are"} dropped.`
  );
}

// Of `pressmill stats`, which takes nothing away: what is in the dump.
function contentsOfDump(stats) {
  const { total } = stats;
  const rows = (stats.sites || []).filter((site) => site.site !== "-");
  const sitesAll = kCut.sites ? kCut.sites - ((stats.sites || []).length - rows.length) : rows.length;
  const languagesAll = (stats.languages || []).filter((row) => row.lang).length;
  const clustered = (stats.duplicates || {}).clustered_articles || 0;
  const largest = [...(stats.sites || [])]
    .sort((a, b) => b.in - a.in)
    .slice(0, 3)
    .map((site) => [el("strong", {}, count(site.in)), " from ", shownSite(site.site)]);
  return listedSection(
    "overview",
    "Overview",
    el("h1", {}, `${counted(total.in.articles, "article")} with ${compact(total.in.words)} words`),
    el(
      "dl",
      { class: "numbers" },
      number(
        "Articles",
        count(total.in.articles),
        `in ${counted(kCut.inputs || stats.inputs.length, "file")}, ${bytes(total.in.bytes)}`,
      ),
      number(
        "Words",
        compact(total.in.words),
        `${figure(total.in.words / Math.max(1, total.in.articles))} an article`,
      ),
      withoutText(stats),
      number("Sites", count(sitesAll), `with ${counted(languagesAll, "language")}`),
      clustered > 0
        ? number(
            "In clusters",
            count(clustered),
            `articles, ${share(clustered, total.in.articles)}, that have copies`,
          )
        : null,
      noArticle(stats.lines),
    ),
    largest.length > 0
      ? el("div", { class: "whys" }, el("p", {}, el("strong", {}, "From where: "), joined(largest), "."))
      : null,
  );
}

function withoutText({ dropped, total }) {
  const empty = (dropped || {}).empty || 0;
  if (empty === 0) return null;
  return number("Without text", count(empty), `of the articles, ${share(empty, total.in.articles)}`);
}

function noArticle(lines) {
  if (!(lines.malformed > 0)) return null;
  return number(
    "Malformed",
    count(lines.malformed),
    `${plural(lines.malformed, "line")}, ${share(lines.malformed, lines.all - lines.blank - (lines.not_sampled || 0))} of all`,
  );
}

function number(name, value, more, role) {
  return el(
    "div",
    { class: role || null },
    el("dt", {}, name),
    el("dd", {}, el("div", { class: "big" }, value), el("div", { class: "more-of-it" }, more)),
  );
}

function numbers(stats, gone) {
  const { total, cleaning, lines } = stats;
  const inputs = kCut.inputs || (stats.inputs || []).length;
  const read = sum((stats.inputs || []).map((input) => input.bytes));
  const size = kCut.inputs ? bytes(total.in.bytes) : bytes(read);
  const out = [
    number(
      "Came in",
      count(total.in.articles),
      `${plural(total.in.articles, "article")} · ${counted(inputs, "file")}, ${size}`,
    ),
    number(
      "Kept",
      count(total.kept.articles),
      `${share(total.kept.articles, total.in.articles)} of the articles`,
      "kept",
    ),
    number("Dropped", count(gone), `${share(gone, total.in.articles)} of the articles`, "dropped"),
    number(
      "Words kept",
      compact(total.kept.words),
      `${share(total.kept.words, wordsRead(stats))} of ${compact(wordsRead(stats))}`,
    ),
  ];
  if (cleaning && cleaning.lines_removed > 0)
    out.push(
      number(
        "Cleaned away",
        count(cleaning.lines_removed),
        `${plural(cleaning.lines_removed, "line")}, from ${counted(cleaning.articles, "article")}`,
      ),
    );
  return el("dl", { class: "numbers" }, out, noArticle(lines));
}

// Of the texts before lines were taken out of them.
function wordsRead({ total, cleaning }) {
  return total.in.words + ((cleaning || {}).words_removed || 0);
}

function why(stats, gone) {
  const reasons = ranked(stats.dropped);
  if (gone === 0) return el("p", {}, el("strong", {}, "Why: "), "nothing was dropped.");
  const parts = reasons
    .slice(0, 4)
    .map(([reason, n]) => [el("strong", {}, count(n)), ` ${reasonPhrase(reason, n, stats)}`]);
  if (reasons.length > 4)
    parts.push([el("strong", {}, count(sum(reasons.slice(4).map((one) => one[1])))), " for other reasons"]);
  return el("p", {}, el("strong", {}, "Why: "), joined(parts), ".");
}

function reasonPhrase(reason, n, stats) {
  const one = n === 1;
  const phrases = {
    exact: one ? "is an exact copy" : "are exact copies",
    near: one ? "is a near-duplicate" : "are near-duplicates",
    contained: one ? "stands in a longer article" : "stand in longer articles",
    empty: one ? "has no text" : "have no text",
    language: one ? "is in another language" : "are in other languages",
    guard: "would have lost too much to cleaning",
  };
  return named(phrases, reason) || `by rule ${reason} (${meaningOf(reason, stats) || "of the recipe"})`;
}

// Nodes with commas and an "and" between.
function joined(parts) {
  return parts.map((part, i) => [i === 0 ? null : i === parts.length - 1 ? " and " : ", ", part]);
}

function whereFrom(stats, gone) {
  if (gone === 0) return null;
  const sites = (stats.sites || [])
    .map((site) => ({ name: site.site, gone: site.in - site.kept, in: site.in }))
    .filter((site) => site.gone > 0)
    .sort((a, b) => b.gone - a.gone);
  if (sites.length === 0) return null;
  const first = sites
    .slice(0, 3)
    .map((site) => [
      el("strong", {}, count(site.gone)),
      " from ",
      shownSite(site.name),
      ` (${share(site.gone, site.in)} of its ${count(site.in)})`,
    ]);
  return el(
    "p",
    {},
    el("strong", {}, "From where: "),
    joined(first),
    sites.length > first.length ? `; ${counted(kFigures.lossy_sites, "site")} lost articles.` : ".",
  );
}

function cleaned(stats) {
  const { cleaning } = stats;
  if (!cleaning || cleaning.lines_removed === 0) return null;
  const rules = ranked(cleaning.rules)
    .slice(0, 3)
    .map(([rule, n], i) => [el("strong", {}, count(n)), i === 0 ? " by rule " : " by ", code(rule)]);
  return el(
    "p",
    {},
    el("strong", {}, "From within texts: "),
    `${counted(cleaning.lines_removed, "line")} with `,
    `${counted(cleaning.words_removed, "word")} (${share(cleaning.words_removed, wordsRead(stats))}): `,
    joined(rules),
    ".",
  );
}

// More of them than fit a screen would hide what stands below.
const kLookAtOnce = 8;

// Each sentence has its figures in it.
function lookAt(stats) {
  const found = stats.look || [];
  if (found.length === 0) return null;
  const items = found.map((one) =>
    el(
      "li",
      {},
      el("p", {}, withFlags(shownStart(one.text, 600))),
      one.command ? el("p", {}, el("code", {}, withFlags(shownStart(one.command, 300)))) : null,
    ),
  );
  const rest = items.splice(kLookAtOnce);
  return section(
    "look",
    "Look at these",
    lede("What is unlike the rest of the corpus: the largest of each kind first, then the next."),
    el("ul", { class: "look" }, items),
    rest.length > 0
      ? el(
          "details",
          { class: "rest" },
          el("summary", {}, `${count(rest.length)} more`),
          el("ul", { class: "look" }, rest),
        )
      : null,
    cutNote(kCut.look, found.length, "look.csv"),
  );
}
