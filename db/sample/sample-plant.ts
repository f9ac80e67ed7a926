/**
 * The sample plant, made record by record.
 *
 * 1. Every day has work to do: its staffed line-shifts times the season's demand. The records asked for are dealt out
 *    to the days in proportion, so that their number is exact and weekends and shutdowns are thin.
 * 2. A day's records are dealt to its line-shifts: two each while there are few, and more of them (hours, lots) once
 *    every staffed line runs.
 * 3. A line goes through a shift campaign by campaign; orders, lots and stops go on from where the last shift ended.
 *
 * The state is twelve lines and a counter, whatever the number of records; one stream of random numbers makes the
 * same records from the same arguments.
 */
import { dayFromIso } from '../../shared/domain/day.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { SHIFT_TICKS, type Slot, slotsOfDay, turn, weekNumberOfDay, workOfDay } from './calendar.ts';
import { beginCampaign, type LineAtWork, Numbering, startLine } from './line-at-work.ts';
import { lines } from './plant-lines.ts';
import { crews } from './plant-people.ts';
import { createRandom, type Random } from './random.ts';
import { recordOfRun } from './record-of-run.ts';

export interface SamplePlantOptions {
  records: number;
  /** First and last production date, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  /** A whole number; the same one gives the same records. */
  seed: number;
}

const BATCH = 5_000;

interface Plant {
  random: Random;
  numbers: Numbering;
  lines: LineAtWork[];
}

/**
 * Exactly as many production records as asked for, in batches of 5,000, in order of production day. Throws
 * INVALID_ARGUMENT when a date does not exist or a number cannot be used.
 */
export function* samplePlant(options: SamplePlantOptions): Generator<RecordDraft[], void, undefined> {
  const { first, last } = checkedRange(options);
  const plant: Plant = { random: createRandom(options.seed), numbers: new Numbering(), lines: lines.map(startLine) };
  let allWork = 0;
  for (let day = first; day <= last; day += 1) allWork += workOfDay(day);

  let batch: RecordDraft[] = [];
  let work = 0;
  let made = 0;
  for (let day = first; day <= last; day += 1) {
    work += workOfDay(day);
    const due = day === last ? options.records : Math.floor((options.records * work) / allWork);
    const slots = slotsOfDay(day);
    const running = Math.min(slots.length, Math.ceil((due - made) / 2));
    const progress = first === last ? 0 : (day - first) / (last - first);
    for (let index = 0; index < running; index += 1) {
      const slot = slots[index];
      const count = Math.ceil((due - made) / (running - index));
      if (!slot) break;
      for (const record of workThroughShift(plant, slot, day, progress, count, made + 1)) {
        batch.push(record);
        if (batch.length === BATCH) {
          yield batch;
          batch = [];
        }
      }
      made += count;
    }
  }
  if (batch.length > 0) yield batch;
}

function checkedRange({ records, from, to, seed }: SamplePlantOptions): { first: number; last: number } {
  const first = dayFromIso(from);
  const last = dayFromIso(to);
  const wrongDate = first === null ? from : last === null ? to : null;
  if (first === null || last === null) {
    throw new AppError('INVALID_ARGUMENT', `'${wrongDate}' is not a date of the calendar; write it as YYYY-MM-DD.`);
  }
  if (first > last) throw new AppError('INVALID_ARGUMENT', `The range begins (${from}) after it ends (${to}).`);
  if (!Number.isSafeInteger(records) || records < 0) {
    throw new AppError('INVALID_ARGUMENT', `The number of records must be a whole number from 0 up, not ${records}.`);
  }
  if (!Number.isSafeInteger(seed)) {
    throw new AppError('INVALID_ARGUMENT', `The seed must be a whole number, not ${seed}.`);
  }
  return { first, last };
}

/** One line in one shift: `count` records one after the other, which fill its eight hours. */
function* workThroughShift(
  plant: Plant,
  slot: Slot,
  day: number,
  progress: number,
  count: number,
  firstSourceLine: number,
): Generator<RecordDraft, void, undefined> {
  const { random, numbers } = plant;
  const line = plant.lines[slot.line];
  if (!line) return;
  const shift = {
    day,
    progress,
    shift: slot.shift,
    operator: operatorOf(line, slot, day, random),
    pace: 1 + 0.06 * random.wobble(),
    scrapFactor: 1 + 0.4 * random.wobble(),
  };
  const campaigns = Math.min(count, 1 + random.below(3));
  if (line.orderNumber === '' || random.chance(0.4)) beginCampaign(line, random, progress, day, numbers);
  line.stopTicksLeft = 0;

  let startTick = 0;
  for (let index = 0; index < count; index += 1) {
    const isNextCampaign =
      index > 0 && Math.floor((index * campaigns) / count) > Math.floor(((index - 1) * campaigns) / count);
    if (isNextCampaign) beginCampaign(line, random, progress, day, numbers);
    if (line.lotLeft === 0) {
      line.lotNumber = numbers.nextLot(day);
      line.lotLeft = 2 + random.below(4) + Math.floor(count / 6);
    }
    line.lotLeft -= 1;
    const isLast = index === count - 1;
    const endTick = isLast ? SHIFT_TICKS : Math.floor(((index + 1 + 0.3 * random.wobble()) * SHIFT_TICKS) / count);
    const sourceLine = firstSourceLine + index;
    yield recordOfRun(line, { ...shift, startTick, endTick, sourceLine }, random);
    startTick = endTick;
  }
}

/** Crews change shifts each week; an operator keeps to a line, is replaced now and then, and is seldom not written down. */
function operatorOf(line: LineAtWork, slot: Slot, day: number, random: Random): string | null {
  const crewsOfSite = crews[line.data.site] ?? [];
  const crew = crewsOfSite[turn(weekNumberOfDay(day) + slot.shift, crewsOfSite.length)] ?? [];
  const absent = random.next();
  if (absent < 0.01 || crew.length === 0) return null;
  return absent < 0.12 ? random.pick(crew) : (crew[slot.line % crew.length] ?? null);
}
