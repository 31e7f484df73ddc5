// What is otherwise than in an earlier run: volume, reasons, languages, sites that came or went.

const kChangedRows = 12;

// "+12.0 %", "new", "gone": of counts that mean something before and now.
function changeOf(before, now) {
  if (before === 0) return now === 0 ? "–" : "new";
  if (now === 0) return "gone";
  const percent = (100 * (now - before)) / before;
  return `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`;
}

function changeTable(title, head, rows, nameOf, file) {
  if (!rows || rows.length === 0) return null;
  const change = (row) => (row.before > 0 ? (row.now - row.before) / row.before : row.now > 0 ? Infinity : 0);
  return table({
    title,
    rows,
    first: kChangedRows,
    filter: nameOf,
    columns: [
      { name: head, kind: "text", value: nameOf, cell: (row) => shownStart(nameOf(row), 120) },
      { name: "Before", kind: "number", value: (row) => row.before, cell: (row) => figure(row.before) },
      { name: "Now", kind: "number", value: (row) => row.now, cell: (row) => figure(row.now) },
      { name: "Change", kind: "number", value: change, cell: (row) => changeOf(row.before, row.now) },
    ],
    after: file || null,
  });
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
  const named = (key) => (row) => String(row[key] ?? "unknown").replaceAll("_", " ");
  return section(
    "baseline",
    "Against the baseline",
    articles
      ? lede(
          `${counted(articles.now, "article")} came in, ${count(articles.before)} before (${changeOf(articles.before, articles.now)})`,
          sitesFound.new > 0 ? `; ${counted(sitesFound.new, "site")} new` : "",
          sitesFound.vanished > 0 ? `; ${counted(sitesFound.vanished, "site")} gone` : "",
          ".",
        )
      : null,
    el(
      "div",
      { class: "columns tables" },
      changeTable("Volume", "Figure", volume, named("name")),
      changeTable(kTakesAway ? "Articles that go" : "Articles by reason", "Reason", found.reasons, named("reason")),
      changeTable("Lines that are no article", "Kind", found.malformed, named("reason")),
      changeTable("Languages", "Language", found.languages, (row) => languageName(row.lang)),
      changeTable("Sites", "Site", sitesFound.changed, (row) => siteName(row.site)),
      siteList("Largest new sites", sitesFound.largest_new),
      siteList("Largest sites that are gone", sitesFound.largest_vanished),
    ),
  );
}
