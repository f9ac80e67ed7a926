/**
 * Quantities that may have the scrap within them: a column called *Produced*, *Quantity* or *Menge* beside one of scrap counts what was
 * good, or all that was made. Where another column is the sum of the two, what is left, or a rate of them, it tells which; otherwise
 * it is asked. Where more was scrapped than made it is not within.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { bareName } from '../headings/bare-names.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { numbersIn } from '../numbers/numbers-in-rows.ts';
import type { AskedFile } from './ambiguities.ts';

/** Names of the good quantity that all that was made is called by as well. */
export const allMadeNames: readonly string[] = [
  ...['produced', 'produced_quantity', 'produced_qty', 'quantity_produced', 'production', 'production_quantity'],
  ...[
    'output',
    'actual_output',
    'actual_quantity',
    'actual_qty',
    'quantity',
    'qty',
    'pieces',
    'items',
    'units',
    'count',
  ],
  ...['part_count', 'menge', 'stuckzahl', 'istmenge', 'produzierte_menge', 'cantidad', 'produccion', 'quantidade'],
  ...['producao', 'kolicina', 'proizvodnja', 'quantite', 'quantite_produite', 'quantita', 'quantita_prodotta', 'ilosc'],
  ...['ilosc_wyprodukowana', 'uretim_miktari', 'uretim_adedi', 'uretilen', 'miktar', 'adet'],
  ...[
    '생산수량',
    '생산량',
    '생산실적',
    '실적수량',
    '수량',
    '실적',
    '生産数',
    '生産数量',
    '実績数',
    '数量',
    '生产数量',
    '产量',
  ],
  ...['实际产量', '完成数量'],
];
/** Names of it that only headings have. In any name words may say that it is counted, as in 'Actual (pcs)' and 'Sum of Produced'. */
const asHeadings = [
  ...['actual', 'achieved', 'completed', 'finished', 'made', 'manufactured', 'ist', 'gefertigt', 'ruckgemeldete_menge'],
  ...['input', 'in', '투입', '투입량', '투입수량', '완료수량', '산출수량', '実績', '出来高', '实绩', '实际'],
];
const allMade = new Set([...allMadeNames, ...asHeadings].map(bareName));

/** Whether all that was made is called so, too. */
export function isMadeHeading(heading: string): boolean {
  return allMade.has(bareName(foldHeading(heading)));
}

type File = Pick<AskedFile, 'columns' | 'rows'>;
type Choice = 'apart' | 'within';

/** A guessed profile with good as what the scrap leaves, where another column tells that it is within. */
export function withScrapWithin(profile: ImportProfile, file: File): ImportProfile {
  const found = madeAndScrap(profile);
  if (found === null || found.isWithin || toldByOthers(profile, file, pairsIn(profile, file, found)) !== 'within')
    return profile;
  const { made, scrap } = found;
  return { ...profile, fields: { ...profile.fields, goodQuantity: { column: made, minus: scrap } } };
}

/** Asks whether the scrap is among what was made; choices are 'apart' and 'within'. */
export function scrapWithinQuestions({ profile, ...file }: AskedFile): Question[] {
  const found = madeAndScrap(profile);
  if (found === null) return [];
  const { made, scrap, isWithin } = found;
  const pairs = pairsIn(profile, file, found);
  const [first] = pairs;
  if (first === undefined || pairs.some((pair) => pair.scrap > pair.made)) return [];
  const choices: [Choice, Choice] = isWithin ? ['within', 'apart'] : ['apart', 'within'];
  if (toldByOthers(profile, file, pairs) === choices[0]) return [];
  const meaning = isWithin ? 'Good is read as what that leaves' : 'It is read as good alone';
  return [
    {
      field: 'scrapWithin',
      column: made,
      columns: [made, scrap],
      sample: `${first.made}, ${first.scrap}`,
      message: `Column '${made}' may count all that was made, with what is in column '${scrap}' (such as ${first.scrap} of ${first.made}). ${meaning}: check that this is what the plant means.`,
      choices,
    },
  ];
}

interface Pair {
  made: number;
  scrap: number;
  cells: readonly string[];
}

/** What rows with any scrap have of both. */
function pairsIn(profile: ImportProfile, { columns, rows }: File, { made, scrap }: { made: string; scrap: string }) {
  const [madeOf, scrapOf] = [numbersIn(profile, columns, made), numbersIn(profile, columns, scrap)];
  return rows.flatMap((cells): Pair[] => {
    const pair = [madeOf(cells), scrapOf(cells)] as const;
    return pair[0] === null || !pair[1] ? [] : [{ made: pair[0], scrap: pair[1], cells }];
  });
}

const FEWEST_ROWS = 3;
const LEAST_SHARE = 0.9;

/** What another column is where scrap stands beside what is good, and where it is within: an amount, or a share of one or a hundred. */
const relations: Record<Choice, { amount(pair: Pair): number; shares(pair: Pair): number[] }> = {
  apart: {
    amount: ({ made, scrap }) => made + scrap,
    shares: ({ made, scrap }) => [scrap / (made + scrap), made / (made + scrap)],
  },
  within: {
    amount: ({ made, scrap }) => made - scrap,
    shares: ({ made, scrap }) => [scrap / made, (made - scrap) / made],
  },
};

/** Which of the two some other column tells; null where none does, or several differ. */
function toldByOthers(profile: ImportProfile, { columns }: File, pairs: readonly Pair[]): Choice | null {
  if (pairs.length < FEWEST_ROWS) return null;
  const told = new Set<Choice>();
  for (const column of columns) {
    const numberOf = numbersIn(profile, columns, column);
    const holds = (['apart', 'within'] as const).filter((choice) => {
      const { amount, shares } = relations[choice];
      const isAmount = (pair: Pair) => isWritten(numberOf(pair.cells), amount(pair));
      const isShare = (at: number, times: number) => (pair: Pair) =>
        isWritten(numberOf(pair.cells), (shares(pair)[at] ?? 0) * times);
      const ways = [isAmount, isShare(0, 1), isShare(0, 100), isShare(1, 1), isShare(1, 100)];
      return ways.some((way) => pairs.filter(way).length >= LEAST_SHARE * pairs.length);
    });
    if (holds.length === 1) told.add(holds[0] as Choice);
  }
  const [only] = told;
  return told.size === 1 && only ? only : null;
}

/** Whether a number is another as far as it is written, rounded or cut off. */
function isWritten(number: number | null, exact: number): boolean {
  if (number === null) return false;
  const decimals = String(number).split('.')[1]?.length ?? 0;
  return Math.abs(number - exact) < (Number.isInteger(exact) ? 1e-9 : 10 ** -decimals);
}

/** The columns of what was made and scrapped where each is read as it stands, or one less the other already. */
function madeAndScrap({ fields: { goodQuantity: good, defectQuantity: defects } }: ImportProfile) {
  if (!good || !('column' in good) || !defects || !('column' in defects)) return null;
  const { column: made, minus, ...otherwise } = good;
  const scrap = defects.column;
  if (Object.keys(defects).length > 1 || Object.keys(otherwise).length > 0) return null;
  if ((minus !== undefined && minus !== scrap) || !isMadeHeading(made)) return null;
  return { made, scrap, isWithin: minus === scrap };
}
