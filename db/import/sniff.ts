import type { ImportProfile } from '../../shared/import/profile.ts';
import { type DateReading, readingsOfDates } from './sniff-dates.ts';
import { type NumberReading, readingOfNumbers } from './sniff-numbers.ts';

const SAMPLE_ROWS = 1_000;

/** Texts that systems write where nothing was recorded, in small letters; the profile keeps those that the file uses. */
export const NULL_TEXTS: ReadonlySet<string> = new Set([
  'na',
  'n/a',
  '#n/a',
  'null',
  '(null)',
  'nan',
  'none',
  'nil',
  '-',
  '--',
  '\\n',
  '?',
  'n.a.',
  'k.a.',
  'n/d',
  '없음',
  '해당없음',
]);

/** What the first rows show about one column. */
export interface ColumnFacts {
  name: string;
  /** The first distinct texts, trimmed, without those that mean 'not recorded'. */
  samples: string[];
  kind: 'empty' | 'number' | 'date' | 'text';
  /** Every way in which the column reads as dates, the likeliest first; empty when it holds none. */
  dates: DateReading[];
  distinct: number;
  filled: number;
}

export interface SniffedColumns {
  columns: ColumnFacts[];
  numbers: NumberReading;
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
  const numbers = readingOfNumbers(
    texts.filter((_, index) => dates[index]?.length === 0),
    delimiter,
  );
  const columns = names.map((name, index): ColumnFacts => {
    const filled = texts[index] ?? [];
    const distinct = new Set(filled);
    const readings = dates[index] ?? [];
    return {
      name,
      samples: [...distinct].slice(0, 5),
      kind: kindOf(filled, readings, numbers),
      dates: readings,
      distinct: distinct.size,
      filled: filled.length,
    };
  });
  return { columns, numbers, nulls: [...nulls] };
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
