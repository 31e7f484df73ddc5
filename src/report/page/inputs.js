// Inputs, and how the run went: the only place with a clock.

function inputs(stats) {
  const rows = stats.inputs || [];
  if (rows.length === 0) return null;
  const all = kCut.inputs || rows.length;
  const damaged = rows.filter((row) => row.damage).length;
  const largest = largestOf(rows, (row) => row.articles);
  const columns = [
    { name: "Input", kind: "wide", value: (row) => row.name, cell: (row) => shownStart(row.name, 120) },
    {
      name: "Articles",
      kind: "bar",
      value: (row) => row.articles,
      cell: (row) => barCell(row.articles, largest),
    },
    kTakesAway && {
      name: "Kept",
      kind: "number",
      value: (row) => (row.articles > 0 ? row.kept / row.articles : null),
      cell: (row) => share(row.kept, row.articles),
    },
    (kTakesAway || rows.some((row) => row.dropped > 0)) && {
      name: kTakesAway ? "Dropped" : "Without text",
      kind: "number",
      value: (row) => row.dropped,
      cell: (row) => count(row.dropped),
    },
    {
      name: "Malformed",
      kind: "number",
      value: (row) => row.malformed,
      cell: (row) => count(row.malformed),
    },
    { name: "Size", kind: "number", value: (row) => row.bytes, cell: (row) => bytes(row.bytes) },
    {
      name: "On disk",
      kind: "number",
      value: (row) => row.file_bytes,
      cell: (row) => `${bytes(row.file_bytes)} ${row.codec}`,
    },
  ].filter(Boolean);
  if (damaged > 0)
    columns.push({
      name: "Damage",
      kind: "wide",
      value: (row) => row.damage || "",
      cell: (row) => (row.damage ? shownStart(row.damage) : "–"),
      first: "descending",
    });
  return section(
    "inputs",
    "Inputs",
    lede(
      `${counted(all, "file")}`,
      damaged > 0 ? `; ${count(damaged)} could not be read to the end.` : ", each read to its end.",
    ),
    table({
      title: "Inputs",
      rows,
      columns,
      filter: (row) => row.name,
      filterLabel: "Inputs with",
      part: partOf(kCut.inputs, rows.length, "inputs", "inputs.csv"),
      after: cutNote(kCut.inputs, rows.length, "inputs.csv"),
    }),
  );
}

const kPercent = (n) => `${trimmed(n, 4)} %`;
const kSimilarity = (n) => (n > 0 ? String(trimmed(n / 1e4, 4)) : "off");

// Shares are whole numbers in the manifest: here they stand as the options take them.
const kSettings = {
  near: kSimilarity,
  contained: kSimilarity,
  clean_threshold: kPercent,
  guard_share: kPercent,
  sample_millionths: (n) => kPercent(n / 1e4),
};
const kSettingNames = { sample_millionths: "sample" };

function setting(name, value) {
  const as = Object.hasOwn(kSettings, name) && typeof value === "number" ? kSettings[name] : null;
  if (as) return as(value);
  if (value === "" || value === null) return "–";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function facts(title, object) {
  const members = Object.entries(object || {});
  if (members.length === 0) return null;
  return el(
    "div",
    {},
    el("h3", {}, title),
    el(
      "dl",
      { class: "facts" },
      members.map(([name, value]) => [
        el("dt", {}, shown(named(kSettingNames, name) || name)),
        el("dd", {}, shownStart(setting(name, value), 400)),
      ]),
    ),
  );
}

function howItRan(run) {
  if (!run) return null;
  const { run: went, settings, versions } = run;
  return section(
    "run",
    "How it ran",
    went && went.milliseconds !== undefined ? speed(went) : null,
    went ? passes(went) : null,
    el(
      "div",
      { class: "columns" },
      facts("Settings that change answers", settings),
      facts("Versions", versions),
    ),
  );
}

function speed(went) {
  const parts = [
    duration(went.milliseconds),
    `at most ${bytes(went.peak_memory_bytes)} of memory`,
    counted(went.segments, "segment"),
  ];
  if (went.resumes > 0) parts.push(`resumed ${counted(went.resumes, "time")}`);
  return lede(
    listed(parts),
    ". Times are of this run and this machine; nothing else on the page has a clock.",
    (went.skipped_inputs || []).length > 0
      ? ` ${counted(went.skipped_inputs.length, "input")} could not be read at all.`
      : "",
  );
}

function passes(went) {
  const rows = (went.passes || []).map((pass) => ({
    ...pass,
    bytes: sum((pass.stages || []).slice(0, 1).map((stage) => stage.bytes_out || stage.bytes_in)),
  }));
  if (rows.length === 0) return null;
  const largest = largestOf(rows, (row) => row.milliseconds);
  return table({
    title: "Passes",
    unit: "busy: share of the time in which all threads worked",
    rows,
    columns: [
      { name: "Pass", kind: "text", value: (row) => row.pass, cell: (row) => code(row.pass) },
      {
        name: "Time",
        kind: "bar",
        value: (row) => row.milliseconds,
        cell: (row) => barCell(row.milliseconds, largest, duration(row.milliseconds)),
      },
      {
        name: "CPU",
        kind: "number",
        value: (row) => row.cpu_milliseconds,
        cell: (row) => duration(row.cpu_milliseconds),
      },
      { name: "Threads", kind: "number", value: (row) => row.threads, cell: (row) => count(row.threads) },
      {
        name: "Busy",
        kind: "number",
        value: (row) => row.efficiency,
        cell: (row) => `${Math.round(100 * row.efficiency)} %`,
      },
    ],
  });
}
