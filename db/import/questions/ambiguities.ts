import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { SniffedColumns } from '../guess/sniff.ts';
import { textsByColumn } from '../guess/texts-by-column.ts';
import { reversalQuestions } from '../rows/reversals.ts';
import { reasonQuestions } from '../shape/guess-reasons.ts';
import type { MergedColumn } from '../shape/merged-cells.ts';
import { kindQuestions } from './amount-kinds.ts';
import { aloneQuestions } from './ask-alone.ts';
import { amountQuestions } from './ask-amounts.ts';
import { dateQuestions } from './ask-dates.ts';
import { mergedQuestions } from './ask-merged.ts';
import { dateSentinelQuestions } from './date-sentinels.ts';
import { doubtfulQuestions } from './doubtful-columns.ts';
import { counterQuestions } from './guess-counters.ts';
import { rateQuestions } from './guess-rates.ts';
import { yieldQuestions } from './guess-yields.ts';
import { leftOverQuestions } from './made-in-all.ts';
import { openTimeQuestions } from './open-times.ts';
import { pieceQuestions } from './pieces.ts';
import { sameHeadingQuestions } from './same-headings.ts';
import { scrapWithinQuestions } from './scrap-within.ts';
import { sentinelQuestions } from './sentinels.ts';

/** What questions are asked about: the profile in use, and what the first rows show. */
export interface AskedFile {
  profile: ImportProfile;
  sniffed: SniffedColumns;
  fileName: string;
  columns: readonly string[];
  rows: readonly string[][];
  /** Columns of the file with cells that are merged over several rows. */
  merged: readonly MergedColumn[];
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
  merged: readonly MergedColumn[] = [],
): Question[] {
  const textsOf = textsByColumn(names, rows, [...profile.nulls, ...sniffed.nulls]);
  const file: AskedFile = { profile, sniffed, fileName, columns: names, rows, merged, textsOf };
  return [
    ...aloneQuestions(file),
    ...sameHeadingQuestions(file),
    ...mergedQuestions(file),
    ...reasonQuestions(file),
    ...dateQuestions(file),
    ...doubtfulQuestions(file),
    ...kindQuestions(file),
    ...pieceQuestions(file),
    ...scrapWithinQuestions(file),
    ...leftOverQuestions(file),
    ...rateQuestions(file),
    ...amountQuestions(file),
    ...reversalQuestions(file),
    ...openTimeQuestions(file),
    ...yieldQuestions(file),
    ...counterQuestions(file),
    ...sentinelQuestions(file),
    ...dateSentinelQuestions(file),
  ];
}
