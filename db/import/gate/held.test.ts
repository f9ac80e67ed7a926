import { expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../shared/import/gate.ts';
import { assertDecided } from './held.ts';

const open = (kind: FindingKind): Finding => ({ kind, count: 3, examples: [], decision: null, decidedBy: null });

test.each<[FindingKind[], RegExp]>([
  [['wholeWeek'], /3 rows of a whole week.*\. Say that this is kept, or correct the file, and import it again\.$/],
  [['nameVariant', 'wholeWeek'], /Say that this is kept, or correct the file/],
  [['negativeQuantity'], /Say that the rows are left out, or correct the file/],
  [['inFuture', 'totalRow'], /Say for each whether the rows are kept or left out/],
  [['inFuture', 'wholeWeek'], /Say for each what may be done with it/],
])('An import that is held for %j says what may be answered to it', (kinds, words) => {
  expect(() => assertDecided('march.csv', kinds.map(open))).toThrow(words);
});
