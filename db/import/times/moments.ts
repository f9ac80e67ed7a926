/**
 * The moments of a row: its date, its start and its end, each of which may stand in a column of its own, in two, or in the
 * name of the file.
 * 1. A time of day without a date is of the date of its row, else of the file's name. An end earlier than its start is of
 *    the next day, as a run is shorter than a day.
 * 2. Where the date is the production day (by choice of the profile), a time before the hour at which days begin is of the
 *    calendar day after it.
 * 3. Where times run on (by choice), a start earlier than that of the row before, on the same line and date, is of the next
 *    day; rows have to come in the order of the file for it.
 */
import type { RecordField } from '../../../shared/domain/fields.ts';
import { secondsOfClock } from '../../../shared/domain/shift-calendar.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { en } from '../../../shared/text/en.ts';
import { WITH_WHOLE_FILE } from '../derive/counters.ts';
import type { MomentReader, RowState, TextReader } from '../rows/field-readers.ts';
import type { FileFacts } from '../rows/map-row.ts';
import type { WrittenDate } from './dates.ts';
import { dateInFileName } from './file-name-date.ts';
import { compileStampClock } from './production-day.ts';

export interface RowMoments {
  date: WrittenDate | null;
  started: WrittenDate | null;
  ended: WrittenDate | null;
}

/** A moment as a cell says it; `day` is null for a time of day without a date. */
export interface WrittenMoment extends Omit<WrittenDate, 'day'> {
  day: number | null;
}

interface Readers {
  moment(field: RecordField): MomentReader;
  text(field: RecordField): TextReader;
}

const NO_MOMENTS: RowMoments = { date: null, started: null, ended: null };
const SECONDS_PER_DAY = 86_400;

/** Compiles the dates of a profile for a file of this name. Throws INVALID_PROFILE for a zone or a format that is
 * none. */
export function compileMoments(
  profile: ImportProfile,
  read: Readers,
  state: RowState,
  { fileName = '', areAllRows = false }: Pick<FileFacts, 'fileName' | 'areAllRows'>,
): (cells: readonly string[]) => RowMoments {
  const { dates, day } = profile;
  const readDate = read.moment('productionDate');
  const readStart = read.moment('startedAt');
  const readEnd = read.moment('endedAt');
  const ofName = dates.inFileName === undefined ? null : dateInFileName(fileName, dates.inFileName, profile.monthNames);
  const withOffset = compileStampClock(dates.writtenIn);
  const dayBegins = dates.timesOn === 'productionDay' ? secondsOfClock(day.startsAt) : 0;
  const runOn = dates.timesRunOn ? new RunningTimes(read.text('line')) : null;

  const onDay = (field: RecordField, moment: WrittenMoment | null, of: number | null): WrittenDate | null => {
    if (moment === null || moment.day !== null) return moment as WrittenDate | null;
    if (of === null) {
      state.failure ??= `${en.fields[field]}: a time of day is given, but no date for it`;
      return null;
    }
    const second = moment.secondOfDay ?? 0;
    const isNextDay = second >= SECONDS_PER_DAY;
    return {
      day: of + (isNextDay ? 1 : 0),
      secondOfDay: isNextDay ? 0 : second,
      offsetMinutes: null,
    };
  };

  const startOf = (moment: WrittenMoment | null, date: WrittenDate | null, cells: readonly string[]) => {
    const isClock = moment !== null && moment.day === null;
    const later = isClock && (moment.secondOfDay ?? 0) < dayBegins ? 1 : 0;
    const start = onDay('startedAt', moment, date === null ? null : date.day + later);
    if (!isClock || start === null || date === null || runOn === null) return start;
    if (!areAllRows) {
      state.failure ??= `${en.fields.startedAt}: a time that runs on ${WITH_WHOLE_FILE}`;
      return null;
    }
    return { ...start, day: start.day + runOn.daysAfter(cells, date.day, moment.secondOfDay ?? 0) };
  };

  const endOf = (moment: WrittenMoment | null, start: WrittenDate | null, date: WrittenDate | null) => {
    if (moment === null || moment.day !== null) return moment as WrittenDate | null;
    const second = moment.secondOfDay ?? 0;
    if (start?.secondOfDay === null || start === null) {
      return onDay('endedAt', moment, date === null ? null : date.day + (second < dayBegins ? 1 : 0));
    }
    const end = onDay('endedAt', moment, start.day + (second < start.secondOfDay ? 1 : 0));
    return end && { ...end, offsetMinutes: start.offsetMinutes };
  };

  return (cells) => {
    const written = readDate(cells);
    if (written !== null && written.day === null) {
      state.failure ??= `${en.fields.productionDate}: a time of day is given, but no date`;
      return NO_MOMENTS;
    }
    if (written === null && typeof ofName === 'string') {
      state.failure ??= `${en.fields.productionDate}: ${ofName}`;
      return NO_MOMENTS;
    }
    const date = (written as WrittenDate | null) ?? (ofName as WrittenDate | null);
    const start = startOf(readStart(cells), date, cells);
    const end = endOf(readEnd(cells), start, date);
    return { date: date && withOffset(date), started: start && withOffset(start), ended: end && withOffset(end) };
  };
}

/** How many days the times of a line have run on since a date. */
class RunningTimes {
  readonly #line: TextReader;
  readonly #lines = new Map<string, { date: number; last: number; days: number }>();

  constructor(line: TextReader) {
    this.#line = line;
  }

  daysAfter(cells: readonly string[], date: number, second: number): number {
    const line = this.#line(cells) ?? '';
    const before = this.#lines.get(line);
    const isSame = before !== undefined && before.date === date;
    const days = isSame ? before.days + (second < before.last ? 1 : 0) : 0;
    this.#lines.set(line, { date, last: second, days });
    return days;
  }
}
