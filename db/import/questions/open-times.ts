/**
 * Times of which neither heading, row of units nor cells say in what they count: 7.5 is a shift in hours, and a moment in
 * minutes; 25,200 is more than a day in minutes, and a shift in seconds; 0.3125 is a shift as a spreadsheet keeps it, in days.
 * 1. The time from start to end settles it, where rows have both.
 * 2. Where the heading writes times with a point ('hh.mm'), they are read so as long as no row has more than 59 behind it.
 * 3. Otherwise the size of the numbers tells what is likelier, and it is asked.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { unitNamed } from '../../../shared/import/units.ts';
import { amountColumnsOf } from '../guess/guess-readings.ts';
import { textsByColumn } from '../guess/texts-by-column.ts';
import { pointedTimeOf } from '../headings/heading-amounts.ts';
import { plainNumbers } from '../numbers/numbers-in-rows.ts';
import { unitOfHeading, writtenNumbersOf } from '../numbers/written-numbers.ts';
import { createRowMapper } from '../rows/map-row.ts';
import { findReasonColumns } from '../shape/reason-columns.ts';
import { shapedUnits } from '../shape/units.ts';
import type { AskedFile } from './ambiguities.ts';

type TimeUnit = 'min' | 'h' | 's' | 'd' | 'h.mm' | 'mm.ss';
const ofOneMinute = { min: 1, h: 1 / 60, s: 60, d: 1 / 1_440 } as const;

/** A part of a day that a spreadsheet shows as a time has many decimals. */
const OF_DAY = /[.,]\d{4,}$/;
const MOSTLY = 0.8;
const HOURS_A_DAY = 24;
const MINUTES_A_DAY = 1_440;
/** Whole hours of a shift; fewer are minutes as often. */
const LEAST_OF_SHIFT = 6;
/** A run is a little less, or more, than what lies between its start and its end. */
const NEAR = { least: 0.75, most: 1.25 };
/** Fewer times that no clock has are slips. */
const FEW = 0.1;
const BEYOND_59 = /[.,](?:[6-9]\d?|\d{3,})$/;
const ROWS_COMPARED = 200;
const inWords = new Intl.ListFormat('en');

/** Columns of one kind of time that count in the same: one by itself, or those of all downtime reasons. */
interface OpenTimes {
  columns: string[];
  sample: string;
  likelier: TimeUnit;
  others: TimeUnit[];
}

type Table = Pick<AskedFile, 'profile' | 'columns' | 'rows' | 'fileName' | 'textsOf'>;

/** A guessed profile with the likelier unit of times of which nothing says in what they count. */
export function withOpenTimes(
  profile: ImportProfile,
  columns: readonly string[],
  rows: readonly string[][],
  fileName: string,
): ImportProfile {
  const textsOf = textsByColumn(columns, rows, profile.nulls);
  const readOnce = (before: ImportProfile): ImportProfile => {
    const readings = { ...before.columns };
    for (const times of timesIn({ profile: before, columns, rows, fileName, textsOf })) {
      const unit = 'settled' in times ? times.settled : times.likelier;
      if (unit === 'min') continue;
      for (const name of times.columns) readings[name] = { ...readings[name], unit };
    }
    return { ...before, columns: readings };
  };
  // Stops are counted as runs are, of which the first look tells.
  return readOnce(readOnce(profile));
}

/**
 * Asks in what times count of which neither the file nor their size leaves no doubt: once of all columns of which it is open in the
 * same way, as the plant means the same by them nearly always.
 */
export function openTimeQuestions(file: AskedFile): Question[] {
  const asked = new Map<string, AskedTimes[]>();
  for (const times of timesIn(file)) {
    if ('settled' in times) continue;
    const inUse = readingOfColumn(file.profile.columns, times.columns[0] ?? '').unit ?? 'min';
    const choices: string[] = [times.likelier, ...times.others];
    if (!choices.includes(inUse)) continue;
    const alike = [inUse, ...choices.filter((unit) => unit !== inUse)];
    const before = asked.get(alike.join());
    if (before) before.push({ ...times, choices: alike });
    else asked.set(alike.join(), [{ ...times, choices: alike }]);
  }
  return [...asked.values()].map(timesQuestion);
}

