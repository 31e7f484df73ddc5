// Duplicates: how large clusters are, how alike their members, and who copies whom.

const kSizeBins = [
  [2, 2],
  [3, 3],
  [4, 5],
  [6, 10],
  [11, 20],
  [21, 50],
  [51, 100],
  [101, 1000],
  [1001, Infinity],
];

function duplicates(stats) {
  const found = stats.duplicates;
  if (!found || found.clusters === 0) return null;
  const kinds = ranked(found.members).filter((one) => one[1] > 0);
  return section(
    "duplicates",
    "Duplicates",
    lede(
      `${counted(found.clustered_articles, "article")} in ${counted(found.clusters, "cluster")}: `,
      listed(kinds.map(([kind, n]) => countedKind(kind, n))),
      `. ${counted(found.comparisons, "pair")} of articles compared text by text`,
      found.unverified > 0
        ? `; ${count(found.unverified)} beyond the budget${kTakesAway ? ", whose articles are kept" : ""}.`
        : ".",
    ),
    el("div", { class: "columns" }, clusterSizes(found), similarities(found)),
    largestClusters(found),
    copying(stats),
  );
}

function clusterSizes(found) {
  const sizes = found.sizes || [];
  if (sizes.length === 0) return null;
  const rows = kSizeBins.map(([from, to]) => ({
    name: to === Infinity ? `${count(from)}+` : from === to ? count(from) : `${count(from)}–${count(to)}`,
    clusters: sum(sizes.filter((row) => row.size >= from && row.size <= to).map((row) => row.clusters)),
  }));
  while (rows[rows.length - 1].clusters === 0) rows.pop();
  return chart({
    title: "Sizes of clusters",
    unit: "clusters, by articles in them",
    size: "low",
    configuration: () =>
      bars({
        labels: rows.map((row) => row.name),
        xTitle: "articles in a cluster",
        series: [{ name: "clusters", colour: "accent", values: rows.map((row) => row.clusters || null), least: 2 }],
        lines: {
          title: (items) => `${items[0].label} articles`,
          label: (item) => counted(item.raw || 0, "cluster"),
        },
      }),
    table: { head: ["Articles", "Clusters"], rows: rows.map((row) => [row.name, count(row.clusters)]) },
  });
}

function similarities(found) {
  const rows = found.similarities || [];
  if (rows.length === 0) return null;
  const kinds = ["near", "contained", "contains"].filter((kind) => rows.some((row) => row.kind === kind));
  const tones = { near: "c-near", contained: "c-contained", contains: "c-quality" };
  const first = Math.min(...rows.map((row) => Math.round(100 * row.similarity)));
  const steps = [];
  for (let at = first; at <= 100; ++at) steps.push(at);
  const at = (kind, step) =>
    sum(
      rows
        .filter((row) => row.kind === kind && Math.round(100 * row.similarity) === step)
        .map((row) => row.articles),
    );
  return chart({
    title: "How alike",
    unit: "articles, by similarity; exact copies left out",
    size: "low",
    key: kinds.map((kind) => ({ name: kKindNames[kind], colour: tones[kind] })),
    configuration: () =>
      bars({
        labels: steps.map((step) => (step / 100).toFixed(2)),
        xTitle: "similarity",
        series: kinds.map((kind) => ({
          name: kKindNames[kind],
          colour: tones[kind],
          values: steps.map((step) => at(kind, step)),
          least: 0,
        })),
        lines: {
          title: (items) => `similarity ${items[0].label}`,
          label: (item) => `${count(item.raw)} ${item.dataset.label}`,
        },
      }),
    table: {
      head: ["Similarity", ...kinds.map((kind) => kKindNames[kind])],
      rows: steps.map((step) => [(step / 100).toFixed(2), ...kinds.map((kind) => count(at(kind, step)))]),
    },
  });
}

