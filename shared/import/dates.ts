import { z } from 'zod';

/** Moments written as one number. */
export const countedFormats = {
  'epoch-seconds': 'seconds since 1970-01-01 00:00 UTC',
  'epoch-milliseconds': 'milliseconds since 1970-01-01 00:00 UTC',
  'excel-serial': 'days as spreadsheets count them, 1 being 1900-01-01',
  'excel-serial-1904': 'days as old spreadsheets of the Macintosh count them, 0 being 1904-01-01',
} as const;
export type CountedFormat = keyof typeof countedFormats;

/** Times of day without a date, the date of which another column or the name of the file gives. */
export const clockFormats = ['HH:mm', 'HHmm'] as const;
export type ClockFormat = (typeof clockFormats)[number];

/** True for a format of a column that holds times of day only. */
export function isClockFormat(format: string): format is ClockFormat {
  return clockFormats.some((each) => each === format);
}

/** True for a format that is a number. */
export function isCountedFormat(format: string): format is CountedFormat {
  return Object.hasOwn(countedFormats, format);
}

/**
 * Zones that are named by letters. Those that stand for several (CST is Chicago and Shanghai, IST India, Ireland and Israel)
 * are not read.
 */
export const namedZones = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  MEZ: 60,
  CEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  KST: 540,
  JST: 540,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MDT: -360,
  PST: -480,
  PDT: -420,
} as const;

/** What a file's dates need beside their format. */
export const datesSchema = z
  .strictObject({
    /** The date that the name of the file gives, for rows that have none: 'YYYYMMDD', 'YYYY-MM'. */
    inFileName: z.string().min(1).max(60).optional(),
    /** IANA zone of the clock by which stamps without an offset are written, where that is not the plant's own. */
    writtenIn: z.string().optional(),
    /**
     * What the date is that stands beside times of day: the calendar date of the start, or the production day, whose times
     * before the hour at which days begin are of the calendar day after it.
     */
    timesOn: z.enum(['calendarDate', 'productionDay']).optional(),
    /** A time of day earlier than that of the row before, on the same line and date, is of the next day. */
    timesRunOn: z.literal(true).optional(),
    /** Run minutes are the time from start to end, where no column has them. */
    runIs: z.literal('startToEnd').optional(),
  })
  .default({});

/** The answer that stamps with a distance from UTC are dated by the clock that they are written by, in no zone. */
export const AS_WRITTEN = 'asWritten';
