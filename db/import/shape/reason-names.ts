/**
 * Reasons that stand as codes in the headings of a matrix, and what they are called in a list beside it: another sheet of the
 * same workbook, another file of the same archive. Only a list that leaves no doubt is taken: its first column holds each code
 * once, and its second another text for each.
 */
import type { Join } from '../../../shared/import/shape.ts';
import { readBeginning, readingsOfSecondFile } from './guess-join.ts';
import { kindOfCell } from './kind-of-cell.ts';

/** A list of reasons is short; what is longer are records. */
const LONGEST_LIST = 500;
/** A reason is a name, not a text. */
const LONGEST_NAME = 120;

export interface ReasonNames {
  /** The table that they stand in. */
  part: string;
  byCode: ReadonlyMap<string, string>;
}

/** Names of reason codes from a table beside the one that they stand in; null where none, or more than one that differs, has them. */
export async function findReasonNames(
  path: string,
  joined: Pick<Join['reading'], 'part'>,
  codes: readonly string[],
): Promise<ReasonNames | null> {
  if (joined.part === undefined) return null;
  let found: ReasonNames | null = null;
  for (const reading of await readingsOfSecondFile(path)) {
    if (reading.part === undefined || reading.part === joined.part) continue;
    const { rows } = await readBeginning(path, reading, LONGEST_LIST);
    const byCode = rows.length > LONGEST_LIST ? null : namesIn(rows, codes);
    if (byCode === null) continue;
    if (found !== null && codes.some((code) => found?.byCode.get(code) !== byCode.get(code))) return null;
    found ??= { part: reading.part, byCode };
  }
  return found;
}

function namesIn(
  rows: readonly { cells: readonly string[] }[],
  codes: readonly string[],
): ReadonlyMap<string, string> | null {
  const byCode = new Map<string, string>();
  for (const { cells } of rows) {
    const code = cells[0]?.trim() ?? '';
    const name = cells[1]?.trim() ?? '';
    if (code === '' && name === '') continue;
    if (byCode.has(code) || kindOfCell(name) !== 'text' || name.length > LONGEST_NAME) return null;
    byCode.set(code, name);
  }
  const areAllNamed = codes.every((code) => byCode.has(code));
  return areAllNamed && new Set(byCode.values()).size === byCode.size ? byCode : null;
}
