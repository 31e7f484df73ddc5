// SPDX-License-Identifier: Apache-2.0
//
// measures_with_duckdb.mjs NPM_FOLDER OUT: DuckDB works out every measure's count, mean, least,
// greatest and quantiles again, from articles.csv.zst, read without options. Exits 1 where
// stats.json is off by more than it says.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, out] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const stats = JSON.parse(readFileSync(join(out, 'stats.json'), 'utf8'));
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const ranks = { p01: 0.01, p05: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95, p99: 0.99 };
let wrong = 0;
let compared = 0;

function expect(what, got, wanted, error) {
  ++compared;
  if (Math.abs(got - wanted) <= error) return;
  console.log(`${what}: ${got}, wanted ${wanted}`);
  ++wrong;
}

await connection.run(`CREATE TABLE articles AS FROM '${join(out, 'articles.csv.zst')}'`);
for (const measure of stats.measures) {
  // Below this the bucket of a value holds nothing else.
  const exact = measure.unit === 'count' ? 256 : 0.0256;
  for (const [side, filter] of [['in', ''], ['kept', "AND verdict = 'kept'"]]) {
    const told = measure[side];
    const quantiles = Object.values(ranks).map((p) => `quantile_disc(${measure.name}, ${p})`);
    const reader = await connection.runAndReadAll(
      `SELECT count(${measure.name}), avg(${measure.name}), min(${measure.name}),
              max(${measure.name}), ${quantiles.join(', ')}
       FROM articles WHERE reason IS DISTINCT FROM 'empty' ${filter}`);
    const [count, mean, least, greatest, ...values] = reader.getRows()[0].map(Number);
    const what = `${measure.name} ${side}`;
    expect(`${what} articles`, told.articles, count, 0);
    if (count === 0) continue;
    expect(`${what} mean`, told.mean, mean, 0.000051);
    expect(`${what} min`, told.min, least, 0);
    expect(`${what} max`, told.max, greatest, 0);
    Object.keys(ranks).forEach((name, i) => expect(`${what} ${name}`, told[name], values[i],
      values[i] < exact ? 1e-9 : values[i] / 256 + 1e-9));
  }
}
console.log(`${compared} figures compared, ${wrong} wrong`);
process.exit(wrong > 0 || compared < 1000 ? 1 : 0);
