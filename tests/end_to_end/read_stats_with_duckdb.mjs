// SPDX-License-Identifier: Apache-2.0
//
// read_stats_with_duckdb.mjs NPM_FOLDER OUT GLOB: OUT is `pressmill stats` of the files of GLOB. Opens
// every table in DuckDB without options, none of them empty, and compares figures with what DuckDB
// counts in the dump itself. Exits 1 where they differ.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, out, dump] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const stats = JSON.parse(readFileSync(join(out, 'stats.json'), 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
let wrong = 0;

async function value(query) {
  const reader = await connection.runAndReadAll(query);
  return Number(reader.getRows()[0][0]);
}

async function expect(query, wanted) {
  const got = await value(query);
  if (got === wanted) return;
  console.log(`${query}: ${got}, wanted ${wanted}`);
  ++wrong;
}

const table = (name) => `'${join(out, 'tables', name)}'`;
const articles = `'${join(out, 'articles.csv.zst')}'`;
const lines = `read_json('${dump}', format = 'newline_delimited', filename = true,
                         columns = {id: 'VARCHAR', text: 'VARCHAR'})`;

for (const name of readdirSync(join(out, 'tables')))
  if (await value(`SELECT count(*) FROM ${table(name)}`) === 0) {
    console.log(`${name} is empty`);
    ++wrong;
  }

// Texts as they came.
await expect(`SELECT count(*) FROM ${lines}`, stats.total.in.articles);
await expect(`SELECT sum(length(text)) FROM ${lines}`, stats.total.in.chars);
await expect(`SELECT sum(strlen(text)) FROM ${lines}`, stats.total.in.text_bytes);
await expect(
  `SELECT count(*) FROM ${lines} l
   JOIN ${articles} a ON a.id = l.id AND ends_with(l.filename, '/' || a.input)
   WHERE a.chars = length(coalesce(l.text, ''))`, stats.total.in.articles);

const members = Object.values(stats.duplicates.members).reduce((sum, count) => sum + count);
await expect(`SELECT sum(articles) FROM ${table('copying.csv')}`, members);
await expect(`SELECT sum(exact + near + contained + contains) FROM ${table('copying.csv')}`, members);
await expect(`SELECT sum(articles) FROM ${table('originality.csv')}`,
  await value(`SELECT count(*) FROM ${articles} WHERE verdict = 'kept' AND coalesce(site, '-') <> '-'`));
await expect(`SELECT sum(days_with_articles) FROM ${table('coverage.csv')}`,
  await value(`SELECT count(DISTINCT (site, day)) FROM ${articles} WHERE day IS NOT NULL`));
await expect(`SELECT sum(count) FROM ${table('rules_by_site.csv')} WHERE kind = 'quality'`,
  stats.quality.found);
await expect(`SELECT sum(count) FROM ${table('rules_by_lang.csv')} WHERE kind = 'quality'`,
  stats.quality.found);
await expect(`SELECT sum(count) FROM ${table('rules_by_site.csv')} WHERE kind = 'dropped'`,
  stats.dropped.empty ?? 0);
await expect(`SELECT count(*) FROM ${table('look.csv')}`, stats.look.length);
process.exit(wrong > 0 ? 1 : 0);
