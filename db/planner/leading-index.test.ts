import { describe, expect, test } from 'vitest';
import type { Filter } from '../../shared/query/report-query.ts';
import type { AdvisableField } from '../indexes/definitions.ts';
import { leadingIndex } from './leading-index.ts';

const index = (fields: AdvisableField[], distinctKeys: number) => ({
  name: `records_by_${fields.join('_')}`,
  fields,
  distinctKeys,
});
const is = (field: Filter['field'], ...values: (string | null)[]): Filter => ({ field, in: values });
const lead = (indexes: ReturnType<typeof index>[], filters: Filter[], asked: AdvisableField[] | null = null) =>
  leadingIndex({ indexes }, filters, asked && new Set(asked));

describe('An index of advice leads', () => {
  const byOperator = index(['operator', 'day'], 8);

  test('to so many values of its keys as are a quarter of them, and to no more', () => {
    expect(lead([byOperator], [is('operator', 'a', 'b')])).toEqual({ name: byOperator.name, because: 'narrow' });
    expect(lead([byOperator], [is('operator', 'a', 'b', 'c')])).toBeNull();
  });

  test('only where each field before the day is filtered by values', () => {
    const both = index(['operator', 'line', 'day'], 80);
    expect(lead([both], [is('operator', 'a')])).toBeNull();
    expect(lead([both], [is('operator', 'a'), is('line', 'A', null)])).toBeNull();
    expect(lead([both], [is('operator', 'a'), is('line', 'A')])?.name).toBe(both.name);
  });

  test('whatever its share where it holds all that is asked', () => {
    const covering = index(['day', 'line', 'lot'], 1);
    expect(lead([covering], [], ['day', 'line', 'lot'])).toEqual({ name: covering.name, because: 'covers' });
    expect(lead([covering], [], ['day', 'line', 'lot', 'operator'])).toBeNull();
    expect(lead([covering], [], null)).toBeNull();
  });

  test('before others where it holds all, else where it is narrowest', () => {
    const narrow = index(['operator', 'line', 'day'], 100);
    const covering = index(['line', 'day', 'operator', 'lot'], 10);
    const filters = [is('operator', 'a'), is('line', 'A')];
    expect(lead([byOperator, narrow, covering], filters)?.name).toBe(narrow.name);
    expect(lead([byOperator, narrow, covering], filters, ['day', 'operator', 'line', 'lot'])?.name).toBe(covering.name);
  });
});
