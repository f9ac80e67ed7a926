import { dayFromIso } from '../../shared/domain/day.ts';
import { measuredFields } from '../../shared/domain/fields.ts';
import type { ReasonAmount, RecordDraft } from '../import/rows/record-draft.ts';
import type { Random } from '../sample/random.ts';

export interface RandomDraftsOptions {
  records: number;
  /** First and last production date, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  /** Share of the records that repeat another one in all but the source line; 0.05 when absent. */
  duplicates?: number;
  /** Share of the fields that are recorded; 0.7 when absent. */
  recorded?: number;
  /** 'few': whole numbers under 5, so that many sums are equal and orders have ties; any size and decimals when absent. */
  amounts?: 'few' | 'any';
}

/** Texts that trip up what sorts, quotes, matches or guesses types. */
const lines = ['Line 1', 'line 1', 'Line 10', 'Línea 1', '라인 3', "O'Brien", 'say "hi"', '=1+1', '😀', 'ｗide'];
const items = ['A-100', 'A-1000', 'a-100', '01', '1', '1e3', '품목', 'x%', 'x_', 'x*', 'ａ', '🔧'];
const reasons = ['Scratch', 'scratch', '긁힘', 'null', "won't close", 'a,b', 'a;b', 'two\nlines'];
const operators = ['Kim', '김', 'e\u0301va', '\u00e9va', '-', '@cmd', '0'];
const sites = ['North', 'Süd'];
const shifts = ['Early', 'Late', 'Night'];
const units = ['pieces', 'kg', 'm3'];

/**
 * Records for comparing the engine with the oracle, in no order of date: much is not recorded, amounts have odd
 * decimals, lists of reasons fall short of their total or exceed it. Each has a line or an item, and one amount.
 */
export function randomDrafts(random: Random, options: RandomDraftsOptions): RecordDraft[] {
  const first = dayFromIso(options.from);
  const last = dayFromIso(options.to);
  if (first === null || last === null) throw new Error(`There is no range from ${options.from} to ${options.to}`);
  const drafts: RecordDraft[] = [];
  for (let index = 0; index < options.records; index += 1) {
    const repeats = drafts.length > 0 && random.chance(options.duplicates ?? 0.05);
    const draft = repeats
      ? structuredClone(random.pick(drafts))
      : randomDraft(random, first + random.below(last - first + 1), options);
    drafts.push({ ...draft, sourceLine: index + 1 });
  }
  return drafts;
}

function randomDraft(
  random: Random,
  day: number,
  { recorded = 0.7, amounts = 'any' }: RandomDraftsOptions,
): RecordDraft {
  const maybe = <T>(value: T): T | null => (random.chance(recorded) ? value : null);
  const randomAmount = amounts === 'few' ? fewUnits : anyAmount;
  const startedAt = maybe(day * 86_400 + random.below(86_400));
  const draft: RecordDraft = {
    day,
    startedAt,
    endedAt: startedAt === null ? null : maybe(startedAt + random.below(30_000)),
    site: maybe(random.pick(sites)),
    line: maybe(random.pick(lines)),
    shift: maybe(random.pick(shifts)),
    operator: maybe(random.pick(operators)),
    itemCode: maybe(random.pick(items)),
    itemName: maybe(`Item ${random.pick(items)}`),
    unit: maybe(random.pick(units)),
    lotNumber: maybe(`L${day % 50}-${random.below(8)}`),
    orderNumber: maybe(`WO-${random.below(1_000)}`),
    plannedQuantity: maybe(randomAmount(random)),
    goodQuantity: maybe(randomAmount(random)),
    defectQuantity: maybe(randomAmount(random)),
    reworkQuantity: maybe(randomAmount(random)),
    plannedMinutes: maybe(randomAmount(random)),
    runMinutes: maybe(randomAmount(random)),
    downMinutes: maybe(randomAmount(random)),
    idealCycleSeconds: maybe(1 + random.below(100_000_000)),
    note: random.chance(0.2) ? random.pick(reasons) : null,
    defects: [],
    downtimes: [],
    sourceLine: 1,
    rounded: 0,
  };
  draft.defects = randomReasons(random, draft.defectQuantity);
  draft.downtimes = randomReasons(random, draft.downMinutes);
  if (draft.line === null && draft.itemCode === null) draft.line = random.pick(lines);
  if (measuredFields.every((field) => draft[field as keyof RecordDraft] === null)) draft.goodQuantity = 0;
  return draft;
}

function fewUnits(random: Random): number {
  return random.below(5) * 1_000_000;
}

/** In millionths: nothing, whole units, thousandths, a single millionth, any decimals, or very many. */
function anyAmount(random: Random): number {
  switch (random.below(6)) {
    case 0:
      return 0;
    case 1:
      return random.below(1_000) * 1_000_000;
    case 2:
      return random.below(1_000_000) * 1_000;
    case 3:
      return 1;
    case 4:
      return random.below(500_000_000);
    default:
      return random.chance(0.1) ? random.below(9_000_000_000_000) : 1 + random.below(50_000_000);
  }
}

/** Up to three different reasons, which may explain all of the recorded amount, some of it, or more than it. */
function randomReasons(random: Random, recorded: number | null): ReasonAmount[] {
  if (random.chance(0.4)) return [];
  const names = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(reasons)));
  const amounts = [...names].map((reason) => ({ reason, amount: 1 + random.below(40_000_000) }));
  const [first] = amounts;
  if (first && amounts.length === 1 && recorded !== null && recorded > 0 && random.chance(0.5)) first.amount = recorded;
  return amounts;
}
