import type { RecordField } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { columnsOfFields } from './columns-of-fields.ts';
import { isQuantityUnit } from './units.ts';
import { countedFields, repeatedAmounts } from './unpivot.ts';

const quantities = ['goodQuantity', 'defectQuantity', 'plannedQuantity'] as const satisfies RecordField[];

/** The guessed fields of a table with what its shape says of them: what its labels are, where its quantities and units stand. */
export function fitFields(profile: ImportProfile, labelField: RecordField | null): ImportProfile {
  return withUnit(withUnpivoted(profile, labelField));
}

function withUnpivoted(profile: ImportProfile, labelField: RecordField | null): ImportProfile {
  const { unpivot } = profile.shape;
  if (!unpivot) return profile;
  const repeated = new Set(repeatedAmounts(profile));
  const fields = { ...profile.fields };
  for (const field of countedFields) {
    if (columnsOfFields(profile, [field]).some((column) => repeated.has(column))) delete fields[field];
  }
  if (labelField !== null && !columnsOfFields(profile, [labelField]).includes(unpivot.name)) {
    fields[labelField] = { column: unpivot.name };
  }
  const [value] = unpivot.values;
  const isCounted = columnsOfFields({ ...profile, fields }, countedFields).length > 0;
  if (!isCounted && value !== undefined) fields.goodQuantity = { column: value };
  return { ...profile, fields };
}

/** The unit that all columns of quantities have, where the row of units says so and no column of its own does. */
function withUnit(profile: ImportProfile): ImportProfile {
  const { units, unpivot } = profile.shape;
  if (!units || profile.fields.unit) return profile;
  const columns = columnsOfFields(profile, quantities).flatMap((column) =>
    unpivot?.values.includes(column) ? unpivot.groups.flatMap((group) => group.columns) : [column],
  );
  const found = new Set(columns.map((column) => units[column]));
  const [unit] = found;
  if (found.size !== 1 || unit === undefined || !isQuantityUnit(unit)) return profile;
  return { ...profile, fields: { ...profile.fields, unit: { value: unit } } };
}
