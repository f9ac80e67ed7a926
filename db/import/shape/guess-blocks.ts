/**
 * Which rows between others say what follows, as the first rows of a file show:
 * 1. labels with their values, of a field that no column is called ('Line: L1'), or such as come again ('Hall: 3');
 * 2. a single cell in its row, again and again, above rows of several: it fills its column where that is blank otherwise, and is
 *    asked about where it is not.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type Block, betweenRows, type Shape, type ShapeFinding } from '../../../shared/import/shape.ts';
import { fieldOfName, isSurelyNamed } from '../headings/field-of-name.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { columnNames } from '../rows/columns.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { aloneIn, type Labelled, labelledIn } from './blocks.ts';
import { headingCells } from './headings.ts';
import { kindOfCell } from './kind-of-cell.ts';
import { createRepeatFinder, type RepeatFinder } from './repeats.ts';
import { headRowsOf, type TableHead } from './shaper.ts';
import { totalLabel } from './total-words.ts';

/** Fields that several rows can have in common; a quantity of all of them would be counted once for each. */
const sharedKinds: readonly string[] = ['text', 'date', 'instant'];
/** What a title above the headings may say of all rows; a date there is mostly that of printing. */
const fieldsOfTitles: readonly RecordField[] = ['line', 'shift', 'site', 'itemCode', 'orderNumber', 'lotNumber'];
const CELLS_OF_RECORDS = 3;
const FEWEST_ALONE = 2;
const LONGEST_NAME = 100;
const LONGEST_LABEL = 40;

interface Table {
  columns: readonly string[];
  /** Rows that are as full as records are. */
  records: readonly CsvRow[];
  data: readonly CsvRow[];
  preamble: readonly CsvRow[];
  /** Whether a text is the name of a field that rows can have in common. */
  namesShared: (text: string) => boolean;
}

/** A shape with its blocks, and what is said of them. */
export function guessBlocks(
  profile: ImportProfile,
  head: TableHead,
  rows: readonly CsvRow[],
): { shape: Shape; findings: ShapeFinding[] } {
  const { shape } = profile;
  const headRows = headRowsOf(profile);
  const columns = columnNames(headingCells(head.rows, shape.headings));
  const namesShared = remembered(isNameOfShared);
  const isRepeat = createRepeatFinder(head.preamble, head.rows.slice(0, headRows));
  const all = rows.slice(headRows).filter(({ problem }) => problem === undefined);
  const isOfRecord = (row: CsvRow) => filledIn(row) >= Math.min(CELLS_OF_RECORDS, columns.length);
  const records = all.filter((row) => isOfRecord(row) && labelledIn(row.cells, namesShared) === null);
  const table: Table = { columns, records, data: all, preamble: head.preamble, namesShared };
  if (columns.length < 2 || records.length === 0) return { shape, findings: [] };
  const found = [...labelledBlocks(table), ...aloneBlocks(table, isRepeat)];
  const [first] = found;
  if (first === undefined) return { shape, findings: [] };
  return {
    shape: { ...shape, blocks: found.map(({ block }) => block) },
    findings: [
      {
        part: 'blocks',
        confidence: found.every(({ isSure }) => isSure) ? 'likely' : 'guess',
        seen: { column: found.map(({ block }) => block.column).join(', '), line: first.line, example: first.example },
      },
    ],
  };
}

interface FoundBlock {
  block: Block;
  line: number;
  example: string;
  isSure: boolean;
}

/** Labels by how they are compared, with the rows in which they stand. */
function labelledBlocks({ columns, records, data, preamble, namesShared }: Table): FoundBlock[] {
  const named = new Set(columns.flatMap((column) => fieldOfName(column) ?? []));
  const words = new Set(records.flatMap(({ cells }) => cells.map((cell) => cell.trim())));
  const isLabel = (text: string) => namesShared(text) && !words.has(text.trim());
  const seen = new Map<string, { pair: Labelled; row: CsvRow; count: number; isTitle: boolean }>();
  const see = (isTitle: boolean) => (row: CsvRow) => {
    if (row.merged !== undefined) return;
    for (const pair of labelledIn(row.cells, isLabel) ?? []) {
      const key = foldHeading(pair[0]);
      const known = seen.get(key);
      if (known) known.count += 1;
      else seen.set(key, { pair, row, count: 1, isTitle });
      if (known && !isTitle) known.isTitle = false;
    }
  };
  preamble.forEach(see(true));
  data.forEach(see(false));
  const taken = new Set<RecordField>();
  return [...seen].flatMap(([key, { pair, row, count, isTitle }]) => {
    const [label] = pair;
    if (totalLabel(label) !== null || /^\d/.test(label)) return [];
    const field = fieldOfName(label);
    const own = columns.find((column) => foldHeading(column) === key);
    if (own !== undefined && !isBlankIn(records, columns.indexOf(own))) return [];
    if (field === null ? isTitle || count < FEWEST_ALONE : !isShared(field)) return [];
    if (field !== null && own === undefined && (named.has(field) || taken.has(field))) return [];
    if (field !== null && isTitle && !mayBeOfTitle(field, label)) return [];
    if (field !== null) taken.add(field);
    const column = own ?? label;
    const example = row.cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join(' ');
    return [{ block: { column, label }, line: row.line, example, isSure: field !== null }];
  });
}

