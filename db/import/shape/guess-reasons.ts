/**
 * Columns that each hold the minutes, or the defects, of one reason: of the file itself (reason-columns.ts), or of a second one, a
 * matrix told by what its sheet or file is called, and by numbers that stand in few of its cells. What they are taken for is asked.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { ShapeFinding } from '../../../shared/import/shape.ts';
import { unitOfHeading } from '../numbers/written-numbers.ts';
import type { AskedFile } from '../questions/ambiguities.ts';
import { columnNames } from '../rows/columns.ts';
import { kindOfCell } from './kind-of-cell.ts';
import { columnsInUse } from './merged-cells.ts';
import { findReasonColumns } from './reason-columns.ts';
import { findReasonNames } from './reason-names.ts';
import type { SecondFile } from './second-file.ts';

const FEWEST_COLUMNS = 3;
/** A measurement stands in nearly every row; a reason in few. */
const MOST_FILLED = 0.5;

const namedAs = {
  downMinutes: /down\s*time|stop(?:page)?s?\b|stillst|ausfall|paro|parada|zastoj|비가동|정지/i,
  defectQuantity: /defect|scrap|reject|ausschuss|fehler|defecto|rechazo|refugo|defeito|izmet|불량/i,
} as const;
type ReasonField = keyof typeof namedAs;
const lists = { downMinutes: 'downtimeColumns', defectQuantity: 'defectColumns' } as const;

type Rows = readonly (readonly string[])[];

/** A guessed profile with the columns of reasons of its file, or the matrix of them that its second one, of this name, brings along. */
export function withReasonMatrix(
  profile: ImportProfile,
  columns: readonly string[],
  rows: Rows,
  name: string,
): ImportProfile {
  const { join, unpivot } = profile.shape;
  if (!join || unpivot) return withOwnReasons(profile, columns, rows);
  const called = join.reading.part ?? name;
  const field = (Object.keys(namedAs) as ReasonField[]).find((each) => namedAs[each].test(called));
  const matrix = field && matrixColumns(profile, columns, rows);
  return field && matrix && matrix.length >= FEWEST_COLUMNS ? asReasons(profile, matrix, field) : profile;
}

/**
 * A guessed profile whose columns of reasons are called as a list beside the second file calls them, and what was recognised by
 * it; as it is where there is no such list.
 */
export async function withReasonNames(
  profile: ImportProfile,
  second: SecondFile | undefined,
): Promise<{ profile: ImportProfile; findings: ShapeFinding[] }> {
  const reading = profile.shape.join?.reading;
  const field = (Object.keys(lists) as ReasonField[]).find((each) => profile[lists[each]].length > 0);
  if (!second || !reading || !field) return { profile, findings: [] };
  const list = profile[lists[field]];
  const codes = list.map(({ column }) => column);
  const names = await findReasonNames(second.path, reading, codes);
  if (names === null) return { profile, findings: [] };
  const named = list.map(({ column }) => ({ column, reason: names.byCode.get(column) ?? column }));
  const [first = '', last = ''] = [codes[0], codes.at(-1)];
  const seen = { part: names.part, first, last, example: names.byCode.get(first) ?? first };
  return {
    profile: { ...profile, [lists[field]]: named },
    findings: [{ part: 'reasonNames', confidence: 'likely', seen }],
  };
}

function withOwnReasons(profile: ImportProfile, columns: readonly string[], rows: Rows): ImportProfile {
  const own = findReasonColumns(profile, columns, rows);
  if (own === null) return profile;
  const named = asReasons(profile, own.columns, own.field);
  const source = profile.fields[own.field];
  const unit = own.isSure && source && 'column' in source ? unitOfHeading(source.column) : null;
  if (own.field !== 'downMinutes' || unit === null) return named;
  // What adds up to minutes, or to hours, is in them.
  const readings = own.columns.map((column) => [column, { ...named.columns[column], unit }] as const);
  return { ...named, columns: { ...named.columns, ...Object.fromEntries(readings) } };
}

/** Asks what such columns hold. */
export function reasonQuestions({ profile, columns, rows }: AskedFile): Question[] {
  const taken = (Object.keys(lists) as ReasonField[]).find((field) => profile[lists[field]].length > 0);
  const own = findReasonColumns(profile, columns, rows);
  if (own?.isSure && taken === own.field) return [];
  const matrix = own?.columns ?? (profile.shape.unpivot ? [] : matrixColumns(profile, columns, rows));
  if (
    matrix.length < FEWEST_COLUMNS ||
    (taken && profile[lists[taken]].some(({ column }) => !matrix.includes(column)))
  ) {
    return [];
  }
  const inUse = taken ?? 'nothing';
  const [first = '', last = ''] = [matrix[0], matrix.at(-1)];
  const name = taken && profile[lists[taken]].find(({ column }) => column === first)?.reason;
  const called = name === undefined || name === first ? '' : ` '${first}' is called '${name}'.`;
  const meaning = {
    downMinutes: 'the minutes of downtime of one reason',
    defectQuantity: 'the defects of one reason',
    nothing: 'nothing that is recorded',
  }[inUse];
  return [
    {
      field: 'reasons',
      column: first,
      columns: matrix,
      message: `Columns '${first}' to '${last}' look as if each counted one reason. Each is taken for ${meaning}: check that this is what the plant means.${called}`,
      choices: [inUse, ...(['downMinutes', 'defectQuantity', 'nothing'] as const).filter((each) => each !== inUse)],
    },
  ];
}

/** The columns that a second file brings along and no field is read from, where they hold numbers in few rows. */
function matrixColumns(profile: ImportProfile, columns: readonly string[], rows: Rows): string[] {
  const bring = profile.shape.join?.bring ?? [];
  const reasons = new Set([...profile.downtimeColumns, ...profile.defectColumns].map(({ column }) => column));
  const used = new Set(columnsInUse(profile).filter((column) => !reasons.has(column)));
  const brought = columnNames(columns).slice(columns.length - bring.length);
  let filled = 0;
  const numbers = brought.filter((column) => {
    const at = columns.indexOf(column);
    const texts = rows.flatMap((cells) => (cells[at]?.trim() ? [cells[at]] : []));
    if (used.has(column) || texts.some((text) => kindOfCell(text) !== 'number')) return false;
    filled += texts.length;
    return true;
  });
  return filled > 0 && filled <= MOST_FILLED * numbers.length * rows.length ? numbers : [];
}

function asReasons(profile: ImportProfile, columns: readonly string[], field: ReasonField): ImportProfile {
  return { ...profile, [lists[field]]: columns.map((column) => ({ column, reason: column })) };
}
