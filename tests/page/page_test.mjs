// What a page of reports promises, in Chromium: it shows what stats.json says, asks nobody for
// anything, runs nothing that an article says, and can be used with a keyboard.
//
// Environment: PRESSMILL_CHROMIUM, and that of pages.mjs.

import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { cells, charts, complaints, launch, open } from "./browser.mjs";
import { assertDrawn, changed, madeUp, milled, python, reported, shoot } from "./pages.mjs";

const { PRESSMILL_CHROMIUM, PRESSMILL_PAGE_WORK } = process.env;
const kMostBytes = 5_000_000;
const kSections = [
  "overview",
  "look",
  "baseline",
  "timeline",
  "lengths",
  "languages",
  "sites",
  "duplicates",
  "furniture",
  "reasons",
  "vocabulary",
  "measures",
  "samples",
  "inputs",
];

let browser;

before(async () => {
  browser = await launch(PRESSMILL_CHROMIUM);
});
after(() => browser?.close());

test("all sections, their charts and their tables, dark and light", async () => {
  const file = madeUp("full");
  const stats = JSON.parse(fs.readFileSync(path.join(path.dirname(file), "stats.json"), "utf8"));
  const fills = {};
  for (const scheme of ["light", "dark"]) {
    const { page, seen, close } = await open(browser, file, { scheme });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), scheme);
    assert.deepEqual(await page.$$eval("main > section", (all) => all.map((one) => one.id)), kSections);
    assert.deepEqual(
      await page.$$eval("#contents a", (all) => all.map((one) => one.hash.slice(1))),
      kSections,
    );
    const found = await charts(page);
    assert.ok(found.length >= 5, `${found.length} charts`);
    assertDrawn(found);
    // What is drawn is what was counted.
    const dated = stats.days.filter((day) => day.day).reduce((all, day) => all + day.in.articles, 0);
    assert.equal(found.find((chart) => /^Articles a day/.test(chart.title)).sum, dated);
    fills[scheme] = found[0].fills.join();
    // The same as tables, for whoever does not see charts.
    const tables = await page.evaluate(async () => {
      const boxes = [...document.querySelectorAll("figure details")];
      for (const box of boxes) box.open = true;
      await new Promise((done) => setTimeout(done, 50));
      return boxes.map((box) => box.querySelectorAll("tbody tr").length);
    });
    assert.ok(tables.length >= found.length && tables.every((rows) => rows > 0), tables.join());
    await page.click("text=Distributions of");
    await page.waitForFunction(() => document.querySelectorAll(".multiples canvas").length > 3);
    assertDrawn(await charts(page));
    assert.deepEqual(complaints(seen, file), []);
    await shoot(page, `full-${scheme}`);
    await close();
  }
  assert.notEqual(fills.light, fills.dark, "charts follow the theme");
});

