/**
 * Columns that stand beside each other though they are records below each other. Told by their names: a run of months,
 * dates or years, or of shifts, with numbers below. Columns of reasons are not among them: a record has these beside its quantity.
 */
import type { RecordField } from '../../../shared/domain/fields.ts';
import type { ShapeFinding, Unpivot } from '../../../shared/import/shape.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { foldName, monthLanguages, monthNamesOf } from '../times/month-names.ts';
import { readingsOfDates } from '../times/sniff-dates.ts';
import { kindOfCell } from './kind-of-cell.ts';

export interface GuessedUnpivot {
  unpivot: Unpivot;
  /** The field that the labels are. */
  field: RecordField;
  finding: ShapeFinding;
}

/** What the labels of a run of columns are, and what the column that holds them is then called. */
interface LabelKind {
  kind: 'dates' | 'months' | 'years' | 'shifts' | 'lines';
  name: string;
  field: RecordField;
  least: number;
  confidence: ShapeFinding['confidence'];
  /** Whether all of some labels are of this kind. */
  fits(labels: readonly string[]): boolean;
}

const SHIFT =
  /^(?:shift|schicht|turno|equipe|[ée]quipe|zmiana|izmena|смена|조|교대|直|班)\s*[-_.]?\s*(?:[a-e]|\d|i{1,3})$|^(?:[a-e1-4]|i{1,3}|[갑을병])\s*[-_.]?\s*(?:shift|schicht|조|교대|직|直|班)$|^(?:(?:early|late|day|night|morning|afternoon|evening)(?: shift)?|früh(?:schicht)?|spät(?:schicht)?|nacht(?:schicht)?|tag(?:schicht)?|ma[ñn]ana|tarde|noche|주간|야간|오전|오후|早班|中班|晚班|夜班|白班|昼勤|夜勤)$/iu;
const LINE =
  /^(?:line|linie|l[ií]nea|linha|ligne|linija|linia|press|machine|maschine|라인|호기|ライン|产线|生产线)\s*[-_.#]?\s*[a-z\d]{1,3}$|^[a-z\d]{1,3}\s*(?:호기|라인|号机|号線|ライン)$/iu;

const months = new Map(monthLanguages.map((language) => [language, monthNamesOf(language)]));

const kinds: readonly LabelKind[] = [
  { kind: 'dates', name: 'Date', field: 'productionDate', least: 3, confidence: 'sure', fits: areDates },
  { kind: 'months', name: 'Month', field: 'productionDate', least: 3, confidence: 'likely', fits: areMonths },
  { kind: 'years', name: 'Year', field: 'productionDate', least: 3, confidence: 'likely', fits: areYears },
  {
    kind: 'shifts',
    name: 'Shift',
    field: 'shift',
    least: 2,
    confidence: 'likely',
    fits: (labels) => labels.every((label) => SHIFT.test(label)),
  },
  {
    kind: 'lines',
    name: 'Line',
    field: 'line',
    least: 2,
    confidence: 'likely',
    fits: (labels) => labels.every((label) => LINE.test(label)),
  },
];

/** Guesses from the headings and the rows below; null where columns are what they seem. */
export function guessUnpivot(columns: readonly string[], rows: readonly CsvRow[]): GuessedUnpivot | null {
  for (const kind of kinds) {
    const found = groupsOf(columns, kind);
    if (found === null || !holdNumbers(found.groups, columns, rows)) continue;
    const labels = found.groups.map(({ label }) => label);
    return {
      unpivot: { name: freeName(kind.name, columns), ...found },
      field: kind.field,
      finding: {
        part: 'unpivot',
        confidence: kind.confidence,
        seen: { kind: kind.kind, columns: labels.length, first: labels[0] ?? '', last: labels.at(-1) ?? '' },
      },
    };
  }
  return null;
}

type Groups = Pick<Unpivot, 'groups' | 'values'>;

/** One column a label, or several, called 'label / value', the same values for each label. */
function groupsOf(columns: readonly string[], kind: LabelKind): Groups | null {
  const single = longestRun(columns, (labels) => kind.fits(labels));
  if (single.length >= kind.least) {
    return { values: [freeName('Quantity', columns)], groups: single.map((label) => ({ label, columns: [label] })) };
  }
  const pairs = columns.flatMap((column) => {
    const [label = '', value = '', ...more] = column.split(' / ');
    return value !== '' && more.length === 0 && kind.fits([label]) ? [{ label, value, column }] : [];
  });
  const labels = [...new Set(pairs.map(({ label }) => label))];
  const values = [...new Set(pairs.map(({ value }) => value))];
  const groups = labels.map((label) => ({
    label,
    columns: values.flatMap(
      (value) => pairs.find((pair) => pair.label === label && pair.value === value)?.column ?? [],
    ),
  }));
  const isWhole = groups.every((group) => group.columns.length === values.length);
  if (labels.length < kind.least || !isWhole || !kind.fits(labels)) return null;
  return { values: values.map((value) => freeName(value, columns)), groups };
}

function longestRun(columns: readonly string[], fits: (labels: readonly string[]) => boolean): string[] {
  let best: string[] = [];
  for (let from = 0; from < columns.length; from += 1) {
    let to = from;
    while (to < columns.length && fits([columns[to] ?? ''])) to += 1;
    const run = columns.slice(from, to);
    if (run.length > best.length && fits(run)) best = run;
    from = Math.max(from, to);
  }
  return best;
}

function holdNumbers(groups: Groups['groups'], columns: readonly string[], rows: readonly CsvRow[]): boolean {
  const places = groups.flatMap((group) => group.columns.map((column) => columns.indexOf(column)));
  const kindsBelow = rows.flatMap(({ cells }) => places.map((at) => kindOfCell(cells[at] ?? '')));
  const filled = kindsBelow.filter((kind) => kind !== 'blank');
  return filled.length > 0 && filled.filter((kind) => kind === 'number').length >= 0.8 * filled.length;
}

function areDates(labels: readonly string[]): boolean {
  return labels.every((label) => /\d/.test(label)) && readingsOfDates(labels, 'date').length > 0;
}

function areMonths(labels: readonly string[]): boolean {
  const folded = labels.map(foldName);
  // Numbers alone may be those of anything: of causes, of machines.
  if (!labels.every((label) => /\p{L}/u.test(label))) return false;
  if (folded.every((label) => /^(?:[1-9]|1[0-2])월$/.test(label))) return true;
  return [...months.values()].some((names) => folded.every((label) => names.has(label)));
}

function areYears(labels: readonly string[]): boolean {
  return labels.every((label) => /^(?:19|20)\d{2}$/.test(label));
}

function freeName(wanted: string, columns: readonly string[]): string {
  let name = wanted;
  for (let count = 2; columns.includes(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
