// SPDX-License-Identifier: Apache-2.0
//
// read_with_duckdb.mjs NPM_FOLDER OUT: opens every result in DuckDB, as `FROM 'file'` without any
// options, and compares the number of all rows with stats.json. Exits 1 where they differ.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, out] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const stats = JSON.parse(readFileSync(join(out, 'stats.json'), 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
let wrong = 0;

async function expect(query, wanted) {
  const reader = await connection.runAndReadAll(query);
  const got = Number(reader.getRows()[0][0]);
  if (got === wanted) return;
  console.log(`${query}: ${got}, wanted ${wanted}`);
  ++wrong;
}

const file = (name) => `'${join(out, name)}'`;
const count = (name, wanted) => expect(`SELECT count(*) FROM ${file(name)}`, wanted);
const articles = stats.total.in.articles;
const kept = stats.total.kept.articles;

await count('articles.csv.zst', articles);
await expect(`SELECT count(*) FROM ${file('articles.csv.zst')} WHERE verdict = 'kept'`, kept);
await expect(`SELECT sum(words) FROM ${file('articles.csv.zst')}`, stats.total.in.words);
await expect(
  `SELECT count(*) FROM ${file('articles.csv.zst')} WHERE id LIKE 'comma, quote " and' || chr(10) || 'line break'`,
  1);
await count('kept/*.jsonl.zst', kept);
await expect(`SELECT sum(pressmill.words) FROM ${file('kept/*.jsonl.zst')}`, stats.total.kept.words);
await count('dropped/*.jsonl.zst', articles - kept);
await expect(`SELECT count(*) FROM ${file('dropped/*.jsonl.zst')} WHERE pressmill.reason = 'exact'`,
  stats.dropped.exact);
await count('malformed.jsonl.zst', stats.lines.malformed);
await count('clusters.jsonl.zst', stats.duplicates.clusters);
await expect(`SELECT sum(1 + len(members)) FROM ${file('clusters.jsonl.zst')}`,
  stats.duplicates.clustered_articles);
for (const name of ['sites', 'days', 'months', 'languages', 'site_days', 'inputs']) {
  await count(`tables/${name}.csv`, stats[name].length);
  await expect(`SELECT sum(articles) FROM ${file(`tables/${name}.csv`)}`, articles);
}
await count('tables/reasons.csv',
  Object.keys(stats.dropped).length + Object.keys(stats.malformed).length +
  Object.keys(stats.cleaning.rules).length + Object.keys(stats.quality.rules).length);
await count('tables/measures.csv', stats.measures.length);
await count('tables/histograms.csv',
  stats.measures.reduce((sum, measure) => sum + measure.histogram.length, 0));
// Of groups whose articles have no text there are no measures: as many words as there are in all.
for (const kind of ['site', 'lang', 'month', 'day', 'input', 'site_day'])
  await expect(
    `SELECT sum(round(mean * articles)) FROM ${file(`tables/measures_by_${kind}.csv`)}
     WHERE measure = 'words'`, stats.total.in.words);
const members = stats.duplicates.members;
await expect(`SELECT coalesce(sum(clusters), 0) FROM ${file('tables/clusters.csv')}`,
  stats.duplicates.clusters);
await expect(`SELECT coalesce(sum(articles), 0) FROM ${file('tables/clusters.csv')}`,
  stats.duplicates.clustered_articles);
await expect(`SELECT coalesce(sum(articles), 0) FROM ${file('tables/similarities.csv')}`,
  members.near + members.contained + members.contains);
process.exit(wrong > 0 ? 1 : 0);
