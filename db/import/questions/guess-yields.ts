/**
 * The good quantity of a file that has none, but the size of each lot and its yield: one times the other. Which of several
 * yields is meant, and whether it is of that size, only a person can tell, so that it is always asked.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import {
  choiceOfSource,
  NO_YIELD,
  timesYield,
  type YieldScale,
  yieldChoice,
  yieldOfChoice,
} from '../../../shared/import/yield-choice.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { compileNumberFormat } from '../numbers/number-format.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import { plainColumn } from '../shape/columns-of-fields.ts';
import type { AskedFile } from './ambiguities.ts';

const YIELD =
  /(?:^|_)(?:yield|ausbeute|rendimiento|rendimento|rendement|resa|izkoristek|수율|양품률|직행률|歩留まり?|良率)(?:_(?:pct|percent|rate|p))?$/;
/** The yield of all that was made, as against that of one step of it. */
const OF_ALL = /(?:^|_)(?:batch|lot|total|overall|final|charge|gesamt|lote|serija|sarza|로트|배치|전체|총)_/;
/** A share of one goes a little beyond it where more came out than was planned, and a percentage beyond a hundred. */
const MOST = { share: 1.5, percent: 150 };
const ENOUGH = 0.95;

interface Yield {
  column: string;
  scale: YieldScale;
  sample: string;
}

type File = Pick<AskedFile, 'columns' | 'textsOf'>;

/** A guessed profile with the good quantity as the planned one times the likeliest yield, where it has none otherwise. */
export function withYield(profile: ImportProfile, file: File): ImportProfile {
  const size = plainColumn(profile, 'plannedQuantity');
  const [likeliest] = size === null || profile.fields.goodQuantity ? [] : yieldsIn(profile, file);
  if (size === null || likeliest === undefined) return profile;
  const goodQuantity = timesYield(size, likeliest.scale, likeliest.column);
  return { ...profile, fields: { ...profile.fields, goodQuantity } };
}

/** Asks where the good quantity comes from, of a file that has a size and yields and nothing else for it. */
export function yieldQuestions({ profile, ...file }: AskedFile): Question[] {
  const size = plainColumn(profile, 'plannedQuantity');
  const inUse = choiceOfSource(profile.fields.goodQuantity);
  if (size === null || inUse === null) return [];
  const yields = yieldsIn(profile, file);
  const choices = [...yields.map(({ scale, column }) => yieldChoice(scale, column)), NO_YIELD];
  if (yields.length === 0 || !choices.includes(inUse)) return [];
  const taken = yieldOfChoice(inUse)?.column;
  const { column, sample } = yields.find((each) => each.column === taken) ?? (yields[0] as Yield);
  const meaning =
    taken === undefined
      ? 'Nothing is read as the good quantity'
      : `The good quantity is read as '${size}' times '${taken}'`;
  return [
    {
      field: 'yield',
      column: size,
      sample,
      message: `No column holds the good quantity, but '${column}' (such as '${sample}') looks like the yield of '${size}'. ${meaning}: check that this is what the plant means.`,
      choices: [inUse, ...choices.filter((choice) => choice !== inUse)],
    },
  ];
}

/** Whether a folded heading names a yield. */
export function isYieldHeading(folded: string): boolean {
  return YIELD.test(folded);
}

/** Columns of yields, that of the whole first. */
function yieldsIn(profile: ImportProfile, { columns, textsOf }: File): Yield[] {
  const found = columns.flatMap((column) => {
    const heading = foldHeading(column);
    const texts = isYieldHeading(heading) ? textsOf(column) : [];
    const scale = scaleOfShares(texts, profile);
    return scale === null ? [] : [{ column, scale, sample: texts[0] ?? '', isOfAll: OF_ALL.test(heading) }];
  });
  return found.sort((a, b) => Number(b.isOfAll) - Number(a.isOfAll)).map(({ isOfAll: _, ...each }) => each);
}

/** How the numbers of a yield are written: with percent signs they are read as shares already. Null where they are no shares. */
export function scaleOfShares(texts: readonly string[], marks: ImportProfile): YieldScale | null {
  if (texts.length === 0) return null;
  if (texts.every((text) => text.endsWith('%'))) return 'share';
  const toPlain = compileNumberFormat(marks);
  const numbers = texts.map((text) => Number(toPlain(numberTextOf(text)?.number ?? '') || Number.NaN));
  const fits = (most: number) =>
    numbers.filter((number) => number >= 0 && number <= most).length >= ENOUGH * texts.length;
  if (fits(MOST.share)) return 'share';
  return fits(MOST.percent) ? 'percent' : null;
}
