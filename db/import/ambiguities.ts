import type { Question } from '../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../shared/import/profile.ts';
import { amountQuestions } from './ask-amounts.ts';
import { dateQuestions } from './ask-dates.ts';
import { counterQuestions } from './guess-counters.ts';
import { sentinelQuestions } from './sentinels.ts';
import type { SniffedColumns } from './sniff.ts';

/** What questions are asked about: the profile in use, and what the first rows show. */
export interface AskedFile {
  profile: ImportProfile;
  sniffed: SniffedColumns;
  fileName: string;
  columns: readonly string[];
  rows: readonly string[][];
  /** The filled texts of a column. */
  textsOf(column: string): string[];
}

/**
 * The questions about a file that only a person can answer, each naming the setting it is about, the column where it is
 * about one, and the values it can have, the one in use first.
 */
export function findAmbiguities(
  profile: ImportProfile,
  names: readonly string[],
  rows: readonly string[][],
  sniffed: SniffedColumns,
  fileName: string,
): Question[] {
  const nulls = new Set([...profile.nulls, ...sniffed.nulls]);
  const textsOf = (name: string): string[] => {
    const index = names.indexOf(name);
    return rows.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '' && !nulls.has(text));
  };
  const file: AskedFile = { profile, sniffed, fileName, columns: names, rows, textsOf };
  return [...dateQuestions(file), ...amountQuestions(file), ...counterQuestions(file), ...sentinelQuestions(file)];
}
