/** How sure each thing is that was recognised of delimited text and its columns, and why. */
import type { TextDialect } from '../../../shared/import/formats.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Finding, Recognition } from '../../../shared/import/recognition.ts';
import type { ColumnFacts, SniffedColumns } from '../guess/sniff.ts';
import { headerLineOf } from '../headings/find-header.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { compileDateFormat } from '../times/dates.ts';
import { rivalReadings } from '../times/sniff-dates.ts';
import type { DialectGuess } from './dialect.ts';
import { finding } from './finding.ts';

const ALL_BUT_FEW = 0.98;
const MOST = 0.9;
const ENOUGH_ROWS = 3;
const FEW_VALUES = 5;

/** How sure the delimiter is. */
export function delimiterFinding({ chosen, rival }: DialectGuess, choice: Partial<TextDialect>): Finding {
  const { cells, rows, evenBelow: even } = chosen;
  const of = { rows, cells, share: percent(even) };
  if (choice.delimiter !== undefined) return finding('sure', 'chosen');
  if (rival !== null) return finding('guess', 'rival', { ...of, rival });
  if (cells < 2 || even < MOST) return finding('guess', 'uneven', of);
  if (even < ALL_BUT_FEW) return finding('likely', 'mostlyEven', of);
  return finding(rows < ENOUGH_ROWS ? 'likely' : 'sure', 'evenCells', of);
}

/** How sure it is what surrounds cells. */
export function quoteFinding({ chosen }: DialectGuess, sample: string, choice: Partial<TextDialect>): Finding {
  if (choice.quote !== undefined || choice.escaping !== undefined) return finding('sure', 'chosen');
  if (chosen.escaping === 'backslash') return finding('likely', 'backslashSeen');
  const isSeen = chosen.quote !== '' && sample.includes(chosen.quote);
  if (!isSeen) return finding('sure', 'noneSurrounds');
  return finding(chosen.quote === '"' ? 'sure' : 'likely', 'surroundsCells', { quote: chosen.quote });
}

/** How sure it is that the headings stand where they were found. */
export function headerFinding(rows: readonly CsvRow[], sniffed: SniffedColumns, isChosen: boolean): Finding {
  if (isChosen) return finding('sure', 'chosen');
  const line = headerLineOf(rows);
  const header = rows.find((row) => row.line === line);
  const texts = (header?.cells ?? []).map((cell) => cell.trim()).filter((cell) => cell !== '');
  const words = texts.filter((text) => /\p{L}/u.test(text) && !sniffed.numbers.isNumber(text)).length;
  const hasValues = sniffed.columns.some(({ kind }) => kind === 'number' || kind === 'date');
  if (words < MOST * texts.length || texts.length === 0) return finding('guess', 'noWords', { line });
  return hasValues ? finding('sure', 'wordsBelow', { line }) : finding('likely', 'words', { line });
}

/** What each column holds, as the first rows show it, and how sure that is. */
export function columnFindings(
  names: readonly string[],
  rows: readonly string[][],
  sniffed: SniffedColumns,
  nulls: ImportProfile['nulls'],
): Recognition['columns'] {
  const blank = new Set([...nulls, ...sniffed.nulls, '']);
  return sniffed.columns.map((column, at) => {
    const texts = rows.map((cells) => (cells[at] ?? '').trim()).filter((text) => !blank.has(text));
    return { name: names[at] ?? column.name, kind: column.kind, finding: columnFinding(column, texts, sniffed) };
  });
}

function columnFinding(column: ColumnFacts, texts: readonly string[], sniffed: SniffedColumns): Finding {
  const count = texts.length;
  if (column.kind === 'empty' || count === 0) return finding('sure', 'noValues');
  if (column.kind === 'text') return finding('sure', 'anyText', { count, different: column.distinct });
  const [reading] = column.dates;
  if (column.kind === 'date' && reading) {
    const rivals = rivalReadings(column.dates, texts);
    if (rivals[0]) return finding('guess', 'twoReadings', { first: reading.format, second: rivals[0].format });
    const parse = compileDateFormat(reading.format, reading.monthNames);
    return shareFinding(count, texts.filter((text) => parse(text) !== null).length);
  }
  const ambiguous = sniffed.numbers.ambiguous;
  if (ambiguous !== null && texts.includes(ambiguous)) return finding('guess', 'twoReadings', bothReadings(ambiguous));
  return shareFinding(count, texts.filter((text) => sniffed.numbers.isNumber(text)).length);
}

function bothReadings(number: string): Finding['of'] {
  return { first: number.replace(/[.,]/g, ''), second: number.replace(',', '.') };
}

function shareFinding(count: number, fitting: number): Finding {
  if (fitting < count) return finding('likely', 'mostOfKind', { count, others: count - fitting });
  return count < FEW_VALUES ? finding('likely', 'fewValues', { count }) : finding('sure', 'allOfKind', { count });
}

function percent(share: number): number {
  return Math.floor(share * 1_000) / 10;
}
