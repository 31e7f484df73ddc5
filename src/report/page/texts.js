// How long articles are, and what else was measured of each text.

const kLengthMeasures = ["words", "word_count", "chars", "length", "characters"];

function binName(bin, unit) {
  const end = unit === "count" && bin.to > bin.from ? bin.to - 1 : bin.to;
  return end === bin.from ? figure(bin.from) : `${figure(bin.from)}–${figure(end)}`;
}

// Of the last bin, where it holds all that is left.
function isOpen(bins, i) {
  return i > 0 && i === bins.length - 1 && bins[i].to - bins[i].from > 2 * (bins[i - 1].to - bins[i - 1].from);
}

// Labels of as many bins as there is room for; the last one's always, where it is open.
function tickOfBins(bins) {
  const step = Math.min(...bins.slice(0, 2).map((bin) => bin.to - bin.from));
  const labels = bins.map((bin, i) => `${brief(bin.from, step)}${isOpen(bins, i) ? "+" : ""}`);
  const longest = largestOf(labels, (label) => label.length);
  const last = bins.length - 1;
  const tick = (_, i, width) => {
    const every = Math.ceil((bins.length * (7 * longest + 16)) / Math.max(1, width - 40));
    if (i === last) return isOpen(bins, i) || i % every === 0 ? labels[i] : null;
    const isCovered = isOpen(bins, last) && last - i < every;
    return i % every === 0 && !isCovered ? labels[i] : null;
  };
  tick.chosen = true;
  return tick;
}

function histogramChart(measure, { title, unit, size, label }) {
  const bins = measure.histogram;
  return chart({
    title,
    unit,
    size,
    label,
    key: size === "small" ? null : outcomeKey(),
    configuration: () =>
      bars({
        labels: bins.map((bin) => binName(bin, measure.unit)),
        tick: tickOfBins(bins),
        series: outcomeSeries(
          bins.map((bin) => bin.in),
          bins.map((bin) => bin.kept),
        ),
        lines: { label: outcomeText },
      }),
    table: outcomeTable(
      measure.name,
      bins.map((bin) => [binName(bin, measure.unit), bin.in, bin.kept]),
    ),
  });
}

function lengths(stats) {
  const measures = stats.measures || [];
  const measure = kLengthMeasures
    .map((name) => measures.find((one) => one.name === name && (one.histogram || []).length > 0))
    .find(Boolean);
  if (!measure) return null;
  const unit = measure.name.replaceAll("_", " ");
  const { in: all } = measure;
  return section(
    "lengths",
    "Lengths",
    lede(
      figure(all.p25) === figure(all.p75)
        ? `At least half of the articles have about ${figure(all.p50)} ${unit}; the mean is ${figure(all.mean)}.`
        : `Half of the articles have ${figure(all.p25)} to ${figure(all.p75)} ${unit}; the median is ${figure(all.p50)}, the mean ${figure(all.mean)}.`,
    ),
    histogramChart(measure, {
      title: `${unit[0].toUpperCase()}${unit.slice(1)} an article`,
      unit: "articles",
      label: `Articles by ${unit}: median ${figure(all.p50)}`,
    }),
  );
}

const kQuantiles = ["p01", "p05", "p25", "p50", "p75", "p95", "p99"];

function measures(stats) {
  const rows = stats.measures || [];
  if (rows.length === 0) return null;
  const error = Math.max(...rows.map((row) => row.error || 0));
  const quantile = (name) => ({
    name: name === "p50" ? "median" : `${Number(name.slice(1))} %`,
    kind: "number",
    value: (row) => row.in[name],
    cell: (row) => figure(row.in[name]),
  });
  const withBins = rows.filter((row) => (row.histogram || []).length > 1);
  return section(
    "measures",
    "Measures",
    lede(
      `${counted(rows.length, "measure")} of each article's text. A quantile is the value that so many percent of the articles lie below`,
      error > 0 ? `; it is right within ${(100 * error).toFixed(1)} % of its value.` : ".",
    ),
    table({
      title: kTakesAway ? "Measures of the articles that came in" : "Measures of the articles",
      rows,
      filter: (row) => row.name,
      filterLabel: "Measures with",
      first: 20,
      columns: [
        { name: "Measure", kind: "text", value: (row) => row.name, cell: (row) => code(row.name) },
        { name: "Mean", kind: "number", value: (row) => row.in.mean, cell: (row) => figure(row.in.mean) },
        kTakesAway && {
          name: "Mean of the kept",
          kind: "number",
          value: (row) => (row.kept ? row.kept.mean : null),
          cell: (row) => figure(row.kept && row.kept.mean),
        },
        { name: "Least", kind: "number", value: (row) => row.in.min, cell: (row) => figure(row.in.min) },
        ...kQuantiles.map(quantile),
        { name: "Most", kind: "number", value: (row) => row.in.max, cell: (row) => figure(row.in.max) },
      ].filter(Boolean),
      part: partOf(kCut.measures, rows.length, "measures", "measures.csv"),
      after: cutNote(kCut.measures, rows.length, "measures.csv"),
    }),
    withBins.length > 0 ? smallMultiples(withBins) : null,
  );
}

// Drawn when they are asked for: there may be many.
function smallMultiples(rows) {
  const box = details(`Distributions of ${counted(rows.length, "measure")}`);
  box.addEventListener("toggle", () => {
    if (!box.open || box.querySelector(".multiples")) return;
    if (outcomeKey()) box.append(key(outcomeKey()));
    box.append(
      note("Articles by value; the last bar holds all that lies beyond where its label ends in +."),
      el(
        "div",
        { class: "multiples" },
        rows.map((row) =>
          histogramChart(row, {
            title: row.name.replaceAll("_", " "),
            size: "small",
            label: `Articles by ${row.name}: median ${figure(row.in.p50)}`,
          }),
        ),
      ),
    );
    redrawCharts();
  });
  return box;
}
