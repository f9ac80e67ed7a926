import { readingOfColumn } from '../../../shared/import/columns.ts';
import { type ImportProfile, importProfileSchema } from '../../../shared/import/profile.ts';
import type { RowSource } from '../row-source.ts';

/** The profile by which a source reads; null of one that is no file. */
export function profileOf({ profile }: Pick<RowSource, 'profile'>): ImportProfile | null {
  let kept: unknown;
  try {
    kept = JSON.parse(profile);
  } catch {
    return null;
  }
  const read = importProfileSchema.safeParse(kept);
  return read.success ? read.data : null;
}

/** How the dates are written that the production day is taken from; null where no single column holds them. */
export function dayFormatOf({ fields, columns, dateFormat }: ImportProfile): string | null {
  const source = fields.productionDate ?? fields.startedAt;
  if (!source || !('column' in source)) return null;
  return readingOfColumn(columns, source.column).dateFormat ?? dateFormat;
}
