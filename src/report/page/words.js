// What the names in stats.json mean, in the words of the terminal summary; and their colours.

const kMeanings = {
  empty: "no text, or nothing but white space",
  language: "not in a language that --lang names",
  quality: "against a rule of the recipe",
  guard: "cleaning would have taken more than --guard-share",
  exact: "the same text as an article that is kept",
  near: "nearly the same text as an article that is kept",
  contained: "stands in a longer article that is kept",
  not_json: "broken JSON",
  bad_utf8: "invalid UTF-8 (--repair on mends it)",
  not_object: "JSON, but no object",
  text_type: "the text is no string",
  too_deep: "nested too deeply",
  too_long: "line longer than 64 MiB",
  damaged_input: "cut off by damage in the file",
};

// What has no name of its own here goes by its reason's.
const kReasonNames = { quality: "quality rule" };

const kRuleMeanings = {
  model: "the model takes it for furniture",
  cut_headline: "the headline, cut off",
  headline: "the headline once more",
  repeated: "a paragraph that stands further up, too",
  pointer: "“see also” and the headline of another article",
  furniture: "other articles of the site have it, too",
  other_headline: "the headline of another article of the site",
  listed: "a person says so (--furniture)",
  byline: "who wrote it",
  update_note: "when it was updated",
  caption: "caption or credit of a picture",
  dateline: "a time of day by itself",
  related: "in a run of headlines behind “related” or “read more”",
  between: "always stands above or below the site's articles",
};

const kKindNames = {
  exact: "exact copies",
  near: "near-duplicates",
  contained: "contained in another",
  contains: "contain another",
};
const kOneOfKind = {
  exact: "exact copy",
  near: "near-duplicate",
  contained: "contained in another",
  contains: "contains another",
};
const kColoured = new Set([
  "exact",
  "near",
  "contained",
  "language",
  "guard",
  "empty",
  "malformed",
  "quality",
]);

// Names of rules are people's own: one called "constructor" means nothing here.
function named(names, name) {
  return Object.hasOwn(names || {}, name) ? names[name] : "";
}

// "1 exact copy", "12 near-duplicates".
function countedKind(kind, n) {
  return `${count(n)} ${named(n === 1 ? kOneOfKind : kKindNames, kind) || kind}`;
}

function reasonName(reason) {
  return named(kReasonNames, reason) || reason;
}

// Rules of a recipe go by the colour of quality.
function reasonColour(reason) {
  if (reason === "kept") return "accent";
  return `c-${kColoured.has(reason) ? reason : "quality"}`;
}

function meaningOf(reason, stats) {
  const { conditions } = stats.quality || {};
  return named(kMeanings, reason) || named(kRuleMeanings, reason) || named(conditions, reason);
}

function languageName(lang) {
  if (!lang) return "unknown";
  try {
    return kLanguages.of(lang) || lang;
  } catch {
    return lang;
  }
}

const kLanguages = new Intl.DisplayNames(["en"], { type: "language" });

// {exact: 3, near: 1} -> [["exact", 3], ["near", 1]], the largest first.
function ranked(counts) {
  return Object.entries(counts || {}).sort((a, b) => b[1] - a[1]);
}
