import type {
  CorrectedRow,
  CorrectionStep,
  Corrections,
  CorrectionsFilter,
  ReasonGroup,
} from '../../../shared/import/corrections.ts';
import { columnNames } from '../rows/columns.ts';
import { openCorrector, type TriedRow } from './correct-rows.ts';
import type { CorrectionsOfBatch } from './corrections-of-batch.ts';
import { mayBeRight, reasonColumns } from './reason-kinds.ts';
import { type RejectedRow, type RejectedRows, readRejectedRows } from './rejected-rows.ts';

export interface ViewRequest {
  steps: readonly CorrectionStep[];
  filter: CorrectionsFilter;
  offset: number;
  limit: number;
}

const LINES_TOLD = 5;

/** The rows of an import that are set aside, in groups by reason, and a page of them as they are after some steps. */
export function viewCorrections(of: CorrectionsOfBatch, { steps, filter, offset, limit }: ViewRequest): Corrections {
  const rejected = readRejectedRows(of.rejectsPath);
  const columns = namedColumns(rejected.headings);
  const done = new Set(of.corrected);
  const corrector = openCorrector(rejected, of, steps);
  const groups = new Map<string, ReasonGroup>();
  const page: CorrectedRow[] = [];
  const counts = { rows: 0, ready: 0, found: 0 };
  try {
    for (const row of rejected.rows) {
      if (done.has(row.row)) continue;
      const tried = corrector.correct(row);
      const isReady = tried.drafts.length > 0;
      counts.rows += 1;
      if (isReady) counts.ready += 1;
      countIn(groupOf(groups, row, columns), row, isReady);
      if (!isShown(filter, row, isReady)) continue;
      if (counts.found >= offset && page.length < limit) page.push(shownRow(tried, columns));
      counts.found += 1;
    }
  } finally {
    corrector.close();
  }
  return {
    batchId: of.batchId,
    file: of.file,
    columns,
    ...counts,
    groups: [...groups.values()].sort((a, b) => b.rows - a.rows),
    page,
  };
}

type NamedColumns = Corrections['columns'];

function namedColumns({ record, file, both }: RejectedRows['headings']): NamedColumns {
  return {
    record: columnNames(record),
    ...(file && { file: columnNames(file) }),
    ...(both && { both: columnNames(both) }),
  };
}

function groupOf(groups: Map<string, ReasonGroup>, { kind, reason, below }: RejectedRow, columns: NamedColumns) {
  let group = groups.get(kind);
  if (group === undefined) {
    const about = { columns: reasonColumns(reason, columns[below] ?? []), mayBeRight: mayBeRight(reason) };
    group = { kind, below, rows: 0, ready: 0, lines: [], ...about };
    groups.set(kind, group);
  }
  return group;
}

function countIn(group: ReasonGroup, { line }: RejectedRow, isReady: boolean): void {
  group.rows += 1;
  if (isReady) group.ready += 1;
  if (group.lines.length < LINES_TOLD) group.lines.push(line);
}

/** By the kind for which a row was set aside, so that it stays where it is while it is corrected. */
function isShown(filter: CorrectionsFilter, { kind }: RejectedRow, isReady: boolean): boolean {
  return filter.of === 'all' || (filter.of === 'ready' ? isReady : filter.kind === kind);
}

function shownRow({ rejected, cells, reason }: TriedRow, columns: NamedColumns): CorrectedRow {
  return {
    row: rejected.row,
    below: rejected.below,
    line: rejected.line,
    cells: [...cells],
    before: cells === rejected.cells ? null : rejected.cells,
    reason,
    marked: reason === null ? [] : reasonColumns(reason, columns[rejected.below] ?? []),
  };
}
