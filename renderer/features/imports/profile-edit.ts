import { type RecordField, recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';

type Reading = 'decimalMark' | 'thousandsMark' | 'dateFormat' | 'monthNames';
type Day = ImportProfile['day'];
type ReasonKind = 'defectColumns' | 'downtimeColumns';

/** One change of a profile by a person. */
export type ProfileChange =
  | { type: 'name'; name: string }
  | { type: 'read'; setting: Reading; value: string }
  | { type: 'day'; day: Partial<Day> }
  | { type: 'shifts'; shifts: ImportProfile['shifts'] }
  | { type: 'map'; field: RecordField; source: Source | null }
  | { type: 'reasons'; kind: ReasonKind; columns: string[] }
  | { type: 'reason'; kind: ReasonKind; column: string; reason: string }
  | { type: 'code'; column: string; code: string; name: string }
  | { type: 'nulls'; nulls: string[] }
  | { type: 'key'; fields: RecordField[] };

/** The profile after a change, kept free of contradictions; the profile before is left as it was. */
export function changeProfile(profile: ImportProfile, change: ProfileChange): ImportProfile {
  switch (change.type) {
    case 'name': {
      const { name: _, ...rest } = profile;
      return change.name === '' ? rest : { ...profile, name: change.name };
    }
    case 'read':
      return read(profile, change.setting, change.value);
    case 'day': {
      const day = { ...profile.day, ...change.day };
      if (day.timeZone === '') delete day.timeZone;
      return { ...profile, day };
    }
    case 'shifts':
      return { ...profile, shifts: change.shifts };
    case 'map':
      return map(profile, change.field, change.source);
    case 'reasons': {
      const before = new Map(profile[change.kind].map((entry) => [entry.column, entry.reason]));
      const entries = change.columns.map((column) => ({ column, reason: before.get(column) ?? column.trim() }));
      return { ...profile, [change.kind]: entries };
    }
    case 'reason': {
      const reason = change.reason || change.column.trim();
      const entries = profile[change.kind].map((entry) =>
        entry.column === change.column ? { ...entry, reason } : entry,
      );
      return { ...profile, [change.kind]: entries };
    }
    case 'code': {
      const own = readingOfColumn(profile.columns, change.column);
      const names = { ...own.names, [change.code]: change.name || change.code };
      return { ...profile, columns: { ...profile.columns, [change.column]: { ...own, names } } };
    }
    case 'nulls':
      return { ...profile, nulls: change.nulls };
    case 'key':
      return { ...profile, key: recordFieldNames.filter((name) => change.fields.includes(name)) };
  }
}

function read(profile: ImportProfile, setting: Reading, value: string): ImportProfile {
  const changed = { ...profile, [setting]: value } as ImportProfile;
  // One character cannot be both marks: the one chosen last wins.
  if (changed.decimalMark !== changed.thousandsMark) return changed;
  return setting === 'decimalMark'
    ? { ...changed, thousandsMark: '' }
    : { ...changed, decimalMark: changed.decimalMark === ',' ? '.' : ',' };
}

function map(profile: ImportProfile, field: RecordField, source: Source | null): ImportProfile {
  const { [field]: _, ...others } = profile.fields;
  if (source) return { ...profile, fields: { ...others, [field]: source } };
  return { ...profile, fields: others, key: profile.key.filter((name) => name !== field) };
}

/** What keeps a profile from making records; each is a sentence of the screen. */
export type Shortcoming = 'noDate' | 'noSubject' | 'noMeasure';

/** Why no row could become a record with this profile; empty when rows can. */
export function shortcomings(profile: ImportProfile): Shortcoming[] {
  const has = (...names: RecordField[]) => names.some((name) => name in profile.fields);
  const isRunSpan = profile.dates.runIs !== undefined && has('startedAt') && has('endedAt');
  const measured =
    isRunSpan ||
    recordFieldNames.some(
      (name) => name in profile.fields && ['quantity', 'minutes'].includes(recordFields[name].kind),
    );
  const found: Shortcoming[] = [];
  if (!has('productionDate', 'startedAt') && !profile.dates.inFileName) found.push('noDate');
  if (!has('line', 'itemCode', 'itemName')) found.push('noSubject');
  if (!measured && profile.defectColumns.length === 0 && profile.downtimeColumns.length === 0) found.push('noMeasure');
  return found;
}

/** Whether records come without any quantity made or scrapped, as of a log of stops: that may be meant, or a column was not found. */
export function countsNothing({ fields, defectColumns }: ImportProfile): boolean {
  return !fields.goodQuantity && !fields.defectQuantity && defectColumns.length === 0;
}

/** How a source reads to a person, in the file's own column names. */
export function describeSource(source: Source): string {
  if ('columns' in source) return source.columns.join(source.join === ' ' ? ' + ' : ` ${source.join} `);
  if ('value' in source) return `= ${source.value}${describeWhen(source.when)}`;
  const scale = source.scale ? ` × 10^${source.scale}` : '';
  const factor = source.times && (source.rest ? ` × (1 − ${source.times}${scale})` : ` × ${source.times}${scale}`);
  const minus = source.minus ? ` − ${source.minus}` : '';
  const grown = source.counter ? (source.counter.take === 'maximum' ? 'max ' : 'Δ ') : '';
  return `${grown}${source.column}${factor ?? scale}${minus}${describeWhen(source.when)}`;
}

function describeWhen(when: { column: string; in: string[] } | undefined): string {
  return when ? ` (${when.column} = ${when.in.join(', ')})` : '';
}

/** Whether more is done with a column than reading it. */
export function isCalculated(source: Source): boolean {
  if ('columns' in source) return source.join !== ' ';
  return (
    source.when !== undefined ||
    ('column' in source && Boolean(source.scale || source.times || source.minus || source.counter || source.take))
  );
}

/** The columns a field is read from, in order; none for a fixed value. */
export function columnsOf(source: Source | undefined): string[] {
  if (!source || 'value' in source) return [];
  return 'columns' in source ? source.columns : [source.column];
}

/** The source for chosen columns: one as it is, several joined; what is calculated with one column stays. */
export function sourceOfColumns(before: Source | undefined, columns: string[]): Source | null {
  const [first, ...others] = columns;
  if (first === undefined) return null;
  if (others.length > 0) return { columns, join: before && 'columns' in before ? before.join : ' ' };
  return before && 'column' in before ? { ...before, column: first } : { column: first };
}

/** Every column that something is taken from, or that decides whether it is. */
export function columnsInUse(profile: ImportProfile): Set<string> {
  const sources = Object.values(profile.fields).flatMap((source) => [
    ...columnsOf(source),
    ...('times' in source && source.times ? [source.times] : []),
    ...('minus' in source && source.minus ? [source.minus] : []),
    ...('when' in source && source.when ? [source.when.column] : []),
  ]);
  const reasons = [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column);
  const reversals = profile.reversals ? [profile.reversals.column] : [];
  return new Set([...sources, ...reasons, ...reversals]);
}
