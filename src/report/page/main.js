// Reads the two data blocks and puts the page together: sections whose figures are missing are
// left out, and one that fails takes none of the others with it.

const kFigures = JSON.parse(document.getElementById("figures-data").textContent);
const kRun = JSON.parse(document.getElementById("run-data").textContent);
const kCut = kFigures.cut || {};

function baseline(stats) {
  const found = stats.baseline;
  if (!found || typeof found !== "object") return null;
  const rows = [];
  const walk = (prefix, value) => {
    if (value !== null && typeof value === "object")
      for (const [name, one] of Object.entries(value)) walk(prefix ? `${prefix} · ${name}` : name, one);
    else rows.push([prefix.replaceAll("_", " "), value]);
  };
  walk("", found);
  return section(
    "baseline",
    "Against the baseline",
    table({
      title: "What changed",
      rows,
      first: 25,
      filter: (row) => row[0],
      columns: [
        { name: "Figure", kind: "wide", value: (row) => row[0], cell: (row) => shown(row[0]) },
        {
          name: "Value",
          kind: "text",
          value: (row) => String(row[1]),
          cell: (row) => shownStart(setting(row[1])),
        },
      ],
    }),
  );
}

const kMakers = [
  overview,
  lookAt,
  baseline,
  timeline,
  lengths,
  languages,
  sites,
  duplicates,
  furniture,
  reasons,
  vocabulary,
  measures,
  samples,
  inputs,
  () => howItRan(kRun),
];

function make(maker) {
  try {
    return maker(kFigures.stats);
  } catch (error) {
    // Seen by whoever looks into the console, and by the tests.
    console.error(`a section could not be made: ${error.stack}`);
    return null;
  }
}

function contents() {
  const list = el(
    "ol",
    {},
    kSections.map(({ id, title }) => el("li", {}, el("a", { href: `#${id}` }, title))),
  );
  document.getElementById("contents").append(list);
  const links = new Map(kSections.map(({ id }, i) => [id, list.children[i].firstChild]));
  const seen = new Set();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries)
        entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id);
      const current = kSections.find(({ id }) => seen.has(id));
      for (const [id, link] of links)
        if (current && current.id === id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
    },
    { rootMargin: "-10% 0px -70% 0px" },
  );
  for (const { element } of kSections) watcher.observe(element);
}

startTheme();
document.getElementById("main").append(...kMakers.map(make).filter(Boolean));
startCharts();
contents();
