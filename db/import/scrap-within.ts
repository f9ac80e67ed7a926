/**
 * Quantities that may have the scrap within them: a column called *Produced* or *Output* beside one of scrap counts what was good,
 * or all that was made. No number tells which, so that it is asked; but where more was scrapped than made it is not within.
 */
import type { Question } from '../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../shared/import/profile.ts';
import type { AskedFile } from './ambiguities.ts';
import { foldHeading } from './fold-heading.ts';
import { SUFFIXES } from './guess-profile.ts';
import { numbersIn } from './numbers-in-rows.ts';

/** Names of the good quantity that all that was made is called by as well. */
export const allMadeNames: readonly string[] = [
  ...['produced', 'quantity_produced', 'production', 'output', 'actual_output', 'produzierte_menge', 'produccion'],
  ...['producao', 'proizvodnja', 'quantite_produite', 'quantita_prodotta', 'ilosc_wyprodukowana', 'uretim_miktari'],
  ...[
    'uretim_adedi',
    'uretilen',
    '생산수량',
    '생산량',
    '생산실적',
    '生産数',
    '生産数量',
    '生产数量',
    '产量',
    '实际产量',
  ],
];
const allMade = new Set(allMadeNames);

/** Asks whether the scrap is among what was made; choices are 'apart' and 'within'. */
export function scrapWithinQuestions({ profile, columns, rows }: AskedFile): Question[] {
  const found = madeAndScrap(profile);
  if (found === null) return [];
  const { made, scrap, isWithin } = found;
  const [madeOf, scrapOf] = [numbersIn(profile, columns, made), numbersIn(profile, columns, scrap)];
  const pairs = rows.flatMap((cells) => {
    const pair = [madeOf(cells), scrapOf(cells)] as const;
    return pair[0] === null || !pair[1] ? [] : [{ made: pair[0], scrap: pair[1] }];
  });
  const [first] = pairs;
  if (first === undefined || pairs.some((pair) => pair.scrap > pair.made)) return [];
  const meaning = isWithin ? 'Good is read as what that leaves' : 'It is read as good alone';
  return [
    {
      field: 'scrapWithin',
      column: made,
      columns: [made, scrap],
      sample: `${first.made}, ${first.scrap}`,
      message: `Column '${made}' may count all that was made, with what is in column '${scrap}' (such as ${first.scrap} of ${first.made}). ${meaning}: check that this is what the plant means.`,
      choices: isWithin ? ['within', 'apart'] : ['apart', 'within'],
    },
  ];
}

/** The columns of what was made and scrapped where each is read as it stands, or one less the other already. */
function madeAndScrap({ fields: { goodQuantity: good, defectQuantity: defects } }: ImportProfile) {
  if (!good || !('column' in good) || !defects || !('column' in defects)) return null;
  const { column: made, minus, ...otherwise } = good;
  const scrap = defects.column;
  if (Object.keys(defects).length > 1 || Object.keys(otherwise).length > 0) return null;
  if ((minus !== undefined && minus !== scrap) || !allMade.has(withoutSuffix(made))) return null;
  return { made, scrap, isWithin: minus === scrap };
}

function withoutSuffix(heading: string): string {
  const folded = foldHeading(heading);
  return allMade.has(folded) ? folded : folded.replace(SUFFIXES, '');
}
