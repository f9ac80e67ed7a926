/**
 * By which clock days are counted, where stamps are written by one that is no plant's: moments that count from 1970, and stamps
 * that all have the same distance from UTC.
 * 1. UTC itself is what a system writes that knows of no plant, so that its days are asked about, unless those of the clock here are
 *    the same. A machine whose own clock is UTC knows no better, and asks.
 * 2. Any other distance is mostly the plant's own: it is asked about only where the clock here gives other days.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { AS_WRITTEN, countedFormats } from '../../../shared/import/dates.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { compileDateFormat, type WrittenDate } from '../times/dates.ts';
import { compileProductionDay, compileWallClock } from '../times/production-day.ts';
import type { AskedFile } from './ambiguities.ts';

const UTC = 'UTC';
/** Zones of machines of which nobody said where they stand. */
const nowhere = /^(?:Etc\/)?(?:UTC|UCT|GMT|Zulu|Universal|Greenwich)$/;
const SECONDS_PER_DAY = 86_400;

/** Asks for the clock of the plant, of these columns of moments; choices are zones by name, or AS_WRITTEN. */
export function zoneQuestions(file: AskedFile, columns: ReadonlySet<string>): Question[] {
  const { profile } = file;
  const { timeZone } = profile.day;
  if (timeZone !== undefined && timeZone !== UTC) return [];
  const formatOf = (column: string) => readingOfColumn(profile.columns, column).dateFormat ?? profile.dateFormat;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const counted = [...columns].find((column) => formatOf(column).startsWith('epoch-'));
  if (counted !== undefined)
    return countedQuestion(file, counted, formatOf(counted) as keyof typeof countedFormats, here);
  const column = decidingColumn(profile);
  return column === null ? [] : offsetQuestion(file, column, formatOf(column), here);
}

/** The column of the moment that the production day is taken from. */
function decidingColumn(profile: ImportProfile): string | null {
  const { productionDate: date, startedAt: start } = profile.fields;
  const source = date && (start === undefined || compileProductionDay(profile).dateStands) ? date : start;
  return source && 'column' in source ? source.column : null;
}

function countedQuestion(
  { textsOf }: AskedFile,
  column: string,
  format: keyof typeof countedFormats,
  here: string,
): Question[] {
  const sample = textsOf(column)[0] ?? '';
  const message = `Column '${column}' (such as '${sample}') holds ${countedFormats[format]}, which is the clock of no plant. Days are taken by UTC: check that, or name the time zone of the plant.`;
  return [{ field: 'timeZone', column, sample, message, choices: [...new Set([UTC, here])] }];
}

function offsetQuestion({ profile, textsOf }: AskedFile, column: string, format: string, here: string): Question[] {
  const { monthNames = profile.monthNames } = readingOfColumn(profile.columns, column);
  const parse = compileDateFormat(format, monthNames);
  const stamps = textsOf(column).flatMap((text) => {
    const written = parse(text);
    return written === null || written.secondOfDay === null ? [] : [{ text, written }];
  });
  const offset = stamps[0]?.written.offsetMinutes ?? null;
  if (offset === null || stamps.some(({ written }) => written.offsetMinutes !== offset)) return [];
  const knowsNone = nowhere.test(here);
  if (knowsNone && offset !== 0) return [];
  const dayHere = dayIn(here);
  const telling = stamps.find(({ written }) =>
    knowsNone ? written.secondOfDay !== 0 : dayHere(written) !== written.day,
  );
  if (telling === undefined) return [];
  const asWritten = offset === 0 ? UTC : AS_WRITTEN;
  const inUse = offset === 0 ? 'UTC, which is the clock of hardly a plant' : 'the clock that it was written by';
  const message = `The times in column '${column}' (such as '${telling.text}') have the same distance from UTC in every row. Days are taken by ${inUse}: check that, or name the time zone of the plant.`;
  return [
    { field: 'timeZone', column, sample: telling.text, message, choices: knowsNone ? [asWritten] : [asWritten, here] },
  ];
}

function dayIn(timeZone: string): (written: WrittenDate) => number {
  const secondsIn = compileWallClock(timeZone);
  return (written) => Math.floor(secondsIn(written) / SECONDS_PER_DAY);
}
