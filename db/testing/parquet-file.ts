/**
 * A Parquet file of texts and days, as the format's description says it is laid out: one row group, a plain page a column, nothing
 * compressed, no cell missing. It shares nothing with the reader that the import uses.
 */

/** A column: its name, and its cells as texts, or as days since 1970-01-01. */
export type ParquetCells = { name: string; texts: readonly string[] } | { name: string; days: readonly number[] };

const MARK = Buffer.from('PAR1', 'latin1');
const INT32 = 1;
const BYTE_ARRAY = 6;
const UTF8 = 0;
const DATE = 6;
const REQUIRED = 0;
const PLAIN = 0;
const RLE = 3;
const UNCOMPRESSED = 0;

/** The file of these columns, which are of one length. */
export function parquetOf(columns: readonly ParquetCells[]): Buffer {
  const rows = Math.max(0, ...columns.map((column) => cellsOf(column).length));
  const parts: Buffer[] = [MARK];
  let offset = MARK.length;
  const chunks = columns.map((column) => {
    const values = 'days' in column ? int32s(column.days) : byteArrays(column.texts);
    const page = Buffer.concat([pageHeader(rows, values.length), values]);
    parts.push(page);
    const facts = { column, offset, bytes: page.length };
    offset += page.length;
    return facts;
  });
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
  const footer = struct([
    [1, i32(1)],
    [2, list([schemaRoot(columns.length), ...columns.map(schemaColumn)])],
    [3, i64(rows)],
    [
      4,
      list([
        struct([
          [1, list(chunks.map((chunk) => columnChunk(chunk, rows)))],
          [2, i64(bytes)],
          [3, i64(rows)],
        ]),
      ]),
    ],
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  return Buffer.concat([...parts, footer, length, MARK]);
}

function cellsOf(column: ParquetCells): readonly unknown[] {
  return 'days' in column ? column.days : column.texts;
}

function typeOf(column: ParquetCells): number {
  return 'days' in column ? INT32 : BYTE_ARRAY;
}

function schemaRoot(children: number): Buffer {
  return struct([
    [4, text('table')],
    [5, i32(children)],
  ]);
}

function schemaColumn(column: ParquetCells): Buffer {
  return struct([
    [1, i32(typeOf(column))],
    [3, i32(REQUIRED)],
    [4, text(column.name)],
    [6, i32('days' in column ? DATE : UTF8)],
  ]);
}

function columnChunk(
  { column, offset, bytes }: { column: ParquetCells; offset: number; bytes: number },
  rows: number,
): Buffer {
  const facts = struct([
    [1, i32(typeOf(column))],
    [2, listOfInts([PLAIN, RLE])],
    [3, listOfTexts([column.name])],
    [4, i32(UNCOMPRESSED)],
    [5, i64(rows)],
    [6, i64(bytes)],
    [7, i64(bytes)],
    [9, i64(offset)],
  ]);
  return struct([
    [2, i64(offset)],
    [3, nested(facts)],
  ]);
}

function pageHeader(rows: number, bytes: number): Buffer {
  const data = struct([
    [1, i32(rows)],
    [2, i32(PLAIN)],
    [3, i32(RLE)],
    [4, i32(RLE)],
  ]);
  return struct([
    [1, i32(0)],
    [2, i32(bytes)],
    [3, i32(bytes)],
    [5, nested(data)],
  ]);
}

function int32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, 4 * at);
  return bytes;
}

function byteArrays(texts: readonly string[]): Buffer {
  return Buffer.concat(
    texts.flatMap((each) => {
      const length = Buffer.alloc(4);
      const bytes = Buffer.from(each, 'utf8');
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}

// The compact protocol of Thrift: a value with its type, fields by how much their numbers grow.
interface Value {
  type: number;
  bytes: Buffer;
}
const TYPE = { i32: 5, i64: 6, binary: 8, list: 9, struct: 12 };

const i32 = (value: number): Value => ({ type: TYPE.i32, bytes: zigzag(value) });
const i64 = (value: number): Value => ({ type: TYPE.i64, bytes: zigzag(value) });
const text = (value: string): Value => ({ type: TYPE.binary, bytes: binary(value) });
const nested = (bytes: Buffer): Value => ({ type: TYPE.struct, bytes });
const list = (items: readonly Buffer[]): Value => listOf(TYPE.struct, items);
const listOfInts = (items: readonly number[]): Value => listOf(TYPE.i32, items.map(zigzag));
const listOfTexts = (items: readonly string[]): Value => listOf(TYPE.binary, items.map(binary));

function listOf(type: number, items: readonly Buffer[]): Value {
  const isShort = items.length < 15;
  const head = isShort
    ? Buffer.of((items.length << 4) | type)
    : Buffer.concat([Buffer.of(0xf0 | type), varint(items.length)]);
  return { type: TYPE.list, bytes: Buffer.concat([head, ...items]) };
}

/** Fields in the order of their numbers, none fifteen above the one before. */
function struct(fields: readonly [number, Value][]): Buffer {
  let before = 0;
  const written = fields.flatMap(([id, { type, bytes }]) => {
    const head = Buffer.of(((id - before) << 4) | type);
    before = id;
    return [head, bytes];
  });
  return Buffer.concat([...written, Buffer.of(0)]);
}

function binary(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([varint(bytes.length), bytes]);
}

function zigzag(value: number): Buffer {
  return varint(value < 0 ? -2 * value - 1 : 2 * value);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  return Buffer.from([...bytes, rest]);
}
