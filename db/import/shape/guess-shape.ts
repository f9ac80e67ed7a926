/**
 * What the first rows of a file tell of its shape, in steps that need each other: its head, columns that are rows, and with
 * these a mapping; by that the rows that add up others are known.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type Shape, type ShapeFinding, shapeSchema } from '../../../shared/import/shape.ts';
import { columnNames } from '../rows/columns.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { guessHead } from './guess-head.ts';
import { guessUnpivot } from './guess-unpivot.ts';
import { headingCells } from './headings.ts';
import { addNotes } from './note-tally.ts';
import { createShaper, headRowsOf, type TableHead } from './shaper.ts';
import { totalLabel } from './total-words.ts';

export interface GuessedShape {
  headerLine: number;
  shape: Shape;
  findings: ShapeFinding[];
  /** The field that the labels of unpivoted columns are. */
  labelField: ReturnType<typeof guessUnpivot> extends infer Guess
    ? Guess extends { field: infer Field }
      ? Field | null
      : null
    : null;
}

/** The shape of a table as far as it is told without knowing what its columns are. */
export function guessShape(all: readonly CsvRow[], headerLine?: number): GuessedShape {
  const head = guessHead(all, headerLine);
  const rows = all.filter(({ line }) => line >= head.headerLine);
  const shape = shapeSchema.parse(head.shape);
  const columns = columnNames(headingCells(rows, shape.headings));
  const data = rows.slice(shape.headings + (shape.units ? 1 : 0));
  const found = shape.headings > 0 ? guessUnpivot(columns, data) : null;
  const wide = found && hasOneUnit({ ...shape, unpivot: found.unpivot }) ? found : null;
  return {
    headerLine: head.headerLine,
    shape: wide ? { ...shape, unpivot: wide.unpivot } : shape,
    findings: [...head.findings, ...(wide ? [wide.finding] : [])],
    labelField: wide?.field ?? null,
  };
}

function hasOneUnit({ units = {}, unpivot }: Shape): boolean {
  const values = unpivot?.values ?? [];
  return values.every((_, at) => new Set(unpivot?.groups.map(({ columns }) => units[columns[at] ?? ''])).size < 2);
}

/** The profile with totals told by what they add up to, where words alone do not tell all that are called so. */
export function guessTotals(profile: ImportProfile, head: TableHead, rows: readonly CsvRow[]): ImportProfile {
  const columns = createShaper(profile, head).fileColumns;
  const names = new Set(
    ['site', 'line', 'shift', 'itemCode', 'itemName'].flatMap((field) => {
      const source = profile.fields[field as 'line'];
      return source && 'column' in source ? [columns.indexOf(source.column)] : [];
    }),
  );
  const left = (totals: Shape['totals']) =>
    createShaper({ ...profile, shape: { ...profile.shape, totals } }, head)
      .shape(rows)
      .filter(({ cells, skipped }) => !skipped && cells.some((cell, at) => names.has(at) && totalLabel(cell) !== null))
      .length;
  const byWords = left('words');
  if (byWords === 0 || left('sums') === byWords) return profile;
  return { ...profile, shape: { ...profile.shape, totals: 'sums' } };
}

/** What is left out of the first rows, as findings. */
export function skipFindings(profile: ImportProfile, head: TableHead, rows: readonly CsvRow[]): ShapeFinding[] {
  const tally: Parameters<typeof addNotes>[0] = {};
  const shaped = createShaper(profile, head).shape(rows.slice(headRowsOf(profile)));
  addNotes(
    tally,
    shaped.flatMap(({ line, skipped }) => (skipped ? [{ line, note: skipped }] : [])),
  );
  const repeats = (tally.repeatedHeading?.count ?? 0) + (tally.pageMark?.count ?? 0);
  const lines = [...(tally.repeatedHeading?.lines ?? []), ...(tally.pageMark?.lines ?? [])].sort((a, b) => a - b);
  const findings: ShapeFinding[] = [];
  if (repeats > 0) findings.push({ part: 'repeats', confidence: 'sure', seen: { rows: repeats, line: lines[0] ?? 0 } });
  if (tally.total) {
    findings.push({
      part: 'totals',
      confidence: 'sure',
      seen: { rows: tally.total.count, line: tally.total.lines[0] ?? 0 },
    });
  }
  return findings;
}