test("the theme can be chosen, and paper is white", async () => {
  const file = madeUp("theme");
  const { page, seen, close } = await open(browser, file, { scheme: "dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  const [first] = await charts(page);
  await page.click("#theme");
  assert.notEqual(await background(), dark);
  const [again] = await charts(page);
  assert.notDeepEqual(again.fills, first.fills);
  await page.reload();
  assert.notEqual(await background(), dark, "what was chosen stays chosen");
  await page.click("#theme");
  assert.equal(await background(), dark);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.notEqual(await background(), dark);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  assert.equal(await background(), dark);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("sections whose figures are missing are left out", async () => {
  const out = path.join(PRESSMILL_PAGE_WORK, "bare");
  const file = madeUp("bare");
  const stats = JSON.parse(fs.readFileSync(path.join(out, "stats.json"), "utf8"));
  for (const key of [
    "measures",
    "months",
    "vocabulary",
    "top",
    "names",
    "copying",
    "originality",
    "furniture",
    "coverage",
    "look",
    "baseline",
    "samples",
    "site_days",
  ])
    delete stats[key];
  for (const key of ["sizes", "similarities", "largest"]) stats.duplicates[key] = [];
  stats.duplicates.clusters = 0;
  stats.days = [{ day: null, in: stats.total.in, kept: stats.total.kept }];
  fs.writeFileSync(path.join(out, "stats.json"), JSON.stringify(stats));
  reported(out);
  const { page, seen, close } = await open(browser, file);
  assert.deepEqual(await page.$$eval("main > section", (all) => all.map((one) => one.id)), [
    "overview",
    "languages",
    "sites",
    "reasons",
    "inputs",
  ]);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("tables sort and filter", async () => {
  const file = madeUp("tables", "--sites", "400");
  const { page, seen, close } = await open(browser, file);
  const title = "Articles by site";
  const table = page.locator("#sites .table").first();
  const head = (name) => table.locator("thead button", { hasText: name }).first();
  const sortOf = (name) =>
    table.locator("thead th", { has: page.locator(`button:text-is("${name}")`) }).getAttribute("aria-sort");
  assert.equal(await sortOf("Articles"), "descending");
  assert.equal((await cells(page, title, 0)).length, 12);
  await head("Site").click();
  assert.equal(await sortOf("Site"), "ascending");
  assert.equal(await sortOf("Articles"), "none");
  const names = await cells(page, title, 0);
  const byName = [...names].sort((a, b) =>
    (a === "(no site)" ? "-" : a).localeCompare(b === "(no site)" ? "-" : b, "en", { numeric: true }),
  );
  assert.deepEqual(names, byName);
  await head("Site").click();
  assert.equal(await sortOf("Site"), "descending");
  assert.notDeepEqual(await cells(page, title, 0), names);
  await head("Dropped").click();
  const gone = (await cells(page, title, 4)).map((text) => Number(text.replaceAll(",", "")));
  assert.deepEqual(
    gone,
    [...gone].sort((a, b) => b - a),
  );
  assert.ok(gone[0] > gone[gone.length - 1]);
  await table.getByRole("searchbox").fill("FERRY");
  const found = await cells(page, title, 0);
  assert.ok(found.length > 5 && found.every((name) => name.includes("ferry")), found.join());
  assert.equal(await table.locator("output").textContent(), "20 of 400 rows");
  await table.getByRole("searchbox").fill("no such site");
  assert.equal((await cells(page, title, 0)).length, 0);
  await table.getByRole("searchbox").fill("");
  await table.getByRole("button", { name: "Show 100 more" }).click();
  const focused = await page.evaluate(() => document.activeElement.cells[0].textContent);
  assert.equal(focused, (await cells(page, title, 0))[12], "Tab goes on with the new rows");
  await table.getByRole("button", { name: "Show all 400" }).click();
  assert.equal((await cells(page, title, 0)).length, 400);
  assert.equal(await page.evaluate(() => document.activeElement.closest("tbody") !== null), true);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("the keyboard reaches everything, and one sees where it is", async () => {
  const file = madeUp("keyboard");
  const { page, seen, close } = await open(browser, file);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  const skip = await page.locator(".skip").boundingBox();
  assert.ok(skip.y >= 0, "the skip link is seen once it has the focus");
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, summary")].filter((one) =>
      one.checkVisibility(),
    );
    all.forEach((one, i) => {
      one.dataset.reached = i;
    });
    return all.length;
  });
  const reached = new Set();
  for (let i = 0; i < wanted + 60 && reached.size < wanted; ++i) {
    const at = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      return {
        number: one.dataset.reached,
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        name: `${one.tagName} ${one.textContent.slice(0, 30)}`,
      };
    });
    if (at.number !== undefined) {
      assert.ok(at.seen, `no focus to be seen on ${at.name}`);
      reached.add(at.number);
    }
    await page.keyboard.press("Tab");
  }
  assert.equal(reached.size, wanted);
  // Enter sorts, and leads to the figures.
  await page.locator("#sites thead button").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#sites thead th").first().getAttribute("aria-sort"), "ascending");
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

test("fits a phone", async () => {
  for (const [name, ...options] of [["phone"], ["phone-hostile", "--hostile"]]) {
    const file = madeUp(name, ...options);
    const { page, seen, close } = await open(browser, file, { width: 380, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 380);
    assertDrawn(await charts(page));
    assert.deepEqual(complaints(seen, file), []);
    if (name === "phone") await shoot(page, name);
    await close();
  }
});

test("options of the command line stay on one line", async () => {
  const file = changed("flags", (stats) => {
    stats.look = [
      {
        kind: "dates",
        text: "Dates of 12 articles can be read in two ways: --date-order says which one is meant.",
        command: "pressmill run DUMP --out OUT --date-order dmy",
      },
    ];
  });
  const { page, seen, close } = await open(browser, file, { width: 600, height: 800 });
  let flags = 0;
  for (let width = 320; width <= 600; width += 10) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(() => {
      const parts = [];
      const texts = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        for (const match of texts.currentNode.data.matchAll(/--[a-z]+(-[a-z]+)*/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, match.index);
          range.setEnd(texts.currentNode, match.index + match[0].length);
          const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
          parts.push([match[0], lines.size]);
        }
      return parts;
    });
    flags += found.filter(([, lines]) => lines === 1).length;
    assert.deepEqual(
      found.filter(([, lines]) => lines > 1),
      [],
      `${width} wide`,
    );
  }
  assert.ok(flags > 100, `${flags} options seen`);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

// A4 less its margins, at 96 dots an inch.
const kPaper = { width: 696, height: 1017 };

test("on paper nothing is cut off, and there is nothing to press", async () => {
  const file = madeUp("paper");
  const { page, seen, close } = await open(browser, file, { scheme: "dark" });
  const findings = await page.locator("#look li").count();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(kPaper);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const shown = await page.evaluate(() => ({
    controls: [...document.querySelectorAll("button, input, summary, nav")]
      .filter((one) => one.checkVisibility() && !one.closest("th"))
      .map((one) => one.textContent),
    beyond: [...document.querySelectorAll("main *")]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".hidden"))
      .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`),
    findings: [...document.querySelectorAll("#look li")].filter((one) => one.checkVisibility()).length,
    rows: [...document.querySelectorAll(".more .on-paper")].map((one) => one.textContent),
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.deepEqual(shown.controls, []);
  assert.deepEqual(shown.beyond, []);
  assert.equal(shown.findings, findings);
  assert.equal(shown.paper, "rgb(255, 255, 255)");
  assert.ok(shown.rows.length > 3 && shown.rows.every((text) => /^\d+ of \d+ rows\.$/.test(text)), shown.rows.join());
  await shoot(page, "paper");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  assert.ok((await page.locator("#look li:visible").count()) < findings);
  assert.deepEqual(complaints(seen, file), []);
  await close();
});

async function assertHarmless(file, scheme, texts) {
  const { page, seen, close } = await open(browser, file, { scheme });
  for (const box of await page.$$("details"))
    await box.evaluate((one) => {
      one.open = true;
    });
  for (const button of await page.$$(".more button")) await button.evaluate((one) => one.click());
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  assert.equal(await page.evaluate(() => typeof window.pwned), "undefined");
  // Nothing but what the template has.
  assert.equal(await page.locator("script").count(), 4);
  assert.equal(await page.locator("style").count(), 1);
  assert.equal(await page.locator("img, iframe, object, embed, base, link, form").count(), 0);
  assert.equal(
    await page.evaluate(
      () => document.querySelectorAll("main a, [onload], [onerror], [style*='url']").length,
    ),
    0,
  );
  const body = await page.locator("main").textContent();
  for (const text of texts) assert.ok(body.includes(text), `shown as text: ${text}`);
  assert.ok((await page.locator(".control", { hasText: "RLO" }).count()) > 0, "bidi controls are named");
  assert.doesNotMatch(body, /[\u202a-\u202e\u2066-\u2069\u001b]/);
  assert.deepEqual(complaints(seen, file), []);
  // Every row of every table is open: too long a picture.
  await shoot(page, `${path.basename(path.dirname(file))}-${scheme}`, false);
  await close();
}

test("a hostile corpus runs no script", async () => {
  const input = path.join(PRESSMILL_PAGE_WORK, "hostile-dump");
  python("make_hostile_dump.py", input);
  const file = milled("hostile", input, "--near", "0.5", "--repair", "off");
  for (const scheme of ["light", "dark"])
    await assertHarmless(file, scheme, ["</script><script>window.pwned = 1</script>", "<!--<script>"]);
});

test("hostile figures run no script", async () => {
  const file = madeUp("hostile-stats", "--hostile");
  for (const scheme of ["light", "dark"])
    await assertHarmless(file, scheme, ["</script><script>window.pwned = 1</script>", "<img src=x onerror="]);
});

test("the policy holds even if a script were to get in", async () => {
  const file = madeUp("policy");
  const { page, seen, close } = await open(browser, file);
  const outcome = await page.evaluate(async () => {
    const broken = [];
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "window.pwned = 1";
    document.body.append(script);
    const image = new Image();
    image.src = "http://127.0.0.1:9/pixel.png";
    const fetched = await fetch("http://127.0.0.1:9/").then(
      () => "went out",
      () => "refused",
    );
    await new Promise((done) => setTimeout(done, 100));
    return { broken, fetched, pwned: window.pwned };
  });
  assert.equal(outcome.pwned, undefined);
  assert.equal(outcome.fetched, "refused");
  assert.deepEqual(outcome.broken.map((one) => one.replace(/-elem$/, "")).sort(), [
    "connect-src",
    "img-src",
    "script-src",
  ]);
  assert.ok(seen.console.length >= 3, "complaints are seen by the tests");
  await close();
});

test("under 5 MB, and quick, whatever the corpus", async () => {
  const file = madeUp("large", "--sites", "20000", "--days", "3000", "--hostile");
  assert.ok(fs.statSync(file).size < kMostBytes, `${fs.statSync(file).size} bytes`);
  const { page, seen, close } = await open(browser, file);
  const sites = await page.locator("#sites").textContent();
  assert.match(sites, /more of 20,000 in tables\/sites\.csv/);
  assert.match(await page.locator("#timeline figcaption").first().textContent(), /articles a month/);
  assertDrawn(await charts(page));
  assert.deepEqual(complaints(seen, file), []);
  await close();
});
