// Words: how many distinct ones, which are frequent, which names come up when.

const kMuch = 4; // an error of more than one in so many

function vocabulary(stats) {
  const { vocabulary: words, top, names } = stats;
  if (!words && !top && !names) return null;
  return section(
    "vocabulary",
    "Words",
    distinct(words),
    el(
      "div",
      { class: "columns" },
      growth(words),
      topList("Most frequent words", "words", "word", top, "top_words.csv"),
    ),
    el(
      "div",
      { class: "columns" },
      topList("Most frequent pairs of words", "bigrams", "bigram", top, "top_bigrams.csv"),
      topList("Most frequent lines", "lines", "line", top, "top_lines.csv"),
    ),
    namesByMonth(names),
  );
}

function distinct(words) {
  if (!words) return null;
  const parts = [
    ["distinct_words", "distinct words"],
    ["distinct_lines", "distinct lines"],
    ["distinct_sites", "sites"],
  ]
    .filter(([name]) => words[name] && words[name].in)
    .map(([name, what]) => {
      const { estimate, error } = words[name].in;
      return [
        el("strong", {}, `${error > 0 ? "about " : ""}${count(estimate)}`),
        ` ${what}`,
        error > 0 ? ` (± ${(100 * error).toFixed(1)} %)` : "",
      ];
    });
  return parts.length > 0 ? lede("In all texts: ", joined(parts), ".") : null;
}

function growth(words) {
  const points = (words && words.growth) || [];
  if (points.length < 2) return null;
  return chart({
    title: "Growth of the vocabulary",
    unit: "distinct words, by words read",
    size: "",
    label: `Distinct words grow to ${count(points[points.length - 1].distinct_words)} after ${count(points[points.length - 1].words)} words`,
    configuration: () =>
      curves({
        xTitle: "words read",
        yTitle: "distinct words",
        series: [
          {
            name: "distinct words",
            colour: "accent",
            points: points.map((point) => ({ x: point.words, y: point.distinct_words })),
          },
        ],
      }),
    table: {
      head: ["Words read", "Distinct words", "Articles"],
      rows: points.map((point) => [count(point.words), count(point.distinct_words), count(point.articles)]),
    },
  });
}

// Of counts that may be too low: sketches tell by how much. Where that is much of them it is shown,
// as the order may be another.
function atLeast(n, error) {
  if (error * kMuch > n) return `${count(n)}–${count(n + error)}`;
  return error > 0 ? `${count(n)}+` : count(n);
}

function topList(title, list, item, top, file) {
  const all = (top && top[list]) || [];
  if (all.length === 0) return null;
  // Words like "the" come first in any text and say nothing of this one.
  const telling = all.filter((row) => !(row.stop_words > 0));
  const rows = telling.length > 0 ? telling : all;
  const largest = largestOf(rows, (row) => row.count);
  return table({
    title,
    unit: "at least so often",
    rows,
    first: 12,
    columns: [
      {
        name: item === "bigram" ? "Pair" : item === "word" ? "Word" : "Line",
        kind: "wide",
        value: (row) => row[item],
        cell: (row) => shownStart(row[item], 160),
      },
      {
        name: "Count",
        kind: "bar",
        value: (row) => row.count,
        cell: (row) => barCell(row.count, largest, atLeast(row.count, row.error)),
      },
    ],
    after:
      rows.length < all.length
        ? note(
            `Without ${counted(all.length - rows.length, "row")} with stop words; `,
            code(`tables/${file}`),
            " has them.",
          )
        : cutNote(kCut[`top.${list}`], rows.length, file),
  });
}

function namesByMonth(months) {
  const shownNames = 8;
  // What stands in one article alone was not in the news that month.
  const rows = (months || [])
    .map((month) => ({ ...month, names: (month.names || []).filter((one) => one.articles > 1) }))
    .filter((month) => month.names.length > 0);
  if (rows.length === 0) return null;
  const mostNames = largestOf(months, (month) => (month.names || []).length);
  return table({
    title: "Capitalised names by month",
    unit: "in at least so many articles, two or more; as written, not as people",
    rows,
    filter: (row) => `${row.month} ${row.names.map((one) => one.name).join(" ")}`,
    filterLabel: "Months or names with",
    sort: 0,
    columns: [
      {
        name: "Month",
        kind: "text",
        value: (row) => row.month || "",
        cell: (row) => dayName(row.month),
        first: "descending",
      },
      {
        name: "Names",
        kind: "wide",
        value: (row) => row.names[0].name,
        cell: (row) =>
          row.names
            .slice(0, shownNames)
            .map((one, i) => [
              i > 0 ? ", " : "",
              shownStart(one.name, 60),
              el("span", { class: "soft" }, ` ${atLeast(one.articles, one.error)}`),
            ]),
      },
    ],
    part:
      partOf(kCut.names, rows.length, "months", "names_by_month.csv") ||
      partOf(kCut["names.names"], mostNames, "names of a month", "names_by_month.csv"),
    after: cutNote(kCut.names, rows.length, "names_by_month.csv"),
  });
}
