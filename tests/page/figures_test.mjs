// What a page of reports says: the figures of all that was counted, sorted by their value, in words
// that are right for one article as for many, and for a dump that is only counted.
//
// Environment: PRESSMILL_CHROMIUM, and that of pages.mjs.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import vm from "node:vm";

import { cells, charts, complaints, launch, open } from "./browser.mjs";
import { assertDrawn, changed, dumpOf, kSample, madeUp, milled, shoot, written } from "./pages.mjs";

let browser;

before(async () => {
  browser = await launch(process.env.PRESSMILL_CHROMIUM);
});
after(() => browser?.close());

test("a dump that nothing was taken from", async () => {
  const file = changed("stats-only", (stats) => {
    Object.assign(stats, { mode: "stats", dropped: {} });
    stats.total.kept = stats.total.in;
  });
  const { page, seen, close } = await open(browser, file);
  assert.match(await page.locator("h1").textContent(), /^187,353 articles with 60.0 M words$/);
  assert.equal(await page.locator("#overview .flow").count(), 0);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// What a group's row in stats.json needs.
function volume(articles) {
  return { articles, words: 300 * articles };
}

function siteRow(site, articles, kept, dropped) {
  return { site, in: volume(articles), kept: volume(kept), ...(dropped ? { dropped } : {}) };
}

test("sites that lost most are named, however small among however many", async () => {
  const file = changed("lossy", (stats) => {
    stats.sites = [siteRow("lossy.example", 9, 1, { language: 8 })];
    for (let i = 0; i < 3000; ++i) stats.sites.push(siteRow(`site-${i}.example`, 10, 10));
    stats.total.in.articles = 30009;
    stats.total.kept.articles = 30001;
    stats.dropped = { language: 8 };
  });
  const { page, seen, close } = await open(browser, file);
  assert.match(
    await page.locator("#overview .whys p", { hasText: "From where" }).textContent(),
    /^From where: 8 from lossy\.example \(88\.9 % of its 9\)\.$/,
  );
  const title = "Articles by site";
  await page.locator("#sites thead button", { hasText: "Dropped" }).first().click();
  assert.equal((await cells(page, title, 0))[0], "lossy.example");
  assert.equal((await cells(page, title, 6))[0], "language, 8");
  assert.match(
    await page.locator("#sites .table").first().textContent(),
    /1,001 more of 3,001 in tables\/sites\.csv; here are the largest and those that lost most\.$/,
  );
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("sites that lost articles are counted among all", async () => {
  const file = changed("many-lossy", (stats) => {
    stats.sites = [];
    for (let i = 0; i < 12000; ++i)
      stats.sites.push(siteRow(`site-${i}.example`, 10, i < 9428 ? 9 : 10, i < 9428 ? { near: 1 } : null));
    stats.total.in.articles = 120000;
    stats.total.kept.articles = 120000 - 9428;
    stats.dropped = { near: 9428 };
  });
  const { page, seen, close } = await open(browser, file);
  const where = page.locator("#overview .whys p", { hasText: "From where" });
  assert.match(await where.textContent(), /; 9,428 sites lost articles\.$/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("what is only counted is neither kept nor dropped", async () => {
  const file = written("stats", "counted", kSample);
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  assert.ok(stats.dropped.empty > 0, "the sample has texts that are empty");
  const { page, seen, close } = await open(browser, file);
  const overview = await page.locator("#overview .numbers").textContent();
  assert.ok(overview.includes(`Without text${stats.dropped.empty}of the articles`), overview);
  const words = await page.evaluate(async () => {
    for (const box of document.querySelectorAll("details")) box.open = true;
    await new Promise((done) => setTimeout(done, 100));
    const said = document.querySelectorAll(
      "h1, h2, h3, th[scope=col], caption, figcaption, .key li, .lede, .numbers",
    );
    const labels = [...document.querySelectorAll("canvas")].flatMap((canvas) =>
      Chart.getChart(canvas).data.datasets.map((set) => set.label),
    );
    return [...[...said].map((one) => one.textContent), ...labels];
  });
  assert.ok(words.includes("articles") && words.length > 60, `${words.length} texts`);
  assert.deepEqual(
    words.filter((text) => /(?<!would be )\b(kept|dropped)\b/i.test(text)),
    [],
  );
  const empty = stats.sites
    .map((site) => [site.site, site.in.articles - site.kept.articles])
    .filter(([, n]) => n > 0);
  const names = await cells(page, "Articles by site", 0);
  const counts = await cells(page, "Articles by site", 4);
  for (const [site, n] of empty) assert.equal(counts[names.indexOf(site)], String(n), site);
  const lengths = (await charts(page)).find((chart) => /^Articles by words/.test(chart.title));
  const bins = stats.measures.find((measure) => measure.name === "words").histogram;
  assert.equal(lengths.sum, bins.reduce((all, bin) => all + bin.in, 0));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("whoever filters a list that was cut is told where the rest is", async () => {
  const file = madeUp("cut", "--sites", "3000");
  const { page, seen, close } = await open(browser, file);
  const table = page.locator("#sites .table").first();
  const told = "; the page has only 2,000 of 3,000 sites: all are in tables/sites.csv";
  await table.getByRole("searchbox").fill("no such site");
  assert.equal(await table.locator("output").textContent(), `0 of 2,000 rows${told}`);
  await table.getByRole("searchbox").fill("ferry-4.example");
  assert.equal(await table.locator("output").textContent(), `1 of 2,000 rows${told}`);
  await table.getByRole("searchbox").fill("");
  assert.equal(await table.locator("output").textContent(), "2,000 rows");
  const whole = page.locator("#timeline .table", { hasText: "Gaps and silent sites" });
  await whole.getByRole("searchbox").fill("no such site");
  assert.equal(await whole.locator("output").textContent(), "0 of 39 rows");
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// Of a cell that is a number and no more: "41,937+", "12.3 %", "-4.0 %"; else null.
function numberIn(text) {
  const found = /^([+-]?\d[\d,]*(?:\.\d+)?)(?:\+| %| days?| words)?$/.exec(text);
  return found ? Number(found[1].replaceAll(",", "")) : null;
}

test("what is a number sorts by its value, in every column of every table", async () => {
  const file = changed("numbers", (stats) => {
    stats.duplicates.largest.forEach((row, i) => {
      row.survivor = row.cluster = [2, 158, 14, 1][i % 4] + 1000 * Math.floor(i / 4);
    });
  });
  const { page, seen, close } = await open(browser, file);
  for (const button of await page.$$(".more button")) await button.evaluate((one) => one.click());
  const columns = await page.evaluate(() => {
    const sorted = [];
    for (const table of document.querySelectorAll(".table table"))
      for (let i = 0; i < table.tHead.rows[0].cells.length; ++i)
        for (const way of ["ascending", "descending"]) {
          const head = table.tHead.rows[0].cells[i];
          for (let press = 0; press < 2 && head.getAttribute("aria-sort") !== way; ++press)
            head.querySelector("button").click();
          const name = `${table.caption.textContent}: ${head.textContent}, ${way}`;
          // The text beside a bar is all that a bar's cell says.
          sorted.push([name, way, [...table.tBodies[0].rows].map((row) => row.cells[i].textContent)]);
        }
    return sorted;
  });
  let checked = 0;
  for (const [name, way, texts] of columns) {
    const numbers = texts.map(numberIn);
    if (numbers.length < 3 || numbers.includes(null)) continue;
    const sign = way === "ascending" ? 1 : -1;
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => sign * (a - b)),
      name,
    );
    ++checked;
  }
  assert.ok(checked > 60, `${checked} columns of numbers`);
  const clusters = await cells(page, "Largest clusters", 0);
  assert.deepEqual(clusters.slice(0, 3), ["4,158", "4,014", "4,002"]);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("what a site has of another's adds up", async () => {
  const file = madeUp("copying");
  const { page, seen, close } = await open(browser, file);
  const columns = [];
  for (let i = 2; i <= 6; ++i)
    columns.push((await cells(page, "Who copies whom", i)).map((text) => Number(text.replaceAll(",", ""))));
  const [all, ...kinds] = columns;
  assert.ok(columns[4].some((n) => n > 0) && all.length > 5);
  all.forEach((n, row) => assert.equal(n, kinds.reduce((sum, kind) => sum + kind[row], 0), `row ${row}`));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("counts that may be too low say so, of words and of names", async () => {
  const file = changed("least", (stats) => {
    stats.names = [
      {
        month: "2015-02",
        names: [
          { name: "Anna Ferrer", articles: 22, error: 3 },
          { name: "Old Mill", articles: 21, error: 0 },
        ],
      },
    ];
    stats.top.words = [
      { word: "harbour", count: 41937, error: 2, stop_words: 0 },
      { word: "mill", count: 40000, error: 0, stop_words: 0 },
    ];
  });
  const { page, seen, close } = await open(browser, file);
  assert.deepEqual(await cells(page, "Capitalised names by month", 1), ["Anna Ferrer 22+, Old Mill 21"]);
  assert.deepEqual(await cells(page, "Most frequent words", 1), ["41,937+", "40,000"]);
  for (const title of ["Capitalised names by month", "Most frequent words"])
    assert.match(await page.locator("caption", { hasText: title }).textContent(), /at least so (many|often)/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// Dates that a clock or an epoch made up would press all others into one bar.
test("few articles decades away are told, not drawn", async () => {
  const file = madeUp("stray", "--days", "60", "--stray");
  const { page, seen, close } = await open(browser, file);
  const timeline = page.locator("#timeline");
  assert.match(await timeline.locator("figcaption").first().textContent(), /articles a day/);
  const text = await timeline.textContent();
  assert.match(text, /Not drawn: 3 articles dated before/);
  assert.match(text, /2 articles dated after/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("settings stand there as the options take them", async () => {
  const shown = async (name, ...options) => {
    const file = milled(name, kSample, ...options);
    const { page, close } = await open(browser, file);
    const facts = await page.$$eval("#run .facts dt", (names) =>
      names.map((one) => [one.textContent, one.nextElementSibling.textContent]),
    );
    await close();
    return Object.fromEntries(facts);
  };
  const usual = await shown("settings");
  const options = ["--near", "0.85", "--contained", "off", "--sample", "12.5%", "--guard-share", "80%"];
  const given = await shown("settings-given", ...options);
  const names = ["near", "contained", "sample", "guard_share", "clean_threshold"];
  assert.deepEqual(names.map((name) => usual[name]), ["0.7", "0.9", "100 %", "95 %", "40 %"]);
  assert.deepEqual(names.map((name) => given[name]), ["0.85", "off", "12.5 %", "80 %", "40 %"]);
});

test("one article of one day", async () => {
  const text = Array.from({ length: 80 }, (_, i) => `word${i}`).join(" ");
  const input = dumpOf("one-dump", [{ id: 1, site: "a.example", date: "2024-01-02", text }]);
  const file = milled("one", input, "--clean", "off");
  const { page, seen, close } = await open(browser, file);
  assert.equal(await page.locator("h1").textContent(), "The one article is kept.");
  assert.match(await page.locator("#timeline .lede").textContent(), /^2 Jan 2024\. /);
  assert.equal(
    await page.locator("#lengths .lede").textContent(),
    "At least half of the articles have about 80 words; the mean is 80.",
  );
  const ticks = await page.evaluate(() =>
    Chart.getChart(document.querySelector("#timeline canvas")).scales.x.ticks.map((tick) => tick.label),
  );
  assert.deepEqual(ticks, ["2 Jan 2024"]);
  assert.doesNotMatch(await page.locator("main").textContent(), /\b(\d+ \w+ \d{4}) to \1\b/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// Some of what a rule marks goes for another reason: as a copy, for its language.
test("what a recipe only marks is not said to be kept", async () => {
  const file = madeUp("marks");
  const { page, seen, close } = await open(browser, file);
  const caption = await page.locator("#reasons caption", { hasText: "recipe fineweb marks" }).textContent();
  assert.match(caption, /not dropped for it$/);
  assert.doesNotMatch(`${caption} ${await page.locator("#reasons .lede").textContent()}`, /\bkept\b/);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("one of a kind is not worded as many", async () => {
  const file = changed("ones", (stats) => {
    stats.sites = [siteRow("-", 1, 1), siteRow("a.example", 2, 1, { exact: 1 })];
    stats.total.in.articles = 3;
    stats.total.kept.articles = 2;
    stats.dropped = { exact: 1 };
    Object.assign(stats.lines, { all: 14, not_sampled: 10, malformed: 1 });
    Object.assign(stats.cleaning, { lines_removed: 1, articles: 1 });
    stats.duplicates.members = { exact: 1, near: 1, contained: 1, contains: 1 };
    stats.coverage = [
      { site: "a.example", first_day: "2015-01-01", last_day: "2015-01-09", days_with_articles: 9, days: 9 },
    ];
    Object.assign(stats.coverage[0], { usual_gap: 0, longest_gap: { days: 0 }, silent_since: null });
  });
  const { page, seen, close } = await open(browser, file);
  const text = (place) => page.locator(place).first().textContent();
  assert.equal(await text("h1"), "2 of 3 articles are kept; 1 is dropped.");
  assert.match(await text("#overview .numbers"), /Cleaned away1line, from 1 articleMalformed1line, 25\.0 % of all$/);
  assert.match(await text("#sites .lede"), /1 article \(33\.3 %\) names none\.$/);
  assert.match(
    await text("#duplicates .lede"),
    /1 exact copy, 1 near-duplicate, 1 contained in another and 1 contains another\./,
  );
  for (const column of [4, 5])
    assert.deepEqual(await cells(page, "Gaps and silent sites", column), ["none"], `column ${column}`);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// What the page rounds it rounds as the terminal does.
test("figures are written as people read them", () => {
  const source = (name) => fs.readFileSync(path.join(process.env.PRESSMILL_SOURCE, "src/report/page", name), "utf8");
  const script = vm.createContext({});
  for (const name of ["format.js", "baseline.js"]) vm.runInContext(source(name), script);
  const said = (expression) => vm.runInContext(expression, script);
  assert.equal(said("bytes(1010 * 1024)"), "1010 KiB");
  assert.equal(said("bytes(5.4321 * 1024 * 1024)"), "5.43 MiB");
  assert.equal(said("bytes(12)"), "12 bytes");
  assert.equal(said("compact(999600000)"), "1.00 G");
  assert.equal(said("compact(8351276)"), "8.35 M");
  assert.equal(said("compact(999499)"), "999,499");
  assert.equal(said("share(361, 400)"), "90.2 %");
  assert.equal(said("share(39, 400)"), "9.8 %");
  assert.equal(said("share(1, 100000)"), "< 0.1 %");
  assert.equal(said("share(99999, 100000)"), "> 99.9 %");
  assert.equal(said("duration(119700)"), "2 min 00 s");
  assert.equal(said("duration(3599700)"), "1 h 00 min");
  assert.equal(said("duration(1840)"), "1.8 s");
  assert.equal(said("brief(0.0004, 0.0001)"), "0.0004");
  assert.equal(said("brief(1690.829, 200)"), "1,691");
  assert.equal(said("changeOf(7, 7)"), "=");
});

test("months are drawn whole, and thin ends that cost no room are drawn", async () => {
  const file = changed("dense", (stats) => {
    stats.days = [];
    for (let i = 0; i < 500; ++i) {
      const day = new Date(Date.UTC(2024, 0, 1) + i * 86400000).toISOString().slice(0, 10);
      stats.days.push({ day, in: volume(100), kept: volume(90) });
    }
    stats.site_days = [];
  });
  const { page, close } = await open(browser, file);
  assert.doesNotMatch(await page.locator("#timeline").textContent(), /Not drawn/);
  const rows = (await charts(page)).find((chart) => /^Articles a month/.test(chart.title));
  const months = rows.values.length / 2;
  assert.deepEqual([rows.values[0], rows.values[months]], [31 * 90, 31 * 10], "of January 2024");
  await close();
});

test("words that cleaning took are of those that came in", async () => {
  const file = changed("words-taken", (stats) => {
    stats.total.in.words = 900;
    stats.total.kept.words = 800;
    Object.assign(stats.cleaning, { words_removed: 100, lines_removed: 5, articles: 2 });
  });
  const { page, close } = await open(browser, file);
  assert.match(await page.locator("#overview .numbers").textContent(), /Words kept80080\.0 % of 1,000/);
  assert.match(await page.locator("#overview .whys").textContent(), /with 100 words \(10\.0 %\)/);
  await close();
});

test("a baseline of another command says so, and that its list of sites was cut", async () => {
  const file = changed("baseline-mode", (stats) => {
    const row = (name, before, now) => ({ name, before, now });
    stats.baseline = {
      out_before: "nights/mon<b>day", version_before: 4, mode_before: "stats", mode_now: "run",
      volume: [row("articles", 4, 4), row("kept_words", 10, 30)],
      words_per_article: { before: 961.8, now: 963.4 },
      reasons: [{ reason: "not_this", before: 0, now: 3 }],
      malformed: [], languages: [],
      sites: {
        before: 120, now: 130, new: 20, vanished: 10, largest_new: [], largest_vanished: [],
        changed: Array.from({ length: 100 }, (_, i) => ({ site: `s${i}.example`, before: 2, now: 3 })),
      },
    };
  });
  const { page, close } = await open(browser, file);
  const text = await page.locator("#baseline").textContent();
  assert.match(text, /One is of pressmill stats, the other of pressmill run: stats keeps all\./);
  assert.match(text, /4 articles came in, 4 in nights\/mon<b>day \(=\);/);
  assert.match(text, /130 sites, 120 before \(\+8\.3 %\)/);
  assert.match(text, /words kept/);
  assert.match(text, /961\.8\s*963\.4/);
  assert.match(text, /The 100 that changed most; both runs together have 140\./);
  const sites = page.locator("#baseline .table", { hasText: "The 100 that" });
  await sites.getByRole("searchbox").fill("qu.example");
  assert.match(await sites.locator("output").textContent(), /^0 of 100 rows; the page has only 100 of 140 sites$/);
  await close();
});

test("a count that may be much too low shows how much", async () => {
  const file = changed("errors", (stats) => {
    stats.names = [{ month: "2020-06", articles: 90, names: [
      { name: "Ann Lee", articles: 24, error: 5 }, { name: "Bo Ray", articles: 16, error: 15 },
      { name: "Cy Orr", articles: 9, error: 0 }] }];
  });
  const { page, close } = await open(browser, file);
  assert.match(await page.locator("#vocabulary").textContent(), /Ann Lee 24\+, Bo Ray 16–31, Cy Orr 9/);
  await close();
});

test("a class without clusters has no bar", async () => {
  const file = changed("sizes", (stats) => {
    stats.duplicates.sizes = [{ size: 3, clusters: 4 }, { size: 15, clusters: 1 }];
  });
  const { page, close } = await open(browser, file);
  const values = await page.evaluate(() =>
    Object.values(Chart.instances).find((one) => one.data.datasets[0].label === "clusters").data.datasets[0].data,
  );
  assert.equal(values.filter((value) => value === 0).length, 0, "a least height is for what is there");
  assert.deepEqual(values.filter((value) => value !== null), [4, 1]);
  await close();
});

test("dates that lie apart are not drawn, as they do not count elsewhere", async () => {
  const file = changed("apart", (stats) => {
    const volume = (articles) => ({ articles, words: articles, chars: articles });
    const day = (name, articles) => ({ day: name, in: volume(articles), kept: volume(articles) });
    stats.days = [...Array.from({ length: 28 }, (_, i) => day(`2020-02-${String(i + 1).padStart(2, "0")}`, 10)),
      day("2020-04-01", 2), day("2020-05-01", 3)];
    Object.assign(stats.dates, { first_day: "2020-02-01", last_day: "2020-02-28", before: 0, after: 5 });
  });
  const { page, close } = await open(browser, file);
  assert.match(await page.locator("#timeline").textContent(), /Not drawn: 5 articles dated after 28 Feb 2020/);
  await close();
  const wrong = changed("apart-from-all", (stats) => {
    Object.assign(stats.dates, { first_day: "1900-01-01", last_day: "1900-01-02" });
  });
  const other = await open(browser, wrong);
  assert.ok((await other.page.locator("#timeline canvas").count()) > 0, "a file that somebody wrote");
  assert.deepEqual(complaints(other.seen, wrong), []);
  await other.close();
});

test("the time axis tells the year, once", async () => {
  const articles = [];
  for (let day = 3; day <= 9; ++day)
    articles.push({ id: day, site: "a.example", date: `2024-05-0${day}`, text: `Text of day ${day}.` });
  const file = milled("week", dumpOf("week-dump", articles), "--clean", "off", "--dedup", "off");
  const { page, close } = await open(browser, file);
  const ticks = await page.evaluate(() =>
    Chart.getChart(document.querySelector("#timeline canvas")).scales.x.ticks.map((tick) => tick.label),
  );
  assert.deepEqual(ticks.slice(0, 2), ["3 May 2024", "4 May"]);
  assert.equal(ticks.filter((label) => /2024/.test(label)).length, 1);
  await close();
});

test("the sample dump, milled", async () => {
  const file = milled("sample", kSample);
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  const { page, seen, close } = await open(browser, file);
  const first = await page.locator("#overview").textContent();
  for (const figure of [
    stats.total.in.articles,
    stats.total.kept.articles,
    stats.dropped.near,
    stats.cleaning.lines_removed,
  ])
    assert.ok(first.includes(figure.toLocaleString("en-US")), `${figure} stands in the overview`);
  assertDrawn(await charts(page));
  assert.ok((await page.locator(".sample mark").count()) > 0, "differences are marked");
  assert.ok((await page.locator("#run").textContent()).includes("emit"), "passes and their times");
  assert.deepEqual(complaints(seen, file), []);
  await shoot(page, "sample");
  await close();
});
