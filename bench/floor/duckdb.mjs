// SPDX-License-Identifier: Apache-2.0
//
// duckdb.mjs NPM_FOLDER MODE DUMP.jsonl.zst SCRATCH [THREADS]: what a good general tool makes of a
// dump, for bench/floor/floor.py. Prints one JSON object. Modes:
//
//   columns  looks at the head, as DuckDB's own detection would, and writes SCRATCH/columns.json.
//            Not timed. (The detection itself gives up on dumps with lines that are no object.)
//   check    counts articles with text and distinct texts, by the lines' own JSON. Not timed.
//   dedup    keeps the first of each equal text and writes SCRATCH/duckdb.jsonl.zst
//   words    counts words and takes quantiles of the texts' lengths; writes nothing
//
// DuckDB gets the form that was fastest of those that keep the first article and the order: one
// read into a table, equal texts by hash, one write. It normalises nothing, keeps no account of
// what it drops, skips malformed lines silently, and knows the fields of the head only.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder, mode, dump, scratch, threads = '1'] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');

// Names that a text goes by, in pressmill's order (docs/input.md).
const TEXT_NAMES = ['text', 'content', 'body', 'maintext', 'article', 'article_text', 'raw_content',
  'content_original'];
// What DuckDB's detection of columns looks at, too.
const HEAD_LINES = 20480;

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const name = (text) => `"${text.replaceAll('"', '""')}"`;
const columnsFile = join(scratch, 'columns.json');
const output = join(scratch, 'duckdb.jsonl.zst');
const options = `${quoted(dump)}, format = 'newline_delimited', ignore_errors = true`;

const instance = await DuckDBInstance.create(':memory:',
  { threads, temp_directory: join(scratch, 'duckdb-spill') });
const connection = await instance.connect();
const rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();

function objectOf(line) {
  try {
    const value = JSON.parse(line);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

/** Column -> type: VARCHAR where all values of the head are strings, else JSON, which keeps all. */
function columnsOf(lines) {
  const types = new Map();
  const byLowerCase = new Map(); // DuckDB tells no Text from text
  for (const line of lines) {
    for (const [key, value] of Object.entries(objectOf(line))) {
      const column = byLowerCase.get(key.toLowerCase()) ?? key;
      byLowerCase.set(key.toLowerCase(), column);
      const isText = value === null || typeof value === 'string' || TEXT_NAMES.includes(column);
      if (!isText || !types.has(column)) types.set(column, isText ? 'VARCHAR' : 'JSON');
    }
  }
  return Object.fromEntries(types);
}

async function findColumns() {
  const head = await rows(
    `SELECT json::VARCHAR FROM read_json_objects(${options}) LIMIT ${HEAD_LINES}`);
  const columns = columnsOf(head.map((row) => row[0]));
  writeFileSync(columnsFile, JSON.stringify(columns));
  return { columns };
}

const textNames = (columns) => TEXT_NAMES.filter((field) => field in columns);

/** The dump as a table; `wanted` picks columns, since DuckDB parses no others. */
function articles(columns, wanted = Object.keys(columns)) {
  const list = wanted.map((field) => `${name(field)}: ${quoted(columns[field])}`).join(', ');
  return `read_json(${options}, columns = {${list}})`;
}

async function check(columns) {
  const texts = textNames(columns)
    .map((field) => `CASE json_type(json, ${quoted(`$.${field}`)}) WHEN 'VARCHAR'
                     THEN json_extract_string(json, ${quoted(`$.${field}`)}) END`);
  const [[count, distinct]] = await rows(`
    SELECT count(*), count(DISTINCT body)
    FROM (SELECT coalesce(${texts.join(', ')}) AS body FROM read_json_objects(${options}))
    WHERE trim(body, E' \\n\\r\\t') <> ''`);
  return { articles: Number(count), distinct: Number(distinct) };
}

async function dedup(columns) {
  const body = `coalesce(${textNames(columns).map(name).join(', ')})`;
  await connection.run(`CREATE TEMP TABLE dump AS SELECT * FROM ${articles(columns)}`);
  const [[count]] = await rows(`
    COPY (SELECT * FROM dump WHERE rowid IN
            (SELECT min(rowid) FROM dump WHERE trim(${body}) <> '' GROUP BY hash(${body})))
    TO ${quoted(output)} (FORMAT json, COMPRESSION zstd)`);
  return { kept: Number(count), bytes: statSync(output).size };
}

async function words(columns) {
  const fields = textNames(columns);
  // Spaces and line ends part words; the cheapest form that counts nearly what \S+ finds.
  const [[count, sum, quantiles]] = await rows(`
    SELECT count(*),
           sum(len(string_split(replace(replace(body, E'\\n\\n', E'\\n'), E'\\n', ' '), ' '))),
           quantile_cont(length(body), [0.5, 0.9, 0.99])::VARCHAR
    FROM (SELECT coalesce(${fields.map(name).join(', ')}) AS body
          FROM ${articles(columns, fields)})`);
  return { articles: Number(count), words: Number(sum), quantiles: JSON.parse(quantiles) };
}

const modes = { check, dedup, words };
const columns = mode === 'columns' ? null : JSON.parse(readFileSync(columnsFile, 'utf8'));
const answer = mode === 'columns' ? await findColumns() : await modes[mode](columns);
console.log(JSON.stringify(answer));