interface AskedTimes extends OpenTimes {
  /** The unit in use first. */
  choices: string[];
}

function timesQuestion(groups: readonly AskedTimes[]): Question {
  const columns = groups.flatMap((group) => group.columns);
  const [{ sample, choices } = { sample: '', choices: [] }] = groups;
  const [column = ''] = columns;
  const samples = groups.flatMap((group) => group.columns.map((_, at) => (at === 0 ? group.sample : '')));
  const named = groups.map((group) => {
    const last = group.columns.length > 1 ? ` to '${group.columns.at(-1)}'` : '';
    return `'${group.columns[0]}'${last} (such as '${group.sample}')`;
  });
  const which =
    columns.length > 1
      ? `Columns ${inWords.format(named)} hold times`
      : `Column '${column}' holds times (such as '${sample}')`;
  return {
    field: 'unit',
    column,
    ...(columns.length > 1 && { columns, samples }),
    sample,
    message: `${which}, and nothing says in what they count. They are read as ${choices[0]}: check that this is what the plant means.`,
    choices,
  };
}

interface Settled {
  columns: string[];
  settled: TimeUnit;
}

function timesIn(table: Table): (OpenTimes | Settled)[] {
  const { profile } = table;
  const unsaid = [...amountColumnsOf(profile)].filter(
    ([column, field]) => recordFields[field].kind !== 'quantity' && !isSaid(table, column),
  );
  const ofReasons = new Set(profile.downtimeColumns.map(({ column }) => column));
  const groups = unsaid
    .filter(([column]) => !ofReasons.has(column))
    .map(([column, field]) => ({ columns: [column], field }));
  const reasons = unsaid.flatMap(([column]) => (ofReasons.has(column) ? [column] : []));
  if (reasons.length > 0 && !isSaidByTotal(table)) groups.push({ columns: reasons, field: 'downMinutes' });
  return groups.flatMap(({ columns, field }) => {
    const pointed = byPoint(table, columns);
    if (pointed !== null) return [pointed];
    const open = recordFields[field].kind === 'minutes' ? bySize(table, columns, field) : null;
    if (open === null) return [];
    const settled = ofReasons.has(columns[0] ?? '') ? null : bySpan(table, columns[0] ?? '', field);
    return [settled === null ? open : { columns, settled }];
  });
}

/** Times of which the heading says that a point stands between hours and minutes; null for others. */
function byPoint({ profile, textsOf }: Table, columns: string[]): OpenTimes | Settled | null {
  const [column = ''] = columns;
  const unit = pointedTimeOf(column) ?? pointedTimeOf(shapedUnits(profile.shape)[column] ?? '');
  if (unit === null) return null;
  const texts = columns.flatMap(textsOf);
  const beyond = texts.filter((text) => BEYOND_59.test(text));
  const [sample] = beyond;
  if (sample === undefined) return { columns, settled: unit };
  const whole = unit === 'h.mm' ? 'h' : 'min';
  return beyond.length >= FEW * texts.length
    ? { columns, sample, likelier: whole, others: [unit] }
    : { columns, sample, likelier: unit, others: [whole] };
}

/** Whether heading, row of units or cells say the unit of a time, or more is calculated with it than reading it. */
function isSaid({ profile, textsOf }: Table, column: string): boolean {
  if (unitOfHeading(column) !== null || unitNamed(shapedUnits(profile.shape)[column] ?? '', 'time') !== null)
    return true;
  const isCalculated = Object.values(profile.fields).some(
    (source) => 'column' in source && source.column === column && source.scale !== undefined,
  );
  const written = writtenNumbersOf(textsOf(column), column);
  return isCalculated || written.units.size > 0 || written.clock !== null;
}

/** Whether the reasons add up to a column that says in what it counts. */
function isSaidByTotal(table: Table): boolean {
  const { profile, columns, rows } = table;
  const total = profile.fields.downMinutes;
  const own = findReasonColumns(profile, columns, rows);
  return total !== undefined && 'column' in total && isSaid(table, total.column) && own?.isSure === true;
}

