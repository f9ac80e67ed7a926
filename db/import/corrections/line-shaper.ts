/**
 * Lines that were set aside as they stand in their file, once they are corrected: they go the way of all others, through the
 * second file and from columns to rows. What the second file brings is what was kept of it at the import.
 */
import { existsSync } from 'node:fs';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { secondFilePath } from '../rejects.ts';
import { columnNames } from '../rows/columns.ts';
import { wrongCellCount } from '../rows/map-row.ts';
import type { CsvRow, LineHeadings } from '../rows/record-draft.ts';
import { type KeptTable, openKeptSecond } from '../shape/second-file.ts';
import { createShaper, type RowJoiner, type ShapedRow, type Shaper } from '../shape/shaper.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { isAboutSeveral } from './reason-kinds.ts';
import type { RejectedRow, RejectedRows } from './rejected-rows.ts';

export interface LineShaper {
  /** The rows of the table that a line makes; one with a problem where it makes none. Throws NOT_FOUND where what was kept is gone. */
  shape(below: LineHeadings, line: CsvRow): ShapedRow[];
  /** Whether nobody has said yet which of several lines of the second file is meant. */
  leavesOpen(row: RejectedRow, cells: readonly string[]): boolean;
  /** Which of the records of its line a row is; null where lines make one. */
  labelOf(row: ShapedRow): string | null;
  close(): void;
}

/** Reads nothing before the first line is to be shaped. */
export function openLineShaper(
  { profile, rejectsPath }: Pick<CorrectionsOfBatch, 'profile' | 'rejectsPath'>,
  headings: RejectedRows['headings'],
): LineShaper {
  const { unpivot, join } = profile.shape;
  const file = headings.file ?? [];
  const second = (headings.both ?? []).slice(file.length);
  let kept: KeptTable | null = null;
  let ofFile: Shaper | null = null;
  let ofBoth: Shaper | null = null;
  let brought: readonly string[] = [];

  const shaperOf = (below: LineHeadings): Shaper => {
    if (below === 'both') {
      ofBoth ??= shaperOfLines(profile, file, () => () => ({ cells: brought }));
      return ofBoth;
    }
    if (join) kept ??= openKept(rejectsPath, join);
    ofFile ??= shaperOfLines(profile, file, kept?.joinerFor ?? null);
    return ofFile;
  };
  const places = (join?.bring ?? []).map((column) => columnNames(second).indexOf(column));
  return {
    shape(below, { line, cells }) {
      const problem = wrongCellCount(cells, headings[below]?.length ?? 0);
      if (problem !== null) return [{ line, cells, problem }];
      brought = places.map((at) => cells[file.length + at] ?? '');
      return shaperOf(below).shape([{ line, cells: cells.slice(0, file.length) }]);
    },
    leavesOpen: ({ below, reason, cells: before }, cells) =>
      below === 'both' &&
      isAboutSeveral(reason) &&
      cells.length === before.length &&
      before.every((cell, at) => at < file.length || cell === cells[at]),
    labelOf: ({ cells }) => (unpivot ? (cells.at(-1 - unpivot.values.length) ?? null) : null),
    close: () => kept?.close(),
  };
}

/** A person says of these lines that they are records: nothing is left out as a heading or a total, and what rows between said stands in them. */
function shaperOfLines(
  profile: ImportProfile,
  columns: readonly string[],
  openJoin: ((columns: readonly string[]) => RowJoiner) | null,
): Shaper {
  const { units: _, blocks: _said, ...shape } = profile.shape;
  const asRecords = { ...profile, shape: { ...shape, headings: 1, repeats: 'keep' as const, totals: 'keep' as const } };
  return createShaper(asRecords, { preamble: [], rows: [{ line: profile.headerLine, cells: [...columns] }] }, openJoin);
}

function openKept(rejectsPath: string, join: NonNullable<ImportProfile['shape']['join']>): KeptTable {
  const path = secondFilePath(rejectsPath);
  if (existsSync(path)) return openKeptSecond(path, join);
  throw new AppError(
    'NOT_FOUND',
    'What the second file brings is missing from the folder of rejects, so that its lines cannot be joined. Nothing was imported; correct the lines in the file and import that.',
  );
}
