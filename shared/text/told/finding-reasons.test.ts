import { expect, test } from 'vitest';
import { findingDefinitions } from '../../import/gate.ts';
import { toldIn } from './told.ts';

test('Whatever the gate leaves out says why in Korean as well', () => {
  const untold = Object.values(findingDefinitions).flatMap(({ reason }) =>
    reason === undefined || toldIn('ko', reason) !== null ? [] : [reason],
  );
  expect(untold).toEqual([]);
});
