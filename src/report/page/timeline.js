// When articles come: over all, and of the largest sites, gaps included.

const kMostBins = 420; // of the timeline
const kTrimmedShare = 0.002; // of dated articles, on each side, may lie beyond what is drawn
const kLeastGain = 0.8; // of the axis is left, at most, where ends are not drawn
const kLeastTrimmed = 40; // days or months that are drawn whatever they hold
const kStrayShare = 0.02; // of dated articles, so many may stand far behind all others
const kLeastStrayGap = 365; // days

const kStripAxisWidth = 540; // pixels that a strip has, about
const kLastStripTick = 0.93; // of its width: a label further right would stand beyond it

const kDayMilliseconds = 86400000;

function stepsOf(unit) {
  const toDate = (text) =>
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7) || 1) - 1, Number(text.slice(8, 10) || 1));
  return {
    day: {
      cut: (day) => day.slice(0, 10),
      next: (day) => new Date(toDate(day) + kDayMilliseconds).toISOString().slice(0, 10),
      span: (a, b) => (toDate(b) - toDate(a)) / kDayMilliseconds + 1,
    },
    month: {
      cut: (day) => day.slice(0, 7),
      next: (month) =>
        month.slice(5) === "12"
          ? `${yearText(Number(month.slice(0, 4)) + 1)}-01`
          : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, "0")}`,
      span: (a, b) => 12 * (b.slice(0, 4) - a.slice(0, 4)) + (b.slice(5, 7) - a.slice(5, 7)) + 1,
    },
    year: {
      cut: (day) => day.slice(0, 4),
      next: (year) => yearText(Number(year) + 1),
      span: (a, b) => b.slice(0, 4) - a.slice(0, 4) + 1,
    },
  }[unit];
}

function yearText(year) {
  return String(year).padStart(4, "0");
}

// How many rows at the end of the list stand apart: few articles, and further from the others than
// these reach. Rows are [place in time, articles], either way round.
function strays(rows) {
  const most = sum(rows.map((row) => row[1])) * kStrayShare;
  const apart = (a, b) => Math.abs(rows[b][0] - rows[a][0]);
  let found = 0;
  for (let i = rows.length - 1, seen = rows[i][1]; i > 0 && seen <= most; seen += rows[--i][1])
    if (apart(i - 1, i) > Math.max(kLeastStrayGap, apart(0, i - 1))) found = rows.length - i;
  return found;
}

// The bulk of the days: few articles with wrong dates would press it into a corner.
function bulk(days, dates) {
  const rows = days.map((day) => [stepsOf("day").span("1970-01-01", `${day[0]}-01`.slice(0, 10)), day[1]]);
  // The days on which gaps are looked for; where they are too few for a rhythm, those of the bulk.
  const cut = (day) => day.slice(0, days[0][0].length); // days or months
  const isEarly = (day) => dates.first_day && day[0] < cut(dates.first_day);
  const isLate = (day) => dates.last_day && day[0] > cut(dates.last_day);
  const some = days.some((day) => !isEarly(day) && !isLate(day)); // else somebody wrote the file
  const late = some ? days.filter(isLate).length : 0;
  const early = some ? days.filter(isEarly).length : 0;
  const last = days.length - 1 - late - strays(rows.slice(early, rows.length - late));
  const first = early + strays(rows.slice(early, last + 1).reverse());
  const [from, to] = withoutTails(days, rows, first, last);
  return { drawn: days.slice(from, to + 1), early: days.slice(0, from), late: days.slice(to + 1) };
}

// Without the thin ends, where those take up much of the axis; whole months.
function withoutTails(days, rows, first, last) {
  const most = sum(days.map((day) => day[1])) * kTrimmedShare;
  let [from, to] = [first, last];
  for (let seen = days[from][1]; seen <= most && to - from > kLeastTrimmed; seen += days[from][1]) ++from;
  for (let seen = days[to][1]; seen <= most && to - from > kLeastTrimmed; seen += days[to][1]) --to;
  const span = (a, b) => rows[b][0] - rows[a][0];
  if (span(from, to) > kLeastGain * span(first, last)) return [first, last];
  const isSameMonth = (a, b) => days[a][0].slice(0, 7) === days[b][0].slice(0, 7);
  while (from > first && isSameMonth(from - 1, from)) --from;
  while (to < last && isSameMonth(to + 1, to)) ++to;
  return [from, to];
}

// Every step from the first to the last, those without articles too.
function series(days, unit) {
  const steps = stepsOf(unit);
  const sums = new Map();
  for (const [day, all, kept] of days) {
    const at = steps.cut(day);
    const [a, k] = sums.get(at) || [0, 0];
    sums.set(at, [a + all, k + kept]);
  }
  const last = steps.cut(days[days.length - 1][0]);
  const rows = [];
  for (let at = steps.cut(days[0][0]); at <= last && rows.length <= 2 * kMostBins; at = steps.next(at))
    rows.push([at, ...(sums.get(at) || [0, 0])]);
  return rows;
}

function unitFor(days, finest) {
  const first = days[0][0];
  const last = days[days.length - 1][0];
  if (finest === "day" && stepsOf("day").span(first, last) <= kMostBins) return "day";
  return stepsOf("month").span(first, last) <= kMostBins ? "month" : "year";
}

// Which days, months or years get a label, from the finest choice to the coarsest: where weeks,
// months, quarters or years begin, so that people find their way.
const kTickRules = {
  day: [
    () => true,
    (day) => new Date(day).getUTCDay() === 1,
    (day) => day.endsWith("-01"),
    (day) => /-(01|04|07|10)-01$/.test(day),
    (day) => day.endsWith("-01-01"),
  ],
  month: [() => true, (month) => /-(01|04|07|10)$/.test(month), ...everyYears("-01")],
  year: [() => true, ...everyYears("")],
};
const kTickWidth = 68; // pixels that a label takes

function everyYears(end) {
  return [1, 2, 5, 10, 20, 50, 100].map(
    (years) => (at) => at.endsWith(end) && Number(at.slice(0, 4)) % years === 0,
  );
}

function tickOfDay(rows, unit) {
  const choices = new Map(); // by how many fit
  const chosen = (width) => {
    const most = Math.max(2, Math.floor(width / kTickWidth));
    if (!choices.has(most)) {
      const rules = kTickRules[unit];
      choices.set(
        most,
        rules.find((rule) => rows.filter((row) => rule(row[0])).length <= most) || rules[rules.length - 1],
      );
    }
    return choices.get(most);
  };
  const beginsYear = (label) => label.endsWith("-01-01") || (unit === "month" && label.endsWith("-01"));
  // Days are labelled without their year, unless no label would tell it.
  const firstOfDays = (rule) => {
    const labels = rows.map((row) => row[0]).filter(rule);
    return unit === "day" && !labels.some(beginsYear) ? labels[0] : null;
  };
  const tick = (label, i, width) => {
    const rule = chosen(width);
    if (!rule(label)) return null;
    if (beginsYear(label) && rows.length > 1) return label.slice(0, 4);
    return rows.length === 1 || label === firstOfDays(rule)
      ? dayName(label)
      : dayName(label).replace(/^(\d.*) \d{4}$/, "$1");
  };
  tick.chosen = true;
  return tick;
}

function timeline(stats) {
  const days = (stats.days || []).filter((day) => day[0]);
  if (days.length === 0) return null;
  const undated = sum((stats.days || []).filter((day) => !day[0]).map((day) => day[1]));
  const { drawn, early, late } = bulk(days, stats.dates || {});
  const unit = unitFor(drawn, kFigures.days);
  const rows = series(drawn, unit);
  const empty = rows.filter((row) => row[1] === 0).length;
  const outside = [
    ["before", dayName(drawn[0][0]), early],
    ["after", dayName(drawn[drawn.length - 1][0]), late],
  ]
    .filter(([, , some]) => some.length > 0)
    .map(([side, day, some]) => `${counted(sum(some.map((one) => one[1])), "article")} dated ${side} ${day}`);
  const dates = stats.dates || {};
  return section(
    "timeline",
    "When",
    lede(
      spanName(days[0][0], days[days.length - 1][0]),
      empty > 0 ? `; ${counted(empty, unit)} of ${count(rows.length)} drawn without any article` : "",
      ". ",
      undated > 0
        ? `${counted(undated, "article")} undated (${share(undated, stats.total.in.articles)})`
        : "Every article has a date",
      dates.unparsable > 0 ? `; ${counted(dates.unparsable, "date")} not understood.` : ".",
    ),
    chart({
      title: "Articles over time",
      unit: `articles a ${unit}`,
      key: outcomeKey(),
      label: `Articles a ${unit}, ${spanName(rows[0][0], rows[rows.length - 1][0])}`,
      configuration: () =>
        bars({
          labels: rows.map((row) => row[0]),
          tick: tickOfDay(rows, unit),
          series: outcomeSeries(
            rows.map((row) => row[1]),
            rows.map((row) => row[2]),
          ),
          lines: { title: (items) => dayName(items[0].label), label: outcomeText },
        }),
      table: outcomeTable(
        unit === "day" ? "Day" : "Period",
        rows.map((row) => [dayName(row[0]), row[1], row[2]]),
      ),
    }),
    outside.length > 0
      ? note(`Not drawn: ${listed(outside)}; `, code("tables/days.csv"), " has every day.")
      : null,
    sitesOverTime(stats),
    coverage(stats),
  );
}

// A strip for each of the largest sites, on one axis: silent times show as gaps.
function sitesOverTime(stats) {
  const sites = (stats.site_days || []).filter((site) => site[1].length > 1);
  const days = (stats.days || []).filter((day) => day[0]);
  if (sites.length < 2) return null;
  const dated = (site) => sum(site[1].map((row) => row[1]));
  sites.sort((a, b) => dated(b) - dated(a));
  const { drawn } = bulk(days, stats.dates || {});
  const unit =
    stepsOf("day").span(drawn[0][0], drawn[drawn.length - 1][0]) <= 120 &&
    kFigures.days === "day" &&
    sites.every((site) => site[1].every((row) => row[0].length === 10))
      ? "day"
      : "month";
  const steps = series(drawn, unit).map((row) => row[0]);
  const rows = sites.map(([site, list]) => {
    const counts = new Map();
    for (const [day, n] of list)
      counts.set(stepsOf(unit).cut(day), (counts.get(stepsOf(unit).cut(day)) || 0) + n);
    return { site, values: steps.map((step) => counts.get(step) || 0), all: sum(list.map((row) => row[1])) };
  });
  return el(
    "figure",
    {},
    el(
      "figcaption",
      {},
      "The largest sites over time",
      el(
        "span",
        {},
        ` · articles a ${unit}, strongest where a site has most; ${spanName(steps[0], steps[steps.length - 1])}`,
      ),
    ),
    el(
      "div",
      { class: "scroll" },
      el(
        "table",
        {},
        el("caption", { class: "hidden" }, "The largest sites over time"),
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            el("th", { scope: "col" }, "Site"),
            el("th", { scope: "col", class: "strips" }, stripAxis(steps)),
            el("th", { scope: "col", class: "number" }, "Dated articles"),
          ),
        ),
        el(
          "tbody",
          {},
          rows.map((row) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, shownStart(row.site, 80)),
              el("td", { class: "strips" }, strip(row, unit, steps)),
              el("td", { class: "number" }, count(row.all)),
            ),
          ),
        ),
      ),
    ),
  );
}

// Where on the strips a year, or else a month or a day, begins.
function stripAxis(steps) {
  const box = el("div", { class: "strip-axis", role: "img", "aria-label": "Articles over time" });
  const tick = tickOfDay(
    steps.map((step) => [step]),
    steps[0].length === 10 ? "day" : "month",
  );
  steps.forEach((step, i) => {
    const name = tick(step, i, kStripAxisWidth);
    if (!name || i > kLastStripTick * steps.length) return;
    const label = el("span", {}, name);
    label.style.left = `${(100 * i) / steps.length}%`;
    box.append(label);
  });
  return box;
}

function strip({ site, values }, unit, steps) {
  const most = Math.max(...values);
  const filled = values.filter((value) => value > 0).length;
  const drawing = svg("svg", {
    class: "strip",
    viewBox: `0 0 ${values.length} 1`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": `${plain(site)}: articles in ${count(filled)} of ${counted(values.length, unit)}`,
  });
  values.forEach((value, i) => {
    if (value === 0) return;
    const box = svg(
      "rect",
      { x: i, y: 0, width: 1.02, height: 1 },
      svg("title", {}, `${dayName(steps[i])}: ${counted(value, "article")}`),
    );
    box.style.fill = "var(--accent)";
    box.style.fillOpacity = String(0.25 + 0.75 * Math.sqrt(value / most));
    drawing.append(box);
  });
  return drawing;
}

// Where there were articles every day there is no gap, not one of "0 days".
function gapName(days) {
  if (typeof days !== "number") return "–";
  return days > 0 ? counted(days, "day") : "none";
}

function coverage(stats) {
  const isOdd = (row) => Boolean(row.silent_since) || (row.longest_gap || {}).unusual === true;
  const rows = [...(stats.coverage || [])].sort(
    (a, b) => isOdd(b) - isOdd(a) || b.days_with_articles - a.days_with_articles,
  );
  if (rows.length === 0) return null;
  return table({
    title: "Gaps and silent sites",
    unit: "first those that fell silent, or with a gap that their own rhythm does not explain",
    rows,
    filter: (row) => siteName(row.site),
    filterLabel: "Sites with",
    columns: [
      { name: "Site", kind: "text", value: (row) => row.site, cell: (row) => shownSite(row.site) },
      {
        name: "First day",
        kind: "day",
        value: (row) => row.first_day || "",
        cell: (row) => dayName(row.first_day),
      },
      {
        name: "Last day",
        kind: "day",
        value: (row) => row.last_day || "",
        cell: (row) => dayName(row.last_day),
      },
      {
        name: "Days with articles",
        kind: "number",
        value: (row) => row.days_with_articles,
        cell: (row) => `${count(row.days_with_articles)} of ${count(row.days)}`,
      },
      {
        name: "Usual gap",
        kind: "number",
        value: (row) => (row.usual_gap === undefined ? null : row.usual_gap),
        cell: (row) => gapName(row.usual_gap),
      },
      {
        name: "Longest gap",
        kind: "number",
        value: (row) => (row.longest_gap ? row.longest_gap.days : 0),
        cell: (row) =>
          row.longest_gap && row.longest_gap.days > 0
            ? [
                row.longest_gap.unusual ? [el("span", { class: "tag" }, "unusual"), " "] : null,
                gapName(row.longest_gap.days),
              ]
            : gapName(row.longest_gap ? row.longest_gap.days : 0),
      },
      {
        name: "Silent since",
        kind: "day",
        value: (row) => row.silent_since || "",
        cell: (row) => (row.silent_since ? dayName(row.silent_since) : "–"),
      },
    ],
    part: partOf(kCut.coverage, rows.length, "sites", "coverage.csv"),
    after: cutNote(kCut.coverage, rows.length, "coverage.csv"),
  });
}
