import { expect, test } from 'vitest';
import { comparedRange } from '../../../../shared/questions/explore/compared.ts';
import type { Member } from '../parts.ts';
import { comparedPlace } from './align.ts';

const value = (text: string | null): Member => ({ of: 'value', value: text });

test('the period before puts the first beside the first, and leaves values as they are', () => {
  const now = { from: '2025-01-01', to: '2025-03-31' };
  const place = comparedPlace(
    [{ dimension: 'month' }, { dimension: 'line' }],
    now,
    comparedRange(now, 'before', null),
    'before',
  );
  expect(place([value('2025-02'), value('A')])).toEqual([value('2024-11'), value('A')]);
  expect(place([{ of: 'all' }, { of: 'others' }])).toEqual([{ of: 'all' }, { of: 'others' }]);
});

test('29 February has no place a year earlier', () => {
  const leap = { from: '2024-02-28', to: '2024-03-01' };
  const place = comparedPlace([{ dimension: 'day' }], leap, comparedRange(leap, 'year', null), 'year');
  expect(place([value('2024-02-29')])).toBeNull();
});
