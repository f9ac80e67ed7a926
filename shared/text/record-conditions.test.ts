import { expect, test } from 'vitest';
import type { RecordCondition } from '../query/record-conditions.ts';
import { conditionInWords } from './record-conditions.ts';

test.each<[RecordCondition, string, string]>([
  [{ field: 'goodQuantity', is: 'between', from: 1, to: 2 }, 'Good: 1 to 2', '양품: 1 이상 2 이하'],
  [{ field: 'goodQuantity', is: 'between', from: 0 }, 'Good: at least 0', '양품: 0 이상'],
  [{ field: 'goodQuantity', is: 'between', to: 0 }, 'Good: at most 0', '양품: 0 이하'],
  [{ field: 'note', is: 'contains', text: 'torn' }, "Note: contains 'torn'", "비고: 'torn' 포함"],
  [{ field: 'note', is: 'begins', text: 'torn' }, "Note: begins with 'torn'", "비고: 'torn'(으)로 시작"],
  [{ field: 'note', is: 'recorded' }, 'Note: recorded', '비고: 기록 있음'],
  [{ field: 'note', is: 'missing' }, 'Note: not recorded', '비고: 기록 없음'],
])('%j is told in both languages', (condition, english, korean) => {
  const told = (['en', 'ko'] as const).map((language) => {
    const { name, holds } = conditionInWords(condition, language, String);
    return `${name}: ${holds}`;
  });
  expect(told).toEqual([english, korean]);
});
