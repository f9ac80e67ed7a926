import type { RecordDraft } from '../import/rows/record-draft.ts';
import { shifts, TICK_MILLIONTHS, TICK_SECONDS } from './calendar.ts';
import type { LineAtWork } from './line-at-work.ts';
import { newItemCode } from './plant-lines.ts';
import { notes } from './plant-reasons.ts';
import type { Random } from './random.ts';
import { stopLine } from './stops.ts';
import { mastery, scrapTrend, wear } from './trends.ts';

const SECONDS_PER_DAY = 86_400;

/** Plans ask for this share of what the ideal cycle would give. */
const PLANNED_SHARE = 0.78;
/** A run ends when its order is filled. */
const MOST_OF_PLAN = 1.08;

/** When and by whom a record is made; ticks count from the beginning of the shift. */
export interface Run {
  day: number;
  progress: number;
  shift: number;
  operator: string | null;
  /** How the shift goes: factors of the line's usual speed and scrap, around 1. */
  pace: number;
  scrapFactor: number;
  startTick: number;
  endTick: number;
  sourceLine: number;
}

/** What a line makes in one run, as a production record: numbers in millionths, instants as the plant's clock shows them. */
export function recordOfRun(line: LineAtWork, run: Run, random: Random): RecordDraft {
  const { data, item, step } = line;
  const worn = line.isWorn ? wear(run.progress) : 1;
  const skill = item.code === newItemCode ? mastery(run.progress) : 1;

  const plannedTicks = Math.max(1, run.endTick - run.startTick);
  const { downTicks, downtimes } = stopLine(line, plannedTicks, worn, random);
  const idleTicks = Math.floor((plannedTicks - downTicks) * 0.03 * random.next());
  const runTicks = plannedTicks - downTicks - idleTicks;

  const stepsPerTick = (TICK_SECONDS * 1_000_000) / (item.cycleSeconds * step);
  const planned = roundPlan(plannedTicks * stepsPerTick * PLANNED_SHARE, step);
  const night = shifts[run.shift]?.name === 'Night' ? 0.98 : 1;
  const speed = Math.min(0.99, data.speed * night * run.pace * (0.72 + 0.28 * skill) * (1 + 0.07 * random.wobble()));
  const total = Math.min(
    Math.floor(runTicks * stepsPerTick * speed + random.next()),
    Math.floor(planned * MOST_OF_PLAN),
  );

  const spell = random.chance(0.02) ? 4 : 1;
  const scrap =
    data.scrap *
    run.scrapFactor *
    scrapTrend(run.progress) *
    worn *
    (3 - 2 * skill) *
    spell *
    (1 + 0.6 * random.wobble()) *
    (2 - night);
  const defects = Math.min(total, Math.floor(total * Math.min(0.5, scrap) + random.next()));
  const good = total - defects;
  const startedAt =
    run.day * SECONDS_PER_DAY + (shifts[run.shift]?.startsAtHour ?? 0) * 3_600 + run.startTick * TICK_SECONDS;

  return {
    day: run.day,
    startedAt,
    endedAt: startedAt + plannedTicks * TICK_SECONDS,
    site: data.site,
    line: data.name,
    shift: shifts[run.shift]?.name ?? null,
    operator: run.operator,
    itemCode: item.code,
    itemName: item.name,
    unit: data.unit,
    lotNumber: line.lotNumber,
    orderNumber: line.orderNumber,
    plannedQuantity: planned * step,
    goodQuantity: good * step,
    defectQuantity: defects * step,
    // Only lines that make pieces take them back to be put right.
    reworkQuantity: data.unit === 'pieces' ? Math.floor(good * 0.03 * random.next()) * step : null,
    plannedMinutes: plannedTicks * TICK_MILLIONTHS,
    runMinutes: runTicks * TICK_MILLIONTHS,
    downMinutes: downTicks * TICK_MILLIONTHS,
    idealCycleSeconds: Math.round(item.cycleSeconds * 1_000_000),
    note: random.chance(0.006) ? random.pick(notes) : null,
    defects: defects === 0 ? [] : splitDefects(line, defects, random),
    downtimes,
    sourceLine: run.sourceLine,
    rounded: 0,
  };
}

/** Plans are round: whole pieces, tenths of a kilogram or litre; never nothing. In steps. */
function roundPlan(steps: number, step: number): number {
  const roundTo = step === 1_000_000 ? 1 : 100;
  return Math.max(1, Math.round(steps / roundTo)) * roundTo;
}

/** One to three reasons for the defects of a record; now and then some, or all, are left unexplained. */
function splitDefects(line: LineAtWork, defects: number, random: Random): RecordDraft['defects'] {
  const reasons: RecordDraft['defects'] = [];
  let left = random.chance(0.08) ? Math.floor(defects * random.next()) : defects;
  while (left > 0) {
    const share = left > 1 && reasons.length < 2 && random.chance(0.45) ? 0.5 + 0.4 * random.next() : 1;
    const amount = Math.ceil(left * share);
    const reason = line.chooseDefect(random);
    const known = reasons.find((entry) => entry.reason === reason);
    if (known) known.amount += amount * line.step;
    else reasons.push({ reason, amount: amount * line.step });
    left -= amount;
  }
  return reasons;
}
