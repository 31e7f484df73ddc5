// What was drawn to be judged by eye: clusters beside each other with what differs marked, removed
// articles and lines with their reason.

function samples(stats) {
  const drawn = stats.samples || {};
  const clusters = drawn.clusters || [];
  const removed = drawn.removed || [];
  const lines = drawn.lines || [];
  if (clusters.length + removed.length + lines.length === 0) return null;
  return section(
    "samples",
    "Samples",
    lede("Drawn by lot, the same ones for the same dump: would you have decided so? "),
    note(
      "More: ",
      code("pressmill sample OUT --reason near"),
      "; all that happened to one article: ",
      code("pressmill explain OUT ID"),
      ".",
    ),
    clusterSamples(clusters),
    removedSamples(removed),
    lineSamples(lines),
  );
}

function few(title, items, make, most) {
  if (items.length === 0) return null;
  const rest = items.slice(most);
  const box = el("div", {}, el("h3", {}, title), items.slice(0, most).map(make));
  if (rest.length === 0) return box;
  const button = el(
    "button",
    {
      type: "button",
      class: "plain",
      onclick: () => {
        const added = rest.map(make);
        added[0].tabIndex = -1;
        button.parentElement.replaceWith(...added);
        added[0].focus();
      },
    },
    `Show ${count(rest.length)} more`,
  );
  box.append(el("div", { class: "more" }, button));
  return box;
}

function who(article) {
  const parts = [];
  if (article.site) parts.push(shownStart(article.site, 80));
  if (article.day) parts.push(dayName(article.day));
  if (article.id !== undefined && article.id !== null) parts.push(shownStart(article.id, 80));
  return parts.map((part, i) => [i > 0 ? " · " : null, part]);
}

function titleOf(article) {
  return article.title
    ? el("p", { class: "title", dir: directionOf(article.title) }, shown(article.title))
    : null;
}

// Texts that are alike are shown once, under both names.
function alike(survivor, member, fate, passages) {
  return el(
    "div",
    { class: "pair alike" },
    el(
      "div",
      {},
      el("p", { class: "who" }, el("strong", {}, "kept"), " · ", who(survivor)),
      el("p", { class: "who" }, el("strong", {}, fate), " · ", who(member)),
      titleOf(survivor),
      survivor.title !== member.title ? titleOf(member) : null,
      passages.map((passage) =>
        el("p", { class: "text", dir: directionOf(passage.left) }, shown(passage.left)),
      ),
    ),
  );
}

// What both have is shown on both sides, what differs is marked: a screen reader hears <mark>.
function side(role, name, article, passages, pick) {
  const text = passages.map((passage, i) => [
    i > 0 ? " " : null,
    passage.same ? shown(passage[pick]) : passage[pick] ? el("mark", {}, shown(passage[pick])) : null,
  ]);
  return el(
    "div",
    { class: role },
    el("p", { class: "who" }, el("strong", {}, name), " · ", who(article)),
    titleOf(article),
    passages.length > 0
      ? el("p", { class: "text", dir: directionOf(passages[0][pick] || article.title) }, text)
      : note("Its text was not kept."),
  );
}

function clusterSample(sample) {
  const { survivor, member } = sample;
  const passages = sample.passages || [];
  const isAlike = passages.length > 0 && passages.every((passage) => passage.same);
  const fate = member.removed === false ? "marked" : "dropped";
  const kind =
    {
      exact: "exact copy",
      near: "near-duplicate",
      contained: "contained in the other",
      contains: "contains the other",
    }[member.kind] || member.kind;
  return el(
    "div",
    { class: "sample" },
    el(
      "header",
      {},
      el("strong", {}, `Cluster ${count(sample.cluster)}`),
      el("span", {}, counted(sample.size, "article")),
      el("span", {}, kind),
      el("span", {}, `similarity ${ratio(member.similarity, 4)}`),
      isAlike && member.kind !== "exact" ? el("span", {}, "the same words, set otherwise") : null,
    ),
    isAlike
      ? alike(survivor, member, fate, passages)
      : el(
          "div",
          { class: "pair" },
          side("left", "kept", survivor, passages, "left"),
          side("right", fate, member, passages, "right"),
        ),
    sample.more_passages > 0
      ? el(
          "p",
          { class: "excerpt note" },
          `${counted(sample.more_passages, "more passage")} ${sample.more_passages === 1 ? "differs" : "differ"}.`,
        )
      : null,
  );
}

function clusterSamples(clusters) {
  // What differs is worth more of a look than what is the same.
  const differs = (sample) => (sample.passages || []).some((passage) => !passage.same);
  const ordered = [...clusters.filter(differs), ...clusters.filter((sample) => !differs(sample))];
  return few("Clusters, beside each other", ordered, clusterSample, 5);
}

function removedSample(sample) {
  const parts = [];
  if (sample.measured !== undefined) parts.push(`measured ${sample.measured}, threshold ${sample.threshold}`);
  if (sample.similarity !== undefined) parts.push(`similarity ${ratio(sample.similarity, 4)}`);
  return el(
    "div",
    { class: "sample" },
    el(
      "header",
      {},
      el("strong", {}, reasonName(sample.reason)),
      parts.map((part) => el("span", {}, part)),
      sample.of !== undefined ? el("span", {}, "of ", shownStart(sample.of, 80)) : null,
      el("span", { class: "soft" }, who(sample)),
    ),
    sample.title
      ? el("p", { class: "excerpt", dir: directionOf(sample.title) }, el("strong", {}, shown(sample.title)))
      : null,
    sample.excerpt
      ? el("p", { class: "excerpt", dir: directionOf(sample.excerpt) }, shown(sample.excerpt))
      : null,
  );
}

function removedSamples(removed) {
  // One of each reason first, so that the start shows them all.
  const byReason = new Map();
  for (const sample of removed) byReason.set(sample.reason, [...(byReason.get(sample.reason) || []), sample]);
  const mixed = [];
  for (let i = 0; mixed.length < removed.length; ++i)
    for (const list of byReason.values()) if (list[i]) mixed.push(list[i]);
  return few("Articles dropped", mixed, removedSample, 6);
}

function lineSamples(lines) {
  if (lines.length === 0) return null;
  const seen = (row) => (row.of > 0 ? `${count(row.articles)} of ${count(row.of)}` : "–");
  return table({
    title: "Lines taken out of texts",
    unit: "chance: of being body, as the model has it",
    rows: lines,
    first: 15,
    style: "lines",
    filter: (row) => `${row.rule} ${row.line} ${siteName(row.site)}`,
    filterLabel: "Lines, rules or sites with",
    columns: [
      { name: "Rule", kind: "text", value: (row) => row.rule, cell: (row) => code(row.rule) },
      { name: "Line", kind: "wide", value: (row) => row.line, cell: (row) => shownStart(row.line) },
      { name: "Site", kind: "text", value: (row) => row.site || "", cell: (row) => shownSite(row.site) },
      {
        name: "Chance",
        kind: "number",
        value: (row) => (row.chance === undefined ? null : row.chance),
        cell: (row) => ratio(row.chance),
      },
      {
        name: "In articles of its site",
        kind: "number",
        value: (row) => (row.of > 0 ? row.articles / row.of : null),
        cell: seen,
      },
      {
        name: "Article",
        kind: "wide",
        value: (row) => String(row.id),
        cell: (row) => shownStart(row.id, 80),
      },
    ],
  });
}
