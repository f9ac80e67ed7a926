/** What texts are that stand alone in their rows, above others: a line for the most part, and only a person knows. */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { RecordField } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type Block, betweenRows } from '../../../shared/import/shape.ts';
import { fieldOfName } from '../headings/field-of-name.ts';
import type { AskedFile } from './ambiguities.ts';

/** What such a text can be, the likelier first. */
const fieldsAlone = ['line', 'itemCode', 'site', 'shift', 'operator', 'orderNumber', 'lotNumber'] as const;

/** A guessed profile in which they are the line, or the item, where no column is called so. */
export function withAlone(profile: ImportProfile): ImportProfile {
  const column = aloneColumn(profile);
  if (column === null || fieldsOf(profile, column).length > 0) return profile;
  const field = (['line', 'itemCode'] as const).find((each) => isOpen(profile, each));
  return field ? { ...profile, fields: { ...profile.fields, [field]: { column } } } : profile;
}

/** Asks what they are. */
export function aloneQuestions({ profile, textsOf }: AskedFile): Question[] {
  const column = aloneColumn(profile);
  const [sample] = column === null ? [] : textsOf(column);
  if (column === null || sample === undefined) return [];
  const [inUse = 'nothing'] = fieldsOf(profile, column);
  const others = fieldsAlone.filter((field) => field !== inUse && isOpen(profile, field));
  const what = inUse === 'nothing' ? 'is not read' : `is read as ${inUse}`;
  return [
    {
      field: 'alone',
      column,
      sample,
      message: `'${sample}' stands alone in its row, above those that follow. It ${what} for each of them: check that this is what it is.`,
      choices: [...new Set([inUse, ...others, 'nothing'])],
    },
  ];
}

function aloneColumn({ shape: { blocks = [] } }: ImportProfile): string | null {
  return blocks.find(isAlone)?.column ?? null;
}

function isAlone({ column, label, holds }: Block): boolean {
  return label === undefined && holds !== 'date' && column === betweenRows.text;
}

function fieldsOf({ fields }: ImportProfile, column: string): RecordField[] {
  return fieldsAlone.filter((field) => {
    const source = fields[field];
    return source !== undefined && 'column' in source && source.column === column;
  });
}

/** Whether no column is called so: one that was taken by what it holds gives way. */
function isOpen({ fields }: ImportProfile, field: (typeof fieldsAlone)[number]): boolean {
  const source = fields[field];
  return source === undefined || ('column' in source && fieldOfName(source.column) === null);
}
