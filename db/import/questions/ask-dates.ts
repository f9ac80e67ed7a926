import type { Question } from '../../../shared/contract/schemas.ts';
import { isoFromDay, partsOfDay } from '../../../shared/domain/day.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { countedFormats, isClockFormat, isCountedFormat } from '../../../shared/import/dates.ts';
import { placeOf } from '../rows/field-readers.ts';
import { compileDateFormat } from '../times/dates.ts';
import { datesInFileName } from '../times/file-name-date.ts';
import { isRunSpanAlone } from '../times/run-span.ts';
import { rivalReadings } from '../times/sniff-dates.ts';
import type { AskedFile } from './ambiguities.ts';
import { zoneQuestions } from './ask-zone.ts';

const dateFields = ['productionDate', 'startedAt', 'endedAt'] as const;

/** What the dates of a file leave open. */
export function dateQuestions(file: AskedFile): Question[] {
  const { profile } = file;
  const columns = new Set<string>();
  const questions: Question[] = [];
  for (const field of dateFields) {
    const source = profile.fields[field];
    if (!source || !('column' in source) || columns.has(source.column)) continue;
    columns.add(source.column);
    const own = readingOfColumn(profile.columns, source.column).dateFormat;
    // What one column of the file's own format leaves open, another that has it need not ask again.
    if (own === undefined && questions.some(({ field: asked, column }) => asked === 'dateFormat' && !column)) continue;
    questions.push(...orderQuestion(file, source.column, own));
  }
  return [
    ...questions,
    ...zoneQuestions(file, columns),
    ...fileNameQuestion(file),
    ...clockQuestion(file),
    ...spanQuestion(file),
  ];
}

function orderQuestion({ profile, sniffed, textsOf }: AskedFile, column: string, own: string | undefined): Question[] {
  const format = own ?? profile.dateFormat;
  if (isClockFormat(format)) return [];
  const readings = sniffed.columns.find(({ name }) => name === column)?.dates ?? [];
  const inUse = readings.find((reading) => reading.format === format);
  if (!inUse) return [];
  const texts = textsOf(column);
  const rivals = rivalReadings([inUse, ...readings.filter((reading) => reading !== inUse)], texts);
  if (rivals.length === 0) return [];
  const choices = [inUse, ...rivals].map((reading) => reading.format);
  const shown = choices.map((choice) => (isCountedFormat(choice) ? countedFormats[choice] : choice)).join(' or as ');
  const message = `The dates in column '${column}' (such as '${texts[0]}') can be read as ${shown}. They are read as ${inUse.format}: check that this is what the plant means.`;
  const parsers = [inUse, ...rivals].map((reading) => compileDateFormat(reading.format, reading.monthNames));
  const telling = texts.find(
    (text) => new Set(parsers.map((parse) => parse(text)?.day ?? null)).size === parsers.length,
  );
  const about = { ...(own === undefined ? {} : { column }), ...(telling === undefined ? {} : { sample: telling }) };
  return [{ field: 'dateFormat', ...about, message, choices }];
}

/** A date of which the name of the file leaves the order open, or says the month only. */
function fileNameQuestion({ profile, fileName }: AskedFile): Question[] {
  const format = profile.dates.inFileName;
  if (format === undefined || profile.fields.productionDate) return [];
  const { readings, isSure } = datesInFileName(fileName);
  const inUse = readings.find((reading) => reading.format === format);
  if (isSure || !inUse) return [];
  const choices = [inUse, ...readings.filter((reading) => reading !== inUse)];
  const { day } = partsOfDay(inUse.day);
  const meaning = format.includes('D') ? isoFromDay(inUse.day) : `${isoFromDay(inUse.day)}, as it names no day`;
  const message = `No column holds dates, and the name of the file says ${format} only by a guess: all rows are of ${meaning}. Check that this is what the plant means.`;
  return [
    {
      field: 'inFileName',
      sample: `${day > 0 ? fileName : ''}`,
      message,
      choices: choices.map((reading) => reading.format),
    },
  ];
}

/** A row that has no more than a start and an end was run in between, or planned. */
function spanQuestion({ profile }: AskedFile): Question[] {
  const { startedAt, endedAt } = profile.fields;
  if (!isRunSpanAlone(profile.fields) || !startedAt || !endedAt) return [];
  const inUse = profile.dates.runIs ?? 'nothing';
  const message = `No column has a quantity or minutes. The time ${placeOf(startedAt)} to that ${placeOf(endedAt)} is ${inUse === 'startToEnd' ? 'taken for run minutes' : 'not taken for run minutes'}: check that this is what it is.`;
  return [
    {
      field: 'runIs',
      message,
      choices: inUse === 'startToEnd' ? ['startToEnd', 'nothing'] : ['nothing', 'startToEnd'],
    },
  ];
}

/** Where days begin in the morning, a date beside a time of day can be the calendar's or the plant's. */
function clockQuestion({ profile, textsOf }: AskedFile): Question[] {
  const source = profile.fields.startedAt;
  if (!source || !('column' in source)) return [];
  const format = readingOfColumn(profile.columns, source.column).dateFormat ?? profile.dateFormat;
  if (!isClockFormat(format) || profile.day.startsAt === '00:00') return [];
  const inUse = profile.dates.timesOn ?? 'calendarDate';
  const other = inUse === 'calendarDate' ? 'productionDay' : 'calendarDate';
  const message = `The times in column '${source.column}' stand beside a date, and days begin at ${profile.day.startsAt}. A time before that is taken to be ${inUse === 'calendarDate' ? 'of that calendar date, and so of the production day before' : 'of the calendar day after that date'}: check that this is what the plant means.`;
  return [
    {
      field: 'timesOn',
      column: source.column,
      sample: textsOf(source.column)[0] ?? '',
      message,
      choices: [inUse, other],
    },
  ];
}
