import type { Question } from '../../../../shared/contract/schemas.ts';
import { type RecordField, recordFields } from '../../../../shared/domain/fields.ts';
import { type ColumnReading, readingOfColumn } from '../../../../shared/import/columns.ts';
import { AS_WRITTEN } from '../../../../shared/import/dates.ts';
import { kindsOfChoice, readsByKind, withAmountKinds } from '../../../../shared/import/kind-choice.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { AS_IT_STANDS, rateInUse, withRate } from '../../../../shared/import/rate-choice.ts';
import { EACH_ITS_OWN } from '../../../../shared/import/units.ts';
import { choiceOfSource, timesYield, yieldOfChoice } from '../../../../shared/import/yield-choice.ts';
import { counterTaking } from '../derive/counter-taking.ts';
import { changeProfile } from '../profile-edit.ts';

/**
 * How a question about values is answered in a profile, and what the profile says now; `first` is the profile before any answer,
 * which may know more of what is taken up again.
 */
interface Answer {
  set(profile: ImportProfile, question: Question, choice: string, first: ImportProfile): ImportProfile;
  get(profile: ImportProfile, question: Question): string | undefined;
}

type ColumnText = 'dateFormat' | 'percent' | 'unit' | 'merged';

/** The profile with something said of one column; undefined takes it back. */
export function withColumn(profile: ImportProfile, column: string, own: Partial<Record<keyof ColumnReading, unknown>>) {
  const said = { ...readingOfColumn(profile.columns, column), ...own };
  const kept = Object.fromEntries(
    Object.entries(said).filter(([name, value]) => value !== undefined && (value !== '' || name === 'thousandsMark')),
  );
  const { [column]: _, ...others } = profile.columns;
  const columns = Object.keys(kept).length > 0 ? { ...others, [column]: kept as ColumnReading } : others;
  return { ...profile, columns };
}

function ofColumn(name: ColumnText): Answer {
  return {
    set: (profile, { column = '' }, choice) => withColumn(profile, column, { [name]: choice }),
    get: (profile, { column = '' }) => readingOfColumn(profile.columns, column)[name],
  };
}

const marks: Answer = {
  set: (profile, { column = '' }, choice) =>
    withColumn(profile, column, { thousandsMark: choice, decimalMark: choice === '.' ? ',' : '.' }),
  get: (profile, { column = '' }) => readingOfColumn(profile.columns, column).thousandsMark,
};

const nulls: Answer = {
  set: (profile, { column = '', sample = '' }, choice) => {
    const others = (readingOfColumn(profile.columns, column).nulls ?? []).filter((text) => text !== sample);
    const next = choice === 'none' ? [...others, sample] : others;
    return withColumn(profile, column, { nulls: next.length > 0 ? next : undefined });
  },
  get: (profile, { column = '', sample = '', choices }) =>
    readingOfColumn(profile.columns, column).nulls?.includes(sample)
      ? 'none'
      : choices.find((choice) => choice !== 'none'),
};

/** The unit of the records follows that of the column, where it came from there. */
const unit: Answer = {
  set: (profile, question, choice) => {
    const { column = '', columns = [column] } = question;
    const before = readingOfColumn(profile.columns, column).unit;
    const changed = columns.reduce((made, each) => withColumn(made, each, { unit: choice }), profile);
    const source = profile.fields.unit;
    const isFromColumn =
      source !== undefined &&
      (('value' in source && source.value === before) || ('take' in source && source.take === 'unit'));
    if (!isFromColumn) return changed;
    const next = choice === EACH_ITS_OWN ? { column, take: 'unit' as const } : { value: choice };
    return { ...changed, fields: { ...changed.fields, unit: next } };
  },
  get: ofColumn('unit').get,
};

