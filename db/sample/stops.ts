import type { RecordDraft } from '../import/rows/record-draft.ts';
import { TICK_MILLIONTHS } from './calendar.ts';
import type { LineAtWork } from './line-at-work.ts';
import { stopReasons } from './plant-reasons.ts';
import type { Random } from './random.ts';
import { weightedChoice } from './weighted-choice.ts';

/** A line with `stops: 1` stops once in this many ticks. */
const TICKS_BETWEEN_STOPS = 1_500;

const chooseStop = weightedChoice(stopReasons);

/**
 * The stops that fall into a run of so many ticks. A stop that is longer than its run goes on in the next one.
 * Reasons are given in millionths of minutes; a few minutes now and then have none.
 */
export function stopLine(
  line: LineAtWork,
  plannedTicks: number,
  worn: number,
  random: Random,
): { downTicks: number; downtimes: RecordDraft['downtimes'] } {
  const downtimes: RecordDraft['downtimes'] = [];
  let downTicks = 0;

  if (line.stopTicksLeft > 0) stand();
  let begins = Math.floor((plannedTicks * line.data.stops * worn) / TICKS_BETWEEN_STOPS + random.next());
  while (begins > 0 && downTicks < plannedTicks) {
    begins -= 1;
    const length = random.next();
    line.stopReason = worn > 1.3 && random.chance(0.4) ? 'Breakdown' : chooseStop(random);
    line.stopTicksLeft = 20 + Math.floor(length * length * 480);
    stand();
  }
  return { downTicks, downtimes };

  function stand(): void {
    const ticks = Math.min(line.stopTicksLeft, plannedTicks - downTicks);
    line.stopTicksLeft -= ticks;
    downTicks += ticks;
    if (random.chance(0.06)) return;
    const known = downtimes.find((entry) => entry.reason === line.stopReason);
    if (known) known.amount += ticks * TICK_MILLIONTHS;
    else downtimes.push({ reason: line.stopReason, amount: ticks * TICK_MILLIONTHS });
  }
}
