import { expect, it } from 'vitest';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { importProfileSchema } from '../../../../shared/import/profile.ts';
import { columnsOfKept } from './columns-of-kept.ts';

const wide = importProfileSchema.parse({
  fields: { productionDate: { column: 'Month' }, line: { column: 'Line' }, goodQuantity: { column: 'Quantity' } },
  shape: {
    unpivot: {
      name: 'Month',
      values: ['Quantity'],
      groups: [
        { label: 'Jan', columns: ['Jan'] },
        { label: 'Feb', columns: ['Feb'] },
      ],
    },
    join: { on: [{ column: 'Line', other: 'id' }], bring: ['Site'], reading: {} },
  },
});
const kept: KeptProfile = {
  id: 1,
  name: 'wide',
  headings: ['Line', 'Site', 'Month', 'Quantity'],
  fingerprint: 'f',
  usedAt: null,
  imports: 1,
  profile: wide,
};

it('tells the columns of the files from those that are made of them', () => {
  expect(columnsOfKept(kept, wide)).toEqual({
    ofFile: ['Line', 'Jan', 'Feb'],
    shaped: ['Line', 'Site', 'Month', 'Quantity'],
  });
});

it('knows the same columns where the headings are those of the files', () => {
  expect(columnsOfKept({ ...kept, headings: ['Line', 'Jan', 'Feb'] }, wide).ofFile).toEqual(['Line', 'Jan', 'Feb']);
});

it('follows what is changed: columns left as they are can be mapped, and what is mapped already stays named', () => {
  const { unpivot: _, ...shape } = wide.shape;
  const { shaped } = columnsOfKept(kept, { ...wide, shape });
  expect(shaped).toEqual(['Line', 'Jan', 'Feb', 'Site', 'Month', 'Quantity']);
});
