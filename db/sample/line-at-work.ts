import { dayFromParts, isoFromDay, partsOfDay } from '../../shared/domain/day.ts';
import { type ItemData, itemsOfLine, type LineData, newItemCode, wornLine } from './plant-lines.ts';
import { pieceDefects, processDefects } from './plant-reasons.ts';
import type { Random } from './random.ts';
import { NEW_ITEM_FROM } from './trends.ts';
import { weightedChoice } from './weighted-choice.ts';

/** A line in the course of time: the order it works on, the lot it fills, the stop it is in. */
export interface LineAtWork {
  data: LineData;
  isWorn: boolean;
  /** Smallest amount it counts, in millionths: a piece, or a gram or millilitre. */
  step: number;
  chooseItem: (random: Random, progress: number) => ItemData;
  chooseDefect: (random: Random) => string;
  item: ItemData;
  orderNumber: string;
  lotNumber: string;
  /** Records that the lot still takes. */
  lotLeft: number;
  /** The stop that goes on from one record to the next. */
  stopReason: string;
  stopTicksLeft: number;
}

/** Numbers that a plant hands out: work orders counted for ever, lots counted anew each day. */
export class Numbering {
  #orders = 0;
  #lots = 0;
  #day = Number.NaN;
  #lotPrefix = '';

  /** A work order such as 'WO-240123': the year, then a running number. */
  nextOrder(day: number): string {
    this.#orders += 1;
    return `WO-${isoFromDay(day).slice(2, 4)}${String(this.#orders).padStart(5, '0')}`;
  }

  /** A lot such as 'L24031-0412': the year and day of the year, then a number of the day. */
  nextLot(day: number): string {
    if (day !== this.#day) {
      const firstOfYear = dayFromParts(partsOfDay(day).year, 1, 1) ?? day;
      this.#lotPrefix = `L${isoFromDay(day).slice(2, 4)}${String(day - firstOfYear + 1).padStart(3, '0')}-`;
      this.#day = day;
      this.#lots = 0;
    }
    this.#lots += 1;
    return this.#lotPrefix + String(this.#lots).padStart(4, '0');
  }
}

const popularity = [22, 17, 14, 12, 10, 8, 6, 5, 4, 2];

/** A line as it stands before its first shift. */
export function startLine(data: LineData): LineAtWork {
  const items = itemsOfLine(data);
  const shares = items.map((item, index) => [item, popularity[index] ?? 1] as const);
  const chooseFromAll = weightedChoice(shares);
  const chooseFromOld = weightedChoice(shares.filter(([item]) => item.code !== newItemCode));
  const [first] = items;
  if (!first) throw new Error(`${data.name} makes nothing`);
  return {
    data,
    isWorn: data.name === wornLine,
    step: data.unit === 'pieces' ? 1_000_000 : 1_000,
    chooseItem: (random, progress) => (progress < NEW_ITEM_FROM ? chooseFromOld(random) : chooseFromAll(random)),
    chooseDefect: weightedChoice(data.unit === 'pieces' ? pieceDefects : processDefects),
    item: first,
    orderNumber: '',
    lotNumber: '',
    lotLeft: 0,
    stopReason: '',
    stopTicksLeft: 0,
  };
}

/** Puts the line on its next item (the first time: on its most usual one), with an order and a lot of its own. */
export function beginCampaign(
  line: LineAtWork,
  random: Random,
  progress: number,
  day: number,
  numbers: Numbering,
): void {
  if (line.orderNumber !== '') line.item = line.chooseItem(random, progress);
  line.orderNumber = numbers.nextOrder(day);
  line.lotLeft = 0;
}