/** What is open by the size of the numbers; null where minutes are what nobody would doubt. */
function bySize(table: Table, columns: string[], field: RecordField): OpenTimes | null {
  const texts = columns.flatMap((column) => {
    const toPlain = plainNumbers(table.profile, column);
    return table.textsOf(column).flatMap((text) => {
      const number = toPlain(text);
      return number === null || number === 0 ? [] : [{ text, number }];
    });
  });
  const numbers = texts.map(({ number }) => number).sort((a, b) => a - b);
  const [median, largest] = [numbers[Math.floor(numbers.length / 2)] ?? 0, numbers.at(-1) ?? 0];
  const fraction = texts.find(({ number }) => !Number.isInteger(number));
  const sample = (fraction ?? texts[0])?.text ?? '';
  if (largest > 0 && largest <= 1 && texts.filter(({ text }) => OF_DAY.test(text)).length >= MOSTLY * texts.length) {
    return { columns, sample, likelier: 'd', others: ['h', 'min'] };
  }
  if (largest > 0 && largest <= HOURS_A_DAY && (numbers[0] ?? 0) > 0) {
    const isOfShift = field !== 'downMinutes';
    if (fraction === undefined && !(isOfShift && median >= LEAST_OF_SHIFT)) return null;
    const areHours =
      isOfShift || runsAreHours(table.profile) || numbers.every((number) => Number.isInteger(number * 4));
    return areHours
      ? { columns, sample, likelier: 'h', others: ['min'] }
      : { columns, sample, likelier: 'min', others: ['h'] };
  }
  if (median > MINUTES_A_DAY && hasDays(table.profile)) {
    return { columns, sample, likelier: 's', others: ['min'] };
  }
  return null;
}

function runsAreHours({ fields, columns }: ImportProfile): boolean {
  return [fields.runMinutes, fields.plannedMinutes].some(
    (source) => source && 'column' in source && readingOfColumn(columns, source.column).unit === 'h',
  );
}

/** Whether rows are of a day or less: those of a month have more minutes than a day. */
function hasDays({ fields, columns, dateFormat, dates }: ImportProfile): boolean {
  const source = fields.productionDate ?? fields.startedAt;
  const own = source && 'column' in source ? readingOfColumn(columns, source.column).dateFormat : undefined;
  const format = source === undefined ? (dates.inFileName ?? '') : (own ?? dateFormat);
  return /D|^epoch|^excel/.test(format);
}

/** The unit in which a time is what lies between start and end; for downtime one that leaves it within that, where only one does. */
function bySpan({ profile, columns, rows, fileName }: Table, column: string, field: RecordField): TimeUnit | null {
  if (!profile.fields.startedAt || !profile.fields.endedAt) return null;
  const map = createRowMapper(profile, { line: 0, cells: [...columns] }, { fileName, areAllRows: true });
  const at = columns.indexOf(column);
  const toPlain = plainNumbers(profile, column);
  const ratios = rows.slice(0, ROWS_COMPARED).flatMap((cells, index) => {
    const { draft } = map({ line: index + 1, cells });
    const number = toPlain((cells[at] ?? '').trim());
    if (!draft || draft.startedAt === null || draft.endedAt === null || !number) return [];
    const minutes = (draft.endedAt - draft.startedAt) / 60;
    return minutes > 0 ? [number / minutes] : [];
  });
  if (ratios.length === 0) return null;
  ratios.sort((a, b) => a - b);
  const [typical, most] = [ratios[Math.floor(ratios.length / 2)] ?? 0, ratios.at(-1) ?? 0];
  const units = Object.keys(ofOneMinute) as (keyof typeof ofOneMinute)[];
  if (field === 'downMinutes') return most > ofOneMinute.h * NEAR.most && most <= NEAR.most ? 'min' : null;
  return (
    units.find((unit) => typical >= NEAR.least * ofOneMinute[unit] && typical <= NEAR.most * ofOneMinute[unit]) ?? null
  );
}
