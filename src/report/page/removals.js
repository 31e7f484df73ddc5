// Why articles and lines went: reasons, rules, furniture, what was mended.

function reasons(stats) {
  // Where nothing is taken away the overview tells of texts that are empty.
  const dropped = kTakesAway ? ranked(stats.dropped) : [];
  const malformed = ranked(stats.malformed);
  const lines = ranked((stats.cleaning || {}).rules);
  const marked = markedRules(stats);
  if (dropped.length + malformed.length + lines.length + marked.length === 0) return null;
  return section(
    "reasons",
    "Reasons",
    lede(
      kTakesAway
        ? "Everything that was dropped or taken out has a reason; what a rule only marks is not dropped for it."
        : "What could not be read as an article, and what a rule marks: nothing was taken away.",
    ),
    reasonTable("Articles dropped", "articles", dropped, stats),
    reasonTable("Malformed lines", "lines of the input that are no article", malformed, stats, "c-malformed"),
    reasonTable("Lines taken out of texts", "lines, by the rule that took them", lines, stats, "accent"),
    reasonTable(
      `Articles that recipe ${(stats.quality || {}).recipe} marks`,
      "by the first rule that fires; not dropped for it",
      marked,
      stats,
    ),
    guarded(stats),
    repairs(stats),
  );
}

// Rules that found articles and did not drop them.
function markedRules(stats) {
  const { quality, dropped } = stats;
  if (!quality) return [];
  return ranked(quality.rules)
    .map(([rule, n]) => [rule, n - ((dropped || {})[rule] || 0)])
    .filter((one) => one[1] > 0);
}

function reasonTable(title, unit, rows, stats, tone) {
  if (rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row[1]);
  const all = sum(rows.map((row) => row[1]));
  return table({
    title,
    unit,
    rows,
    sort: 1,
    first: 20,
    columns: [
      {
        name: "Reason",
        kind: "text",
        value: (row) => row[0],
        cell: (row) => [swatch(tone || reasonColour(row[0])), code(row[0])],
      },
      {
        name: "Count",
        kind: "bar",
        value: (row) => row[1],
        cell: (row) => barCell(row[1], largest, count(row[1]), tone || reasonColour(row[0])),
      },
      { name: "Of these", kind: "number", value: (row) => row[1], cell: (row) => share(row[1], all) },
      {
        name: "Meaning",
        kind: "wide",
        value: (row) => meaningOf(row[0], stats),
        cell: (row) => withFlags(shown(meaningOf(row[0], stats))),
      },
    ],
  });
}

function guarded(stats) {
  const rows = (stats.cleaning || {}).guarded_sites || [];
  if (rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row.articles);
  return table({
    title: "Kept whole by the guard",
    unit: "articles of which cleaning would have taken more than --guard-share",
    rows,
    sort: 1,
    columns: [
      { name: "Site", kind: "text", value: (row) => row.site, cell: (row) => shownSite(row.site) },
      {
        name: "Articles",
        kind: "bar",
        value: (row) => row.articles,
        cell: (row) => barCell(row.articles, largest),
      },
    ],
  });
}

function repairs(stats) {
  const names = ranked(stats.repairs)
    .filter((one) => one[1] > 0)
    .map(([name, n]) => [name.replaceAll("_", " "), n]);
  const personal = stats.personal_data;
  const found =
    personal && personal.mode !== "off"
      ? ranked({
          "e-mail addresses": personal.emails,
          "phone numbers": personal.phones,
          "IP addresses": personal.ips,
          "card numbers": personal.card_numbers,
        })
      : [];
  const rows = (title, list) =>
    list.length === 0
      ? null
      : el(
          "div",
          {},
          el("h3", {}, title),
          el(
            "dl",
            { class: "facts" },
            list.map(([name, n]) => [el("dt", {}, name), el("dd", {}, count(n))]),
          ),
        );
  return el(
    "div",
    { class: "columns" },
    rows("Mended", names),
    found.length > 0
      ? rows(`Personal data, ${personal.mode === "mask" ? "masked" : "counted"}`, found)
      : null,
  );
}

function furniture(stats) {
  const sitesWith = (stats.furniture || []).filter((site) => (site.lines || []).length > 0);
  if (sitesWith.length === 0) return null;
  const rows = sitesWith.flatMap((site) => site.lines.map((line) => ({ site: site.site, ...line })));
  const largest = largestOf(rows, (row) => row.removed);
  const mostLines = largestOf(sitesWith, (site) => site.lines.length);
  return section(
    "furniture",
    "Furniture",
    lede("What sites repeat around their articles, most removed first: no body text should stand here."),
    table({
      title: "Lines removed most often",
      rows,
      sort: 2,
      first: 25,
      filter: (row) => `${siteName(row.site)} ${row.line}`,
      filterLabel: "Sites or lines with",
      columns: [
        { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
        { name: "Line", kind: "wide", value: (row) => row.line, cell: (row) => shownStart(row.line) },
        {
          name: "Removed",
          kind: "bar",
          value: (row) => row.removed,
          cell: (row) => barCell(row.removed, largest),
        },
        { name: "Rule", kind: "text", value: (row) => row.rule || "", cell: (row) => code(row.rule || "") },
      ],
      part:
        partOf(kCut.furniture, sitesWith.length, "sites", "furniture.csv") ||
        partOf(kCut["furniture.lines"], mostLines, "lines of a site", "furniture.csv"),
      after: cutNote(kCut.furniture, sitesWith.length, "furniture.csv"),
    }),
  );
}
