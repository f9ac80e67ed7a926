/**
 * Files of testers and scanners, in which each row is one piece: nothing is counted, and a column says of each row whether it passed.
 * Each is then one piece of what it says, which is asked, as such a file may as well be of something else.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { measuredFields, type RecordField } from '../../../shared/domain/fields.ts';
import {
  type AmountKinds,
  kindChoice,
  NO_PIECES,
  readsByKind,
  withAmountKinds,
} from '../../../shared/import/kind-choice.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { columnsInUse } from '../shape/merged-cells.ts';
import type { AskedFile } from './ambiguities.ts';
import { fieldsSaid } from './amount-kinds.ts';

/** What a single piece can be. */
const ofPieces: ReadonlySet<string> = new Set<RecordField>(['goodQuantity', 'defectQuantity', 'reworkQuantity']);

/** A guessed profile in which each row is one piece, where nothing else is counted. */
export function withPieces(
  profile: ImportProfile,
  columns: readonly string[],
  rows: readonly string[][],
): ImportProfile {
  const kinds = piecesIn(profile, columns, rows);
  return kinds === null ? profile : { ...profile, fields: withAmountKinds(profile.fields, kinds, true) };
}

/** Asks whether each row is one piece. */
export function pieceQuestions({ profile, columns, rows }: AskedFile): Question[] {
  const kinds = piecesIn(profile, columns, rows);
  if (kinds === null) return [];
  const pieces = kindChoice(kinds);
  const isInUse = readsByKind(profile.fields, kinds);
  const sample = Object.values(kinds.fields).flat().join(', ');
  const meaning = isInUse ? 'Each row counts as one piece of what it says' : 'Nothing is counted';
  return [
    {
      field: 'pieces',
      column: kinds.by,
      sample,
      message: `No column holds a quantity, and column '${kinds.by}' says of each row whether it was good (${sample}). ${meaning}: check that this is what the plant means.`,
      choices: isInUse ? [pieces, NO_PIECES] : [NO_PIECES, pieces],
    },
  ];
}

function piecesIn(profile: ImportProfile, columns: readonly string[], rows: readonly string[][]): AmountKinds | null {
  const { fields, defectColumns, downtimeColumns, shape } = profile;
  if (shape.unpivot || defectColumns.length > 0 || downtimeColumns.length > 0) return null;
  const measured = measuredFields.flatMap((field) => fields[field] ?? []);
  const said = new Set(measured.map((source) => ('value' in source && source.when?.column) || null));
  if (said.has(null) || said.size > 1) return null;
  const used = new Set(columnsInUse(profile).filter((column) => !said.has(column)));
  for (const [at, by] of columns.entries()) {
    if (used.has(by)) continue;
    const found = fieldsSaid(rows.map((cells) => (cells[at] ?? '').trim()));
    if (found?.goodQuantity && Object.keys(found).every((field) => ofPieces.has(field))) {
      return { column: null, by, fields: found };
    }
  }
  return null;
}
