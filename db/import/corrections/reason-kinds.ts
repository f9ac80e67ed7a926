/**
 * The kind of a reason for which a row was set aside: the reason without what differs from row to row. 'Good: 'many' in
 * column 'qty' is not a number' and the same of 'lots' are one kind, and so are two rows with too few cells.
 */

import { findingDefinitions } from '../../../shared/import/gate.ts';

/** Reasons that hang on what the store held at the time: the row itself may be right, and can be tried again as it is. */
const ABOUT_THE_STORE = /^may be in |^has (the same key|a key that)|^names a record/;
/** Of lines of a second file that differ, the first stands in the row, and may be the right one. */
const ABOUT_SEVERAL = /^lines .* have its key and differ; /;

/** The text of a cell stands first, in quotes, and is followed by where it was found. */
const CELL = /^([^']*)'[\s\S]*'(?= in columns? '| in the profile )/;
const NUMBER = /\b\d[\d.,]*\b/g;
const COLUMN = /'([^']*)'/g;
const PLACE = / in columns? ('[\s\S]*)$/;

/** A hundred thousand rows have a few kinds; more than this many texts without a cell are numbered lines. */
const MOST_KNOWN = 10_000;
const known = new Map<string, string>();

/** The kind of a reason, in words of its own. */
export function reasonKind(reason: string): string {
  const withoutCell = reason.replace(CELL, '$1…');
  let kind = known.get(withoutCell);
  if (kind === undefined) {
    kind = withoutNumbers(withoutCell);
    if (known.size < MOST_KNOWN) known.set(withoutCell, kind);
  }
  return kind;
}

/** Names of columns and archives hold digits that are not of this row. */
function withoutNumbers(reason: string): string {
  return reason
    .split(/('[^']*'|archive_[\d_]+)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(NUMBER, '…')))
    .join('')
    .replace(/\bcell\b/, 'cells');
}

/** Places of the columns that a reason names. */
export function reasonColumns(reason: string, columns: readonly string[]): number[] {
  const place = PLACE.exec(reason.replace(CELL, ''))?.[1] ?? '';
  const named = [...place.matchAll(COLUMN)].map(([, name]) => columns.indexOf(name ?? ''));
  return named.filter((column) => column >= 0);
}

/** Reasons of rows that a person left out for not being plausible. */
const notPlausible = new Set<string>(Object.values(findingDefinitions).flatMap(({ reason }) => reason ?? []));

/** Whether a row that was set aside for this may be right as it is. */
export function mayBeRight(reason: string): boolean {
  return ABOUT_THE_STORE.test(reason) || isAboutSeveral(reason) || notPlausible.has(reason);
}

/** Whether a row was set aside as lines of the second file that have its key differ. */
export function isAboutSeveral(reason: string): boolean {
  return ABOUT_SEVERAL.test(reason);
}
