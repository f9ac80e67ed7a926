/**
 * Which columns a Parquet file has, and how their values are written. The reader would make binary fractions of decimals and
 * drop the micro- and nanoseconds of stamps, so that what a column means is taken from its schema here and left out there.
 */
import { type FileMetaData, parquetSchema, type SchemaElement, type SchemaTree } from 'hyparquet';
import { decimalAsText, doubleAsText, singleAsText } from './exact-numbers.ts';

export interface ParquetColumn {
  /** Names from the top of the schema joined by points. */
  name: string;
  path: string[];
  /** A value that is there as text. */
  text(value: unknown): string;
}

/** What stays with the reader: stamps of 96 bits and those within lists. */
export const timeParsers = {
  timestampFromMilliseconds: (millis: bigint) => stampAsText(millis, 3, false),
  timestampFromMicroseconds: (micros: bigint) => stampAsText(micros, 6, false),
  timestampFromNanoseconds: (nanos: bigint) => stampAsText(nanos, 9, false),
  dateFromDays: dateAsText,
};

/** The columns of a file; a struct has one for each of its fields. Takes what the columns mean out of `metadata`. */
export function parquetColumns(metadata: FileMetaData): ParquetColumn[] {
  return parquetSchema(metadata).children.flatMap((child) => columnsOf(child, []));
}

function columnsOf(node: SchemaTree, above: readonly string[]): ParquetColumn[] {
  const { element, children } = node;
  const path = [...above, element.name];
  const isStruct = children.length > 0 && element.converted_type === undefined && element.logical_type === undefined;
  if (isStruct && element.repetition_type !== 'REPEATED') return children.flatMap((child) => columnsOf(child, path));
  const isPlain = children.length === 0 && element.repetition_type !== 'REPEATED';
  return [{ name: path.join('.'), path, text: isPlain ? takeMeaning(element) : jsonOf }];
}

/** How a column's values are written; they reach it as they lie in the file. */
function takeMeaning(element: SchemaElement): (value: unknown) => string {
  const text = meaningOf(element);
  if (element.type !== 'INT96') {
    delete element.converted_type;
    delete element.logical_type;
  }
  return text;
}

const UNIT_DIGITS = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

function meaningOf({
  type,
  converted_type: converted,
  logical_type: logical,
  scale,
}: SchemaElement): (value: unknown) => string {
  if (logical?.type === 'DECIMAL' || converted === 'DECIMAL') {
    const decimals = scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return (value) => decimalAsText(wholeNumber(value), decimals);
  }
  if (logical?.type === 'DATE' || converted === 'DATE') return (value) => dateAsText(Number(value));
  if (logical?.type === 'TIMESTAMP') {
    const { unit, isAdjustedToUTC } = logical;
    return (value) => stampAsText(wholeNumber(value), UNIT_DIGITS[unit], isAdjustedToUTC);
  }
  if (converted === 'TIMESTAMP_MILLIS') return (value) => stampAsText(wholeNumber(value), 3, true);
  if (converted === 'TIMESTAMP_MICROS') return (value) => stampAsText(wholeNumber(value), 6, true);
  if (logical?.type === 'TIME') {
    const { unit } = logical;
    return (value) => clockAsText(wholeNumber(value), UNIT_DIGITS[unit]);
  }
  if (converted === 'TIME_MILLIS') return (value) => clockAsText(wholeNumber(value), 3);
  if (converted === 'TIME_MICROS') return (value) => clockAsText(wholeNumber(value), 6);
  const isUnsigned = logical?.type === 'INTEGER' ? !logical.isSigned : converted?.startsWith('UINT_');
  if (isUnsigned) return (value) => String(BigInt.asUintN(type === 'INT64' ? 64 : 32, wholeNumber(value)));
  if (logical?.type === 'UUID') return (value) => uuidAsText(value as Uint8Array);
  if (type === 'FLOAT') return (value) => singleAsText(Number(value));
  if (type === 'DOUBLE') return (value) => doubleAsText(Number(value));
  return plainText;
}

function plainText(value: unknown): string {
  return value instanceof Uint8Array ? bytesAsText(value) : String(value);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text where the bytes are some, else their hexadecimal digits. */
function bytesAsText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return `0x${Buffer.from(bytes).toString('hex')}`;
  }
}

function uuidAsText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A whole number, also one of any length whose highest byte comes first. */
function wholeNumber(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  const hex = Buffer.from(value).toString('hex');
  return hex === '' ? 0n : BigInt.asIntN(value.length * 8, BigInt(`0x${hex}`));
}

const SECONDS_PER_DAY = 86_400;

const MOST_DATES_KNOWN = 10_000;
const dates = new Map<number, string>();

/** A day since 1970 as YYYY-MM-DD; the days of a file are few and come again and again. */
function dateAsText(days: number): string {
  const known = dates.get(days);
  if (known !== undefined) return known;
  const text = new Date(days * SECONDS_PER_DAY * 1_000).toISOString().slice(0, 10);
  if (dates.size >= MOST_DATES_KNOWN) dates.clear();
  dates.set(days, text);
  return text;
}

/** A count of parts of a second since 1970, as 'YYYY-MM-DD HH:mm:ss' with what is beyond seconds; with Z where it is UTC. */
function stampAsText(count: bigint, digits: number, isUtc: boolean): string {
  const parts = 10n ** BigInt(digits);
  const seconds = Number(floorDivide(count, parts));
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const fraction = count - BigInt(seconds) * parts;
  const clock = clockAsText(BigInt(seconds - day * SECONDS_PER_DAY) * parts + fraction, digits);
  return `${dateAsText(day)} ${clock}${isUtc ? 'Z' : ''}`;
}

function clockAsText(count: bigint, digits: number): string {
  const parts = 10n ** BigInt(digits);
  const seconds = Number(count / parts);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const fraction = count % parts === 0n ? '' : `.${String(count % parts).padStart(digits, '0')}`;
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${fraction}`;
}

function floorDivide(count: bigint, by: bigint): bigint {
  return count >= 0n || count % by === 0n ? count / by : count / by - 1n;
}

/** A list or map as JSON, its numbers as they are. */
function jsonOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) return JSON.stringify(bytesAsText(value));
  if (ArrayBuffer.isView(value) || Array.isArray(value))
    return `[${Array.from(value as ArrayLike<unknown> & Iterable<unknown>, jsonOf).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(String(value));
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${jsonOf(member)}`);
  return `{${members.join(',')}}`;
}
