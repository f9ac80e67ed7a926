/**
 * Reasons that stand as codes in a column, and what they are called in a list on another sheet of the same workbook, as the
 * headings of a matrix are (reason-names.ts). A reason that is a word already is left alone.
 */
import { type ColumnReading, readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { ShapeFinding } from '../../../shared/import/shape.ts';
import { findReasonNames } from './reason-names.ts';
import type { SecondFile } from './second-file.ts';

const FEWEST_CODES = 2;
const MOST_CODES = 200;
/** 'E01', '12', 'MECH': short and without a blank. */
const CODE = /^(?=\S{1,12}$)(?:\S*\d\S*|\S{1,4})$/u;

export interface CodesOf {
  path: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  second: SecondFile | undefined;
}

/** A guessed profile whose columns of reason codes have the names of a list beside them, and what was recognised by it. */
export async function withCodeNames(
  profile: ImportProfile,
  file: CodesOf,
): Promise<{ profile: ImportProfile; findings: ShapeFinding[] }> {
  const found = { profile, findings: [] as ShapeFinding[] };
  for (const field of ['downtimeReason', 'defectReason'] as const) {
    const source = profile.fields[field];
    const codes = source && 'column' in source ? codesIn(profile, source.column, file) : [];
    const place = source && 'column' in source ? placeOf(profile, source.column, file.second) : null;
    if (!source || !('column' in source) || codes.length < FEWEST_CODES || place === null) continue;
    const names = await findReasonNames(place.path ?? file.path, { ...profile, ...place.reading }, codes);
    if (names === null || codes.every((code) => names.byCode.get(code) === code)) continue;
    const { column } = source;
    const own: ColumnReading = { ...readingOfColumn(found.profile.columns, column), names: namesOf(names.byCode) };
    found.profile = { ...found.profile, columns: { ...found.profile.columns, [column]: own } };
    const [first = '', last = ''] = [codes[0], codes.at(-1)];
    const seen = { part: names.part, first, last, example: names.byCode.get(first) ?? first };
    found.findings = [{ part: 'reasonNames', confidence: 'likely', seen }];
  }
  return found;
}

function namesOf(byCode: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...byCode].filter(([code]) => CODE.test(code)));
}

/** The different codes of a column, in order; none where something else stands among them. */
function codesIn({ nulls }: ImportProfile, column: string, { columns, rows }: CodesOf): string[] {
  const at = columns.indexOf(column);
  const texts = new Set(rows.map((cells) => (cells[at] ?? '').trim()));
  for (const none of ['', ...nulls]) texts.delete(none);
  return texts.size <= MOST_CODES && [...texts].every((text) => CODE.test(text)) ? [...texts].sort() : [];
}

/** Where a column stands: in the file itself, or in the second one that brings it along. */
function placeOf({ shape: { join } }: ImportProfile, column: string, second: SecondFile | undefined) {
  if (join?.bring.includes(column)) return second ? { path: second.path, reading: join.reading } : null;
  return { path: undefined, reading: {} };
}
