import type { RecordField } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';

/** Names of the columns that fields of a profile are read from. */
export function columnsOfFields(profile: ImportProfile, fields: readonly RecordField[]): string[] {
  return fields.flatMap((field) => {
    const source = profile.fields[field];
    if (source === undefined || 'value' in source) return [];
    return 'columns' in source ? source.columns : [source.column];
  });
}

/** The column that a field is read from as it stands; null where nothing, or more than a column, is read for it. */
export function plainColumn({ fields }: Pick<ImportProfile, 'fields'>, field: RecordField): string | null {
  const source = fields[field];
  return source && 'column' in source && Object.keys(source).length === 1 ? source.column : null;
}