function largestClusters(found) {
  const rows = found.largest || [];
  if (rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row.size);
  return table({
    title: "Largest clusters",
    unit: `named by the article that ${kTakesAway ? "is" : "would be"} kept`,
    rows,
    columns: [
      {
        name: "Cluster",
        kind: "number",
        first: "ascending",
        value: (row) => row.cluster,
        cell: (row) => count(row.cluster),
      },
      { name: "Articles", kind: "bar", value: (row) => row.size, cell: (row) => barCell(row.size, largest) },
      {
        name: "Title",
        kind: "wide",
        value: (row) => row.title || "",
        cell: (row) => shownStart(row.title, 160, "(no title)"),
      },
      { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
      { name: "Day", kind: "day", value: (row) => row.day || "", cell: (row) => dayName(row.day) },
      {
        name: "Id",
        kind: "wide",
        value: (row) => String(row.survivor),
        cell: (row) => shownStart(row.survivor, 80),
      },
    ],
  });
}

function lagName(days) {
  if (days === null || days === undefined) return "–";
  if (days === 0) return "same day";
  return days > 0 ? `${counted(days, "day")} later` : `${counted(-days, "day")} earlier`;
}

function copying(stats) {
  const rows = ((stats.copying || {}).pairs || []).map((row) => ({
    ...row,
    all: row.exact + row.near + row.contained + (row.contains || 0),
  }));
  if (rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row.all);
  const isOwn = (row) => row.site && row.site === row.from_site;
  return table({
    title: "Who copies whom",
    unit: `articles of a site that the other had first; where dates do not tell, that are like what ${kTakesAway ? "is" : "would be"} kept`,
    rows,
    sort: 2,
    filter: (row) => `${siteName(row.site)} ${siteName(row.from_site)}`,
    filterLabel: "Sites with",
    columns: [
      { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
      {
        name: "Has articles of",
        kind: "text",
        value: (row) => (isOwn(row) ? "itself" : row.from_site || ""),
        cell: (row) => (isOwn(row) ? el("span", { class: "soft" }, "itself") : shownSite(row.from_site)),
      },
      { name: "Articles", kind: "bar", value: (row) => row.all, cell: (row) => barCell(row.all, largest) },
      { name: "Exact", kind: "number", value: (row) => row.exact, cell: (row) => count(row.exact) },
      { name: "Near", kind: "number", value: (row) => row.near, cell: (row) => count(row.near) },
      {
        name: "Contained",
        kind: "number",
        value: (row) => row.contained,
        cell: (row) => count(row.contained),
      },
      {
        name: "Contains",
        kind: "number",
        value: (row) => row.contains || 0,
        cell: (row) => count(row.contains || 0),
      },
      {
        name: "Median lag",
        kind: "number",
        value: (row) => (row.median_lag_days === undefined ? null : row.median_lag_days),
        cell: (row) => lagName(row.median_lag_days),
      },
    ],
    part: partOf(kCut["copying.pairs"], rows.length, "pairs of sites", "copying.csv"),
    after: cutNote(kCut["copying.pairs"], rows.length, "copying.csv"),
  });
}

function originality(stats) {
  const rows = stats.originality || [];
  if (rows.length === 0) return null;
  return table({
    title: "Original articles by site",
    unit: "no copies of what another site had first, and not contained in another site's",
    rows,
    sort: 3,
    filter: (row) => siteName(row.site),
    filterLabel: "Sites with",
    columns: [
      { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
      { name: "Articles", kind: "number", value: (row) => row.articles, cell: (row) => count(row.articles) },
      {
        name: "Original",
        kind: "bar",
        value: (row) => row.share,
        first: "ascending",
        cell: (row) => barCell(row.original, row.articles, share(row.original, row.articles)),
      },
      {
        name: "Not original",
        kind: "number",
        value: (row) => row.articles - row.original,
        cell: (row) => count(row.articles - row.original),
      },
    ],
    part: partOf(kCut.originality, rows.length, "sites", "originality.csv"),
    after: cutNote(kCut.originality, rows.length, "originality.csv"),
  });
}