/** Metres are a unit, of the column and of the records where nothing else is. */
const letterM: Answer = {
  set: (profile, { column = '' }, choice) => {
    const isMetres = choice === 'metres';
    const before = readingOfColumn(profile.columns, column).unit;
    const metres = isMetres ? 'm' : before === 'm' ? undefined : before;
    const changed = withColumn(profile, column, { letterM: choice, unit: metres });
    const { unit: source, ...others } = changed.fields;
    if (isMetres) return { ...changed, fields: { ...changed.fields, unit: source ?? { value: 'm' } } };
    return source && 'value' in source && source.value === 'm' ? { ...changed, fields: others } : changed;
  },
  get: (profile, { column = '' }) => readingOfColumn(profile.columns, column).letterM,
};

/** The field that a column serves as an amount, and how. */
function amountFrom({ fields }: ImportProfile, column = '') {
  return Object.entries(fields).flatMap(([field, source]) =>
    'column' in source && source.column === column && source.take === undefined ? [{ field, source }] : [],
  )[0];
}

const counter: Answer = {
  set: (profile, { column }, choice) => {
    const amount = amountFrom(profile, column);
    if (!amount) return profile;
    const { counter: before, ...plain } = amount.source;
    const made = counterTaking(choice === 'amount' ? null : choice, before);
    return { ...profile, fields: { ...profile.fields, [amount.field]: made ? { ...plain, counter: made } : plain } };
  },
  get: (profile, { column }) => amountFrom(profile, column)?.source.counter?.take ?? 'amount',
};

/** Columns of one reason each: what they count, or that they are not read. */
const reasons: Answer = {
  set: (profile, { columns = [] }, choice, first) => {
    const asked = new Set(columns);
    const others = (list: ImportProfile['downtimeColumns']) => list.filter(({ column }) => !asked.has(column));
    // What counts something else, or again, keeps its name.
    const named = new Map(
      [first, profile]
        .flatMap(({ downtimeColumns, defectColumns }) => [...downtimeColumns, ...defectColumns])
        .map(({ column, reason }) => [column, reason]),
    );
    const own = columns.map((column) => ({ column, reason: named.get(column) ?? column }));
    const listOf = (before: ImportProfile['downtimeColumns'], field: string) => [
      ...others(before),
      ...(choice === field ? own : []),
    ];
    return {
      ...profile,
      downtimeColumns: listOf(profile.downtimeColumns, 'downMinutes'),
      defectColumns: listOf(profile.defectColumns, 'defectQuantity'),
    };
  },
  get: ({ downtimeColumns, defectColumns }, { column }) => {
    if (downtimeColumns.some((each) => each.column === column)) return 'downMinutes';
    return defectColumns.some((each) => each.column === column) ? 'defectQuantity' : 'nothing';
  },
};

const reversals: Answer = {
  set: (profile, { column = '', sample = '' }, choice) => {
    const before = profile.reversals ?? { column, in: sample.split(', ') };
    return { ...profile, reversals: { ...before, are: choice === 'aside' ? 'aside' : 'kept' } };
  },
  get: (profile) => profile.reversals?.are ?? 'kept',
};

/** Rows of which a column says what they count; the answer that reads them so stands among the choices. */
const kinds: Answer = {
  set: (profile, { choices }, choice) => {
    const asked = kindsAsked(choices);
    if (!asked) return profile;
    return { ...profile, fields: withAmountKinds(profile.fields, asked, kindsOfChoice(choice) !== null) };
  },
  get: ({ fields }, { choices }) => {
    const asked = kindsAsked(choices);
    const isByKind = asked !== undefined && readsByKind(fields, asked);
    return choices.find((choice) => (kindsOfChoice(choice) !== null) === isByKind);
  },
};

function kindsAsked(choices: readonly string[]) {
  return choices.map(kindsOfChoice).find((each) => each !== null);
}

/** What texts between rows are: one field at most is read from them. */
const alone: Answer = {
  set: (profile, { column = '' }, choice) => {
    const before = Object.entries(profile.fields).find(([, source]) => 'column' in source && source.column === column);
    const bare = before
      ? changeProfile(profile, { type: 'map', field: before[0] as RecordField, source: null })
      : profile;
    return isField(choice) ? changeProfile(bare, { type: 'map', field: choice, source: { column } }) : bare;
  },
  get: ({ fields }, { column }) =>
    Object.entries(fields).find(([, source]) => 'column' in source && source.column === column)?.[0] ?? 'nothing',
};

