// Reads the two data blocks and puts the page together: sections whose figures are missing are
// left out, and one that fails takes none of the others with it.

const kFigures = JSON.parse(document.getElementById("figures-data").textContent);
const kRun = JSON.parse(document.getElementById("run-data").textContent);
const kCut = kFigures.cut || {};
// `pressmill stats` counts alone: nothing is dropped, but texts that are empty are no articles.
const kTakesAway = (kFigures.stats || {}).mode !== "stats";

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
