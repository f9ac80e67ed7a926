import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { NumberMarks } from '../numbers/number-format.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import { type NumberReading, ownMarks, readingOfNumbers } from '../numbers/sniff-numbers.ts';
import { type WrittenNumbers, writtenNumbersOf } from '../numbers/written-numbers.ts';
import { type DateReading, readingsOfDates } from '../times/sniff-dates.ts';

const SAMPLE_ROWS = 1_000;

/** Texts that systems write where nothing was recorded, in small letters; the profile keeps those that the file uses. */
export const NULL_TEXTS: ReadonlySet<string> = new Set([
  ...[
    'na',
    'n/a',
    '#n/a',
    'null',
    '(null)',
    '<null>',
    'nan',
    'none',
    'nil',
    '\\n',
    '?',
    '??',
    '-',
    '--',
    '---',
    '–',
    '—',
  ],
  ...['.', '#div/0!', '#value!', '#ref!', '#num!', '#name?', '#null!', '(blank)', '(leer)'],
  ...['n.a.', 'k.a.', 'k. a.', 'n.v.', 'n/d', 's/d', 'н/д', 'нет', '없음', '해당없음', '해당 없음'],
  ...['なし', '該当なし', '―', 'ー', '無', '无', '暂无'],
]);

/** What the first rows show about one column. */
export interface ColumnFacts {
  name: string;
  /** The first distinct texts, trimmed, without those that mean 'not recorded'. */
  samples: string[];
  kind: 'empty' | 'number' | 'date' | 'text';
  /** Every way in which the column reads as dates, the likeliest first; empty when it holds none. */
  dates: DateReading[];
  written: WrittenNumbers;
  distinct: number;
  filled: number;
}

export interface SniffedColumns {
  columns: ColumnFacts[];
  numbers: NumberReading;
  /** Marks of columns that clearly write their numbers in another way than the file. */
  marks: ReadonlyMap<string, NumberMarks>;
  nulls: string[];
}

/** What the first rows (without the header) show about each column, and about the numbers and blanks of the file. */
export function sniffColumns(names: readonly string[], rows: readonly string[][], delimiter: string): SniffedColumns {
  const nulls = new Set<string>();
  const texts = names.map((_, index) => {
    const filled: string[] = [];
    for (const cells of rows.slice(0, SAMPLE_ROWS)) {
      const text = (cells[index] ?? '').trim();
      if (NULL_TEXTS.has(text.toLowerCase())) nulls.add(text);
      else if (text !== '') filled.push(text);
    }
    return filled;
  });
  const dates = texts.map((column, index) => readingsOfDates(column, names[index] ?? ''));
  const bareTexts = texts.map((column) => column.map((text) => numberTextOf(text)?.number ?? text));
  const numbers = readingOfNumbers(
    bareTexts.filter((_, index) => dates[index]?.length === 0),
    delimiter,
  );
  const marks = new Map<string, NumberMarks>();
  names.forEach((name, index) => {
    const own = dates[index]?.length === 0 ? ownMarks(bareTexts[index] ?? [], numbers, delimiter) : null;
    if (own) marks.set(name, own);
  });
  const columns = names.map((name, index): ColumnFacts => {
    const filled = texts[index] ?? [];
    const distinct = new Set(filled);
    const readings = dates[index] ?? [];
    return {
      name,
      samples: [...distinct].slice(0, 5),
      kind: kindOf(filled, readings, numbers),
      dates: readings,
      written: writtenNumbersOf(filled, name),
      distinct: distinct.size,
      filled: filled.length,
    };
  });
  return { columns, numbers, marks, nulls: [...nulls] };
}

function kindOf(filled: readonly string[], dates: readonly DateReading[], numbers: NumberReading): ColumnFacts['kind'] {
  if (filled.length === 0) return 'empty';
  if (dates.length > 0) return 'date';
  const numeric = filled.filter((text) => numbers.isNumber(text)).length;
  return numeric >= filled.length * 0.9 ? 'number' : 'text';
}

/** The texts that mean 'not recorded' in a profile: the usual ones and those that the file was seen to use. */
export function nullsFor(defaults: readonly string[], seen: readonly string[]): ImportProfile['nulls'] {
  return [...new Set([...defaults, ...seen])];
}