function mayBeOfTitle(field: RecordField, label: string): boolean {
  return fieldsOfTitles.includes(field) || (field === 'productionDate' && isSurelyNamed('productionDate', label));
}

function isNameOfShared(text: string): boolean {
  return text.length <= LONGEST_LABEL && /\p{L}/u.test(text) && isShared(fieldOfName(text));
}

/** The same answers, each looked for once: the first cells of rows are few texts mostly. */
function remembered(ask: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const answer = known.get(text) ?? ask(text);
    known.set(text, answer);
    return answer;
  };
}

function isShared(field: RecordField | null): boolean {
  return field !== null && field !== 'note' && sharedKinds.includes(recordFields[field].kind);
}

/** Single cells, texts and dates apart, where rows of several follow, perhaps below their headings again. */
function aloneBlocks({ columns, records, data, preamble }: Table, isRepeat: RepeatFinder): FoundBlock[] {
  const isHeading = (row: CsvRow) => isRepeat(row) === 'repeatedHeading';
  const isPage = (row: CsvRow) => isRepeat(row) === 'pageMark' && !isTitle(row);
  const isTitle = (row: CsvRow) => row.cells.join(' ').trim() === preamble.at(-1)?.cells.join(' ').trim();
  const ofRecords = new Set(records);
  const candidates = data.flatMap((row, place) => {
    const alone = aloneIn(row);
    if (alone === null || labelledIn(row.cells, () => false) !== null || isPage(row)) return [];
    const below = data.slice(place + 1, place + 4);
    const isAboveHeading = below[0] !== undefined && isHeading(below[0]);
    const isFollowed = below.some((each) => ofRecords.has(each) && !isHeading(each));
    return isFollowed ? [{ ...alone, row, isAboveHeading }] : [];
  });
  const title = preamble.length > 0 ? aloneIn(preamble.at(-1) as CsvRow) : null;
  const titles = new Set(preamble.slice(0, -1).map(({ cells }) => cells.join(' ').trim()));
  return (['text', 'date'] as const).flatMap((holds) => {
    const own = candidates.filter(
      ({ text }) => !titles.has(text) && kindOfCell(text) === holds && text.length <= LONGEST_NAME,
    );
    const [first] = own;
    if (first === undefined) return [];
    const { at } = first;
    const texts = new Set(own.filter((each) => each.at === at).map(({ text }) => text));
    if (title?.at === at && own.every(({ isAboveHeading }) => isAboveHeading)) texts.add(title.text);
    if (texts.size < FEWEST_ALONE && first.row !== data[0]) return [];
    const isOfColumn = at < columns.length && isBlankIn(records, at);
    if (!isOfColumn && !isMissing(holds, columns, records)) return [];
    const column = isOfColumn ? (columns[at] as string) : betweenRows[holds];
    const block = { column, ...(at > 0 && { at }), ...(holds === 'date' && { holds }) };
    return [{ block, line: first.row.line, example: first.text, isSure: isOfColumn && fieldOfName(column) !== null }];
  });
}

/** Whether the rows themselves lack what such a text could be: their line or item, or their date. */
function isMissing(holds: 'text' | 'date', columns: readonly string[], records: readonly CsvRow[]): boolean {
  if (holds === 'date') return !hasDates(records);
  const named = columns.map(fieldOfName);
  return !named.includes('line') || !(named.includes('itemCode') || named.includes('itemName'));
}

function hasDates(records: readonly CsvRow[]): boolean {
  const dated = records.filter(({ cells }) => cells.some((cell) => kindOfCell(cell) === 'date'));
  return dated.length >= 0.5 * records.length;
}

function isBlankIn(records: readonly CsvRow[], at: number): boolean {
  return records.every(({ cells }) => (cells[at] ?? '').trim() === '');
}

function filledIn({ cells }: CsvRow): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}
