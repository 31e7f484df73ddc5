// Charts: Chart.js with our type and colours, each with a caption, its unit and the same figures
// as a table for whoever does not see it.

const kCharts = [];

Chart.defaults.animation = false;
Chart.defaults.responsive = true;
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.font.size = 12;

// Charts are made anew where the theme changes: Chart.js resolves colours when it is asked.
function redrawCharts() {
  for (const made of kCharts) {
    if (made.chart) made.chart.destroy();
    made.chart = new Chart(made.canvas, made.configuration());
  }
}

function startCharts() {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  redrawCharts();
  onTheme(redrawCharts);
}

// options: title, unit, label (of the text alternative), configuration() for Chart.js, table
// {head, rows}, size ("", "low", "small"), key: [{name, colour}].
function chart(options) {
  const canvas = el("canvas", { role: "img", "aria-label": options.label || options.title });
  kCharts.push({ canvas, configuration: options.configuration, title: options.title });
  return el(
    "figure",
    { class: "chart" },
    el("figcaption", {}, options.title, options.unit ? el("span", {}, ` · ${options.unit}`) : null),
    options.key ? key(options.key) : null,
    el("div", { class: `canvas ${options.size || ""}` }, canvas),
    options.table ? asTable(options.title, options.table) : null,
  );
}

function key(items) {
  return el(
    "ul",
    { class: "key" },
    items.map(({ name, colour: tone }) => el("li", {}, swatch(tone), name)),
  );
}

const kOutcomes = [
  { name: "kept", colour: "accent" },
  { name: "dropped", colour: "gone" },
];

// Articles by what becomes of them: bars, their key, their tooltips, their table. Where nothing is
// taken away they are of one kind, which needs no key.
function outcomeKey() {
  return kTakesAway ? kOutcomes : null;
}

function outcomeSeries(all, kept) {
  if (!kTakesAway) return [{ name: "articles", colour: "accent", values: all }];
  const values = [kept, all.map((n, i) => n - kept[i])];
  return kOutcomes.map(({ name, colour: tone }, i) => ({ name, colour: tone, values: values[i] }));
}

function outcomeText(item) {
  const articles = counted(item.raw, "article");
  return kTakesAway ? `${articles} ${kOutcomes[item.datasetIndex].name}` : articles;
}

// rows: [name, articles, kept articles].
function outcomeTable(head, rows) {
  return {
    head: kTakesAway ? [head, "In", "Kept"] : [head, "Articles"],
    rows: rows.map(([name, all, kept]) => [name, count(all), ...(kTakesAway ? [count(kept)] : [])]),
  };
}

// Colours by name, so that they follow the theme.
function swatch(tone) {
  const box = el("span", { class: "swatch", "aria-hidden": "true" });
  box.style.color = `var(--${tone})`;
  return box;
}

// Long series are cut: the tables have them whole.
function asTable(title, { head, rows }) {
  const most = 400;
  const box = details("As a table");
  box.addEventListener("toggle", () => {
    if (!box.open || box.querySelector("table")) return;
    const body = rows.slice(0, most).map((row) =>
      el(
        "tr",
        {},
        row.map((value, i) =>
          i === 0 ? el("th", { scope: "row" }, shown(value)) : el("td", { class: "number" }, String(value)),
        ),
      ),
    );
    box.append(
      el(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
        el(
          "table",
          {},
          el("caption", { class: "hidden" }, title),
          el(
            "thead",
            {},
            el(
              "tr",
              {},
              head.map((name, i) => el("th", { scope: "col", class: i ? "number" : null }, name)),
            ),
          ),
          el("tbody", {}, body),
        ),
      ),
    );
    if (rows.length > most) box.append(note(`${count(rows.length - most)} more rows`));
  });
  return box;
}

function axis(more = {}) {
  const { ticks, ...rest } = more;
  return {
    grid: { color: colour("grid"), drawBorder: false, tickLength: 4 },
    ticks: { color: colour("soft"), maxRotation: 0, autoSkipPadding: 14, ...ticks },
    ...rest,
  };
}

function countAxis(title) {
  return axis({
    beginAtZero: true,
    title: { display: Boolean(title), text: title, color: colour("soft"), font: { size: 11 } },
    ticks: { callback: (value) => brief(value), maxTicksLimit: 6, precision: 0 },
  });
}

function tooltip(lines) {
  return {
    backgroundColor: colour("ink"),
    titleColor: colour("paper"),
    bodyColor: colour("paper"),
    padding: 8,
    cornerRadius: 4,
    displayColors: false,
    callbacks: lines || {},
  };
}

// series: [{name, colour, values}]; labels along the x axis. Stacked from the first up.
function bars({ labels, series, stacked = true, xTitle, yTitle, tick, lines }) {
  return {
    type: "bar",
    data: {
      labels,
      datasets: series.map((one) => ({
        label: one.name,
        data: one.values,
        backgroundColor: colour(one.colour),
        barPercentage: 1,
        categoryPercentage: labels.length > 60 ? 1 : 0.86,
        minBarLength: one.least || 0,
      })),
    },
    options: {
      interaction: { mode: "index", intersect: false },
      plugins: { legend: { display: false }, tooltip: tooltip(lines) },
      scales: {
        x: axis({
          stacked,
          grid: { display: false },
          title: { display: Boolean(xTitle), text: xTitle, color: colour("soft"), font: { size: 11 } },
          ticks: tick
            ? {
                callback(value, i) {
                  return tick(labels[i], i, this.chart.width);
                },
                autoSkip: !tick.chosen,
              }
            : {},
        }),
        y: { ...countAxis(yTitle), stacked },
      },
    },
  };
}

// series: [{name, colour, points: [{x, y}], dashed}].
function curves({ series, xTitle, yTitle }) {
  return {
    type: "line",
    data: {
      datasets: series.map((one) => ({
        label: one.name,
        data: one.points,
        borderColor: colour(one.colour),
        borderWidth: 2,
        borderDash: one.dashed ? [4, 4] : [],
        pointRadius: one.points.length > 40 ? 0 : 2,
        pointBackgroundColor: colour(one.colour),
        tension: 0,
        fill: false,
      })),
    },
    options: {
      interaction: { mode: "nearest", axis: "x", intersect: false },
      plugins: { legend: { display: false }, tooltip: tooltip() },
      scales: {
        x: { ...countAxis(xTitle), type: "linear" },
        y: countAxis(yTitle),
      },
    },
  };
}
