import { measuredFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { RowState } from '../rows/field-readers.ts';

const MILLIONTHS = 1_000_000;
const SECONDS_A_MINUTE = 60;

/** True where a profile takes the time from start to end for run minutes. */
export function runIsSpan({ dates, fields }: Pick<ImportProfile, 'dates' | 'fields'>): boolean {
  return dates.runIs === 'startToEnd' && fields.startedAt !== undefined && fields.endedAt !== undefined;
}

/** Minutes from start to end in millionths, of two instants in seconds; null where one is not given. An end before its start fails the row. */
export function runSpan(startedAt: number | null, endedAt: number | null, state: RowState): number | null {
  if (startedAt === null || endedAt === null) return null;
  if (endedAt < startedAt) state.failure ??= 'the end is before the start, so that there is no run time between them';
  return Math.round(((endedAt - startedAt) * MILLIONTHS) / SECONDS_A_MINUTE);
}

/** With a start and an end and nothing else that is measured, the time between them is what a row tells. */
export function isRunSpanAlone(fields: ImportProfile['fields']): boolean {
  if (!fields.startedAt || !fields.endedAt) return false;
  return !measuredFields.some((field) => fields[field]);
}