function isField(choice: string): choice is RecordField {
  return Object.hasOwn(recordFields, choice);
}

/** Several columns with one heading: what is read from one of them is read from another. */
const sameHeading: Answer = {
  set: (profile, { choices }, choice) => ({
    ...profile,
    fields: Object.fromEntries(
      Object.entries(profile.fields).map(([field, source]) => [
        field,
        'column' in source && choices.includes(source.column) ? { ...source, column: choice } : source,
      ]),
    ),
  }),
  get: ({ fields }, { choices }) =>
    choices.find((choice) => Object.values(fields).some((source) => 'column' in source && source.column === choice)),
};

/** Whether the good quantity is what was made less the scrap; the columns of both stand in the question. */
const scrapWithin: Answer = {
  set: (profile, { columns: [made = '', scrap = ''] = [] }, choice) => {
    const source = { column: made, ...(choice === 'within' && { minus: scrap }) };
    return changeProfile(profile, { type: 'map', field: 'goodQuantity', source });
  },
  get: ({ fields: { goodQuantity: good } }) =>
    good && 'column' in good && good.minus !== undefined ? 'within' : 'apart',
};

/** Whether what good leaves of all that was made is scrap; the columns of both stand in the question. */
const leftOver: Answer = {
  set: (profile, { columns: [made = '', good = ''] = [] }, choice) => {
    const source = choice === 'scrap' ? { column: made, minus: good } : null;
    return changeProfile(profile, { type: 'map', field: 'defectQuantity', source });
  },
  get: ({ fields: { defectQuantity: scrap } }) =>
    scrap && 'column' in scrap && scrap.minus !== undefined ? 'scrap' : 'nothing',
};

/** Whether what was made is divided by a rate; the columns of both stand in the question. */
const rate: Answer = {
  set: (profile, { columns: [made = '', of = ''] = [], sample = '' }, choice) =>
    withRate(profile, { made, rate: of, sample }, choice),
  get: ({ fields }) => rateInUse(fields)?.choice ?? AS_IT_STANDS,
};

/** Questions about values, by the setting that they are about; those of the whole file are answered elsewhere. */
export const answers: Readonly<Record<string, Answer>> = {
  alone,
  dateFormat: ofColumn('dateFormat'),
  percent: ofColumn('percent'),
  merged: ofColumn('merged'),
  reasons,
  reversals,
  kinds,
  pieces: kinds,
  // Whether a column is read, as what it is called.
  shortened: alone,
  otherUnit: alone,
  share: alone,
  scrapWithin,
  leftOver,
  rate,
  sameHeading,
  thousandsMark: marks,
  unit,
  letterM,
  nulls,
  counter,
  yield: {
    set: (profile, { column = '' }, choice) => {
      const taken = yieldOfChoice(choice);
      const source = taken && timesYield(column, taken.scale, taken.column);
      return changeProfile(profile, { type: 'map', field: 'goodQuantity', source });
    },
    get: (profile) => choiceOfSource(profile.fields.goodQuantity) ?? undefined,
  },
  timeZone: {
    set: (profile, _question, choice) =>
      changeProfile(profile, { type: 'day', day: { timeZone: choice === AS_WRITTEN ? '' : choice } }),
    get: (profile) => profile.day.timeZone ?? AS_WRITTEN,
  },
  inFileName: {
    set: (profile, _question, choice) => ({ ...profile, dates: { ...profile.dates, inFileName: choice } }),
    get: (profile) => profile.dates.inFileName,
  },
  runIs: {
    set: (profile, _question, choice) => {
      const { runIs: _, ...dates } = profile.dates;
      return { ...profile, dates: choice === 'startToEnd' ? { ...dates, runIs: choice } : dates };
    },
    get: (profile) => profile.dates.runIs ?? 'nothing',
  },
  timesOn: {
    set: (profile, _question, choice) => ({
      ...profile,
      dates: { ...profile.dates, timesOn: choice === 'productionDay' ? 'productionDay' : 'calendarDate' },
    }),
    get: (profile) => profile.dates.timesOn,
  },
};
