// In which languages and from which sites articles come, and what is kept of them.

function languages(stats) {
  const rows = (stats.languages || [])
    .map((row) => ({
      lang: row.lang,
      in: row.in.articles,
      kept: row.kept.articles,
      words: row.in.words,
      kept_words: row.kept.words,
    }))
    .sort((a, b) => b.in - a.in);
  if (rows.length === 0) return null;
  const top = rows.slice(0, 10);
  const known = rows.filter((row) => row.lang);
  const name = (row) => (row.lang ? `${languageName(row.lang)} (${row.lang})` : "unknown");
  return section(
    "languages",
    "Languages",
    lede(
      `${counted(known.length, "language")}; `,
      `${name(rows[0])} has ${share(rows[0].in, stats.total.in.articles)} of the articles.`,
    ),
    groupTable({
      title: "Articles by language",
      rows,
      all: stats.total.in.articles,
      head: "Language",
      name,
      cell: (row) => shown(name(row)),
      file: "languages.csv",
      what: "languages",
      cut: kCut.languages,
      first: top.length,
    }),
  );
}

// options: title, rows, all (articles), head, name(row), cell(row), extra columns; filter,
// filterLabel, first as of table(); file, what, cut, cutTo: of a list that was cut.
function groupTable(options) {
  const { title, rows, all, head, name, cell, file, what, cut, cutTo, extra } = options;
  const { filter, filterLabel, first } = options;
  const largest = largestOf(rows, (row) => row.in);
  const most = largestOf(rows, (row) => row.in - row.kept);
  return table({
    title,
    rows,
    sort: 1,
    filter,
    filterLabel,
    first,
    columns: [
      { name: head, kind: "text", value: name, cell },
      { name: "Articles", kind: "bar", value: (row) => row.in, cell: (row) => barCell(row.in, largest) },
      { name: "Of all", kind: "number", value: (row) => row.in, cell: (row) => share(row.in, all) },
      ...(kTakesAway ? outcomeColumns(most) : contentColumns(most)),
      ...(extra || []),
    ],
    part: partOf(cut, rows.length, what, file),
    after: cutNote(cut, rows.length, file, cutTo),
  });
}

function outcomeColumns(most) {
  return [
    {
      name: "Kept",
      kind: "number",
      value: (row) => row.kept / row.in,
      cell: (row) => share(row.kept, row.in),
    },
    {
      name: "Dropped",
      kind: "bar",
      value: (row) => row.in - row.kept,
      cell: (row) => barCell(row.in - row.kept, most, count(row.in - row.kept), "gone"),
    },
    {
      name: "Words kept",
      kind: "number",
      value: (row) => row.kept_words,
      cell: (row) => count(row.kept_words),
    },
  ];
}

// Of `pressmill stats`: all that is not counted as kept there has no text.
function contentColumns(most) {
  return [
    { name: "Words", kind: "number", value: (row) => row.words, cell: (row) => count(row.words) },
    ...(most > 0
      ? [
          {
            name: "Without text",
            kind: "number",
            value: (row) => row.in - row.kept,
            cell: (row) => count(row.in - row.kept),
          },
        ]
      : []),
  ];
}

function sites(stats) {
  const rows = stats.sites || [];
  if (rows.length === 0) return null;
  const all = kCut.sites || rows.length;
  const named = rows.filter((row) => row.site !== "-");
  const none = rows.find((row) => row.site === "-");
  const largest = named.slice(0, 3);
  const total = stats.total.in.articles;
  const mainReason = (row) => ranked(row.dropped)[0];
  const reasonText = (row) =>
    mainReason(row) ? `${reasonName(mainReason(row)[0])}, ${count(mainReason(row)[1])}` : "";
  const hasReasons = kTakesAway && rows.some((row) => row.dropped);
  return section(
    "sites",
    "Sites",
    lede(
      `${counted(all - (none ? 1 : 0), "site")}`,
      largest.length > 0
        ? `; the largest ${largest.length === 1 ? "has" : `${largest.length} have`} ${share(sum(largest.map((row) => row.in)), total)} of the articles`
        : "",
      none
        ? `; ${counted(none.in, "article")} (${share(none.in, total)}) ${none.in === 1 ? "names" : "name"} none.`
        : ".",
    ),
    groupTable({
      title: "Articles by site",
      rows,
      all: total,
      head: "Site",
      name: (row) => row.site,
      cell: (row) => shownSite(row.site),
      file: "sites.csv",
      what: "sites",
      cut: kCut.sites,
      cutTo: "; here are the largest and those that lost most.",
      filter: (row) => siteName(row.site),
      filterLabel: "Sites with",
      extra: hasReasons
        ? [
            {
              name: "Main reason",
              kind: "text",
              value: reasonText,
              cell: (row) =>
                mainReason(row) ? [swatch(reasonColour(mainReason(row)[0])), reasonText(row)] : "–",
            },
          ]
        : [],
    }),
    originality(stats),
  );
}
