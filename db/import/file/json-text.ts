/**
 * JSON as delimited text: a line of JSON lines for each line of the file, an object of a list for each row.
 *
 * 1. The columns are the keys of the objects in order of first sight, gathered over the beginning of the file, which is all of
 *    most files. An object with a key that appears only later is set aside with the reason, as no column is there for it.
 * 2. In JSON lines a line that cannot be read is set aside. A list is one document: where it is broken, what follows cannot be
 *    told apart, and reading ends in words.
 */
import { basename } from 'node:path';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../shared/lib/app-error.ts';
import { flatObject, JsonTrouble } from './flat-json.ts';
import { brokenRowText, rowText } from './row-text.ts';
import { type JsonPiece, linesOfJson, objectsOfJson } from './split-json.ts';

const CHARACTERS_LOOKED_AT = 32 * 1024 * 1024;
const CHARACTERS_AT_ONCE = 256 * 1024;
const MOST_COLUMNS = 2_000;

/** A file that can be opened more than once. */
export interface JsonSource {
  path: string;
  /** Tells this text from that of another file, or of the same file once it has changed. */
  identity: string;
  format: 'json' | 'json-lines';
  open(): AsyncIterable<Buffer>;
}

/** The rows of a file, the names of the columns first. Throws FILE_NOT_TABULAR in words. */
export async function* jsonAsText(source: JsonSource): AsyncGenerator<Buffer> {
  const columns = await columnsOf(source);
  const places = new Map(columns.map((name, at) => [name, at]));
  let text = rowText(columns);
  for await (const piece of piecesOf(source)) {
    text += textOf(piece, places);
    if (text.length < CHARACTERS_AT_ONCE) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

function textOf({ text, problem }: JsonPiece, places: ReadonlyMap<string, number>): string {
  if (text.trim() === '') return '\n';
  if (problem !== undefined) return brokenRowText(problem, [text]);
  try {
    return rowOf(flatObject(text), places);
  } catch (error) {
    if (error instanceof JsonTrouble)
      return brokenRowText(`this line cannot be read as JSON: ${error.message}`, [text]);
    throw error;
  }
}

function rowOf(values: ReadonlyMap<string, string>, places: ReadonlyMap<string, number>): string {
  const cells = Array.from({ length: places.size }, () => '');
  const late: string[] = [];
  for (const [name, value] of values) {
    const place = places.get(name);
    if (place !== undefined) cells[place] = value;
    else if (value !== '') late.push(`'${name}' (${value.slice(0, 40)})`);
  }
  if (late.length === 0) return rowText(cells);
  return brokenRowText(`no object before the columns were told has the key ${late.join(' or ')}`, cells);
}

/** The columns of files looked into lately, as a file is opened several times on its way into the store. */
const known = new LRUCache<string, string[]>({ max: 16 });

async function columnsOf(source: JsonSource): Promise<string[]> {
  const found = known.get(source.identity) ?? (await gatherColumns(source));
  known.set(source.identity, found);
  return found;
}

async function gatherColumns(source: JsonSource): Promise<string[]> {
  const names = new Set<string>();
  let looked = 0;
  for await (const { text, problem } of piecesOf(source)) {
    looked += text.length;
    if (problem === undefined && text.trim() !== '') addNames(names, text);
    if (names.size > MOST_COLUMNS) throw tooManyColumns(source.path);
    if (looked > CHARACTERS_LOOKED_AT) break;
  }
  if (names.size > 0) return [...names];
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${basename(source.path)}' holds no JSON objects with values. Export it again as one object a line, or as a list of objects.`,
  );
}

function addNames(names: Set<string>, text: string): void {
  try {
    for (const name of flatObject(text).keys()) names.add(name);
  } catch (error) {
    if (!(error instanceof JsonTrouble)) throw error; // a line that cannot be read names no columns; it is set aside later
  }
}

async function* piecesOf({ path, format, open }: JsonSource): AsyncGenerator<JsonPiece> {
  try {
    yield* format === 'json' ? objectsOfJson(open()) : linesOfJson(open());
  } catch (error) {
    if (!(error instanceof JsonTrouble)) throw error;
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${basename(path)}' cannot be read as JSON: ${error.message}. Export it again, or as one object a line.`,
      error,
    );
  }
}

function tooManyColumns(path: string): AppError {
  return new AppError(
    'FILE_NOT_TABULAR',
    `The objects of '${basename(path)}' have more than ${MOST_COLUMNS} different keys, so that they are no rows of one table. Export the table that is meant, with a fixed set of keys.`,
  );
}
