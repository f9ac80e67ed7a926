import type { RecordField } from '../../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import type { Shape, Unpivot } from '../../../../shared/import/shape.ts';

/** The shape with these columns made rows; without any, they stay columns. */
export function withColumnsAsRows(shape: Shape, columns: readonly string[], taken: readonly string[]): Shape {
  const { unpivot, ...rest } = shape;
  if (columns.length === 0) return rest;
  const [value = freeName('Quantity', taken)] = unpivot?.values ?? [];
  const name = unpivot?.name ?? freeName('Name', taken);
  return { ...rest, unpivot: { name, values: [value], groups: columns.map((label) => ({ label, columns: [label] })) } };
}

/** What to begin with where each record takes several of the columns; groups are still to be named. */
export function newUnpivot(taken: readonly string[]): Unpivot {
  const values = [freeName('Quantity', taken), freeName('Scrap', taken)];
  return { name: freeName('Name', taken), values, groups: [{ label: '', columns: [] }] };
}

/** The shape with the unit of a column in the row below the headings; '' where that row says nothing of it. */
export function withUnit(shape: Shape, column: string, unit: string): Shape {
  const { [column]: _, ...others } = shape.units ?? {};
  return { ...shape, units: unit === '' ? others : { ...others, [column]: unit } };
}

/** Whether each group is one column, so that a list of columns says it all. */
export function areSingleColumns({ groups, values }: Unpivot): boolean {
  return values.length === 1 && groups.every(({ label, columns }) => columns[0] === label);
}

/** The field that a column is read as by itself; null where it is none. */
export function fieldOfColumn(
  profile: ImportProfile,
  column: string,
  among: readonly RecordField[],
): RecordField | null {
  return (
    among.find((field) => {
      const source = profile.fields[field];
      return source !== undefined && 'column' in source && source.column === column;
    }) ?? null
  );
}

/** The profile with a column read as a field, and as no other of them. */
export function withFieldOfColumn(
  profile: ImportProfile,
  column: string,
  field: RecordField | null,
  among: readonly RecordField[],
): ImportProfile {
  const fields = { ...profile.fields };
  for (const other of among) {
    const source = fields[other];
    if (source !== undefined && 'column' in source && source.column === column) delete fields[other];
  }
  if (field !== null) fields[field] = { column };
  return { ...profile, fields, key: profile.key.filter((name) => fields[name]) };
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let count = 2; taken.includes(name); count += 1) name = `${wanted} ${count}`;
  return name;
}
