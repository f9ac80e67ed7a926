import type { Alert, AlertKind } from '../../../../shared/contract/health.ts';
import type { Format } from '../../../lib/format.ts';
import type { AlertText } from './text.ts';

/** How a value or threshold of a kind of alert is written, which comes in the unit of its setting. */
const written: Record<AlertKind, (value: number, format: Format) => string> = {
  damage: (times, format) => format.number(times),
  slow: (ms, format) => format.milliseconds(ms),
  hitRatio: (percent, format) => format.percent(percent / 100, 0),
  log: (megabytes, format) => format.bytes(megabytes * 1e6),
  diskSoon: (weeks, format) => format.weeks(Math.floor(weeks)),
  disk: (gigabytes, format) => format.bytes(gigabytes * 1e9),
  integrity: (days, format) => format.days(Math.floor(days)),
  backup: (days, format) => format.days(Math.floor(days)),
  standby: (seconds, format) => format.duration(seconds * 1_000),
  reports: (reports, format) => format.number(reports),
  watchedFile: (files, format) => format.number(files),
  watchedFolder: (folders, format) => format.number(folders),
};

/** A value of an alert, or a threshold, with its unit. */
export function writeAlertValue(kind: AlertKind, value: number, format: Format): string {
  return written[kind](value, format);
}

/** What an alert says: what it is, and what was measured against which threshold. */
export function alertWords(
  { kind, value, threshold, heldBy, names = [], about }: Alert,
  text: AlertText,
  format: Format,
) {
  const { title, measured, nothing } = text.kinds[kind];
  const limit = writeAlertValue(kind, threshold, format);
  const words =
    value === null ? nothing(limit) : measured(writeAlertValue(kind, value, format), limit, format.list(names));
  const more = [...(about ? [text.about(about.name, about.why)] : []), ...(heldBy ? [text.heldBy[heldBy]] : [])];
  return { title, words: [words, ...more].join(' ') };
}
