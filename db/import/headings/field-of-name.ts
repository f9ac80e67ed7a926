import type { RecordField } from '../../../shared/domain/fields.ts';
import { exactScores, SUFFIXES, SURELY_NAMED } from '../guess/guess-profile.ts';
import { foldHeading } from './fold-heading.ts';

/** The field that a text is a name of, or is but for what counts it; null where it is none. */
export function fieldOfName(text: string): RecordField | null {
  const folded = foldHeading(text);
  const named = exactScores.get(compact(folded)) ?? exactScores.get(compact(folded.replace(SUFFIXES, '')));
  return named?.field ?? null;
}

/** What any date may be called, that of printing too. */
const GENERAL_DATE = /^(?:date|day|datum|fecha|data|dia|tag|dan|일자|날짜|일시|start|timestamp|time_stamp|ts)$/;

/** Whether a text is the very name of a field, and not one that it shares with others. */
export function isSurelyNamed(field: RecordField, text: string): boolean {
  const folded = foldHeading(text);
  const named = exactScores.get(compact(folded));
  return named?.field === field && named.score >= SURELY_NAMED && !GENERAL_DATE.test(folded);
}

function compact(folded: string): string {
  return folded.replaceAll('_', '');
}
