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
