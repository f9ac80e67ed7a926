/**
 * A column of all that was made, or that went in, beside one of what was good or of what was not: the other is what is left of it.
 * Good is then that column less the scrap (scrap-within.ts asks about it), scrap that column less what was good, which is asked here.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { bareName } from '../headings/bare-names.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { isShareHeading, isTimeHeading } from '../headings/heading-amounts.ts';
import { numbersIn } from '../numbers/numbers-in-rows.ts';
import { plainColumn } from '../shape/columns-of-fields.ts';
import { columnsInUse } from '../shape/merged-cells.ts';
import type { AskedFile } from './ambiguities.ts';

const TOTAL = /(?:^|_)(?:total|sum|gesamt|summe|suma|somme|soma|somma|toplam|합계|총|合計|合计)(?:_|$)/;
const inputs = [
  'input',
  'in',
  'entrada',
  'einsatz',
  'entree',
  'ingresso',
  '투입',
  '투입량',
  '투입수',
  '투입수량',
  '총수량',
  '総数',
  '投入',
  '投入数',
  '投入数量',
];
const ofAll = new Set([
  ...inputs,
  'produced',
  'production',
  'output',
  'made',
  '생산수량',
  '생산량',
  '생산',
  '生産数',
  '生产数量',
]);

const FEWEST_ROWS = 3;
/** Most of what is made is good; what is not should not be more than half of it. */
const MOST_LEFT = 0.5;
const LEAST_SHARE = 0.9;

type File = Pick<AskedFile, 'columns' | 'rows'>;

/** A guessed profile with good, or scrap, as what the other leaves of all that was made, where no column is called so. */
export function withMadeInAll(profile: ImportProfile, file: File): ImportProfile {
  const [good, scrap] = [plainColumn(profile, 'goodQuantity'), plainColumn(profile, 'defectQuantity')];
  const { goodQuantity, defectQuantity } = profile.fields;
  const known = goodQuantity ? (defectQuantity ? null : good) : scrap;
  if (known === null || profile.defectColumns.length > 0) return profile;
  const made = madeColumn(profile, file, known, known === good ? 'good' : 'scrap');
  if (made === null) return profile;
  const field = known === good ? 'defectQuantity' : 'goodQuantity';
  return { ...profile, fields: { ...profile.fields, [field]: { column: made, minus: known } } };
}

/** Asks whether what is left of all that was made is scrap; choices are 'scrap' and 'nothing'. */
export function leftOverQuestions({ profile, ...file }: AskedFile): Question[] {
  const good = plainColumn(profile, 'goodQuantity');
  const { defectQuantity: scrap } = profile.fields;
  if (good === null || profile.defectColumns.length > 0) return [];
  const taken = scrap && 'column' in scrap && scrap.minus === good ? scrap.column : null;
  if (scrap && taken === null) return [];
  const made = taken ?? madeColumn(profile, file, good, 'good');
  if (made === null) return [];
  const [madeOf, goodOf] = [numbersIn(profile, file.columns, made), numbersIn(profile, file.columns, good)];
  const row = file.rows.find((cells) => (madeOf(cells) ?? 0) > (goodOf(cells) ?? 0)) ?? [];
  const meaning = taken === null ? 'Nothing is read as scrap' : 'What is left is read as scrap';
  return [
    {
      field: 'leftOver',
      column: made,
      columns: [made, good],
      sample: `${madeOf(row)}, ${goodOf(row)}`,
      message: `Column '${made}' looks like all that was made, of which '${good}' was good (such as ${goodOf(row)} of ${madeOf(row)}). ${meaning}: check that this is what the plant means.`,
      choices: taken === null ? ['nothing', 'scrap'] : ['scrap', 'nothing'],
    },
  ];
}

/** The column that no field is read from and that can be all of which another is a part. */
function madeColumn(
  profile: ImportProfile,
  { columns, rows }: File,
  part: string,
  is: 'good' | 'scrap',
): string | null {
  const leftField = is === 'good' ? 'defectQuantity' : 'goodQuantity';
  const { [leftField]: _, ...others } = profile.fields;
  const used = new Set(columnsInUse({ ...profile, fields: others }));
  const partOf = numbersIn(profile, columns, part);
  const fits = (column: string) => {
    const madeOf = numbersIn(profile, columns, column);
    const pairs = rows.flatMap((cells) => {
      const [made, of] = [madeOf(cells), partOf(cells)];
      return made === null || of === null ? [] : [{ made, bad: is === 'good' ? made - of : of }];
    });
    const withBad = pairs.filter(({ bad }) => bad !== 0);
    const isUsual = ({ made, bad }: { made: number; bad: number }) => bad <= MOST_LEFT * made;
    return (
      withBad.length >= FEWEST_ROWS &&
      pairs.every(({ made, bad }) => bad >= 0 && bad <= made) &&
      pairs.filter(isUsual).length >= LEAST_SHARE * pairs.length
    );
  };
  return columns.find((column) => !used.has(column) && isOfAll(column) && fits(column)) ?? null;
}

function isOfAll(heading: string): boolean {
  if (isShareHeading(heading) || isTimeHeading(heading)) return false;
  const folded = foldHeading(heading);
  const bare = bareName(folded);
  return bare === '' ? TOTAL.test(folded) : ofAll.has(bare);
}
