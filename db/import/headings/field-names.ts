import type { RecordField } from '../../../shared/domain/fields.ts';
import { amountNames } from './amount-names.ts';
import { subjectNames } from './subject-names.ts';

/**
 * What plants call the fields, as folded words joined by '_' (see foldHeading), the surest names first: our own,
 * then English, German, Spanish, Portuguese, Slovenian and Korean, then French, Italian, Polish, Turkish, Japanese and Chinese.
 */
export const fieldNames: Partial<Record<RecordField, readonly string[]>> = { ...subjectNames, ...amountNames };

/** Headings of the parts of a date that stand in columns of their own. */
export const datePartNames = {
  year: ['year', 'jahr', 'ano', 'anyo', 'leto', '년', '연도', '년도'],
  month: ['month', 'monat', 'mes', 'mesec', '월'],
  day: ['day', 'tag', 'dia', 'dan', '일'],
  week: [
    'week',
    'calendar_week',
    'iso_week',
    'kw',
    'woche',
    'kalenderwoche',
    'semana',
    'semaine',
    'settimana',
    'teden',
    '주차',
    '주',
    '週',
    '周',
  ],
};
