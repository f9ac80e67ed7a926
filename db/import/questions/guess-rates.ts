/**
 * A column of all that was made beside a rate of what was good, or of what was not: 'Produced' and 'Scrap %'. Whether the first is
 * what was good already, or is divided by the rate, only a person can tell, so that it is asked; it counts as it stands until then.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AS_IT_STANDS, type Rate, rateChoice, rateInUse } from '../../../shared/import/rate-choice.ts';
import { bareName } from '../headings/bare-names.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { isShareHeading } from '../headings/heading-amounts.ts';
import { plainColumn } from '../shape/columns-of-fields.ts';
import type { AskedFile } from './ambiguities.ts';
import { isYieldHeading, scaleOfShares } from './guess-yields.ts';
import { isMadeHeading } from './scrap-within.ts';

const BAD =
  /defect|scrap|reject|waste|ausschuss|fehler|^ng|_ng(?:_|$)|불량|부적합|不良|不合格|rebut|scart|brak|merma|refugo|fire/;
const RATE =
  /(?:^|_)(?:rate|ratio|share|quote|anteil|taux|tasa|taxa|tasso|pct|percent)(?:_|$)|quote$|rate$|anteil$|[율률率]$/;

const PERCENT_FIRST = ['percent', 'share'] as const;
const PERCENT_LAST = ['share', 'percent'] as const;

/** Asks what such a column counts. */
export function rateQuestions({ profile, columns, textsOf }: AskedFile): Question[] {
  const inUse = rateInUse(profile.fields);
  const made = inUse?.made ?? madeAlone(profile);
  if (made === null) return [];
  const column = inUse?.rate ?? columns.find((each) => ratesOf(each, textsOf(each), profile).length > 0);
  if (column === undefined) return [];
  const rates = ratesOf(column, textsOf(column), profile).map(rateChoice);
  const taken = inUse?.choice ?? AS_IT_STANDS;
  if (rates.length === 0 || (inUse && !rates.includes(taken))) return [];
  const sample = textsOf(column)[0] ?? '';
  const meaning = inUse ? 'Good and scrap are calculated from both' : `'${made}' is read as good as it stands`;
  return [
    {
      field: 'rate',
      column: made,
      columns: [made, column],
      sample,
      message: `Column '${made}' may count all that was made, of which '${column}' (such as '${sample}') is the share that was good, or was not. ${meaning}: check that this is what the plant means.`,
      choices: [taken, ...[AS_IT_STANDS, ...rates].filter((choice) => choice !== taken)],
    },
  ];
}

/** The column of all that was made, where the good quantity is read from it as it stands and nothing says what was not good. */
function madeAlone(profile: ImportProfile): string | null {
  const made = plainColumn(profile, 'goodQuantity');
  if (made === null || profile.fields.defectQuantity || profile.defectColumns.length > 0) return null;
  return isMadeHeading(made) ? made : null;
}

/** What a column may say of all that was made, the likeliest first: of small shares of scrap nobody can tell 0.8 % from 0.8. */
function ratesOf(column: string, texts: readonly string[], profile: ImportProfile): Rate[] {
  const folded = foldHeading(column);
  const isPercent = isShareHeading(column);
  const isBad = BAD.test(folded) && (isPercent || RATE.test(folded));
  const isYield = isYieldHeading(isPercent ? bareName(folded) : folded);
  const scale = isBad || isYield ? scaleOfShares(texts, profile) : null;
  if (scale === null) return [];
  if (!isBad) return [{ scale, of: 'good' }];
  const isOpen = scale === 'share' && !texts.every((text) => text.endsWith('%'));
  const scales = isOpen ? (isPercent ? PERCENT_FIRST : PERCENT_LAST) : [scale];
  return scales.map((each) => ({ scale: each, of: 'scrap' }));
}
