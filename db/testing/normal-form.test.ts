import { expect, test } from 'vitest';
import { normalizeQuery, type ReportQuery } from '../../shared/query/report-query.ts';
import { createRandom, type Random } from '../sample/random.ts';
import { answerByBruteForce } from './oracle.ts';
import { randomDrafts } from './random-drafts.ts';
import { queryFacts, randomQuery } from './random-query.ts';

const drafts = randomDrafts(createRandom(11), { records: 300, from: '2023-11-15', to: '2024-02-10' });
const facts = queryFacts(drafts);
const random = createRandom(12);

/** The same question with levels of order that repeat others or come too late to decide anything, and filters said twice. */
function atLength(query: ReportQuery, { below, chance }: Random): ReportQuery {
  const names = [...query.measures, ...query.dimensions];
  const more = Array.from({ length: below(4) }, () => ({
    field: names[below(names.length)] ?? 'records',
    direction: chance(0.5) ? ('asc' as const) : ('desc' as const),
  }));
  return {
    ...query,
    orderBy: chance(0.7) ? [...more, ...query.orderBy, ...more] : more,
    filters: [...query.filters, ...query.filters.map(({ field, in: values }) => ({ field, in: values.toReversed() }))],
  };
}

test('a query in its normal form has the answer that it has at length', () => {
  let shortened = 0;
  for (let nth = 0; nth < 400; nth++) {
    const query = atLength(randomQuery(random, facts), random);
    const normal = normalizeQuery(query);
    expect(answerByBruteForce(drafts, normal), JSON.stringify(query)).toEqual(answerByBruteForce(drafts, query));
    expect(normalizeQuery(normal)).toEqual(normal);
    if (normal.orderBy.length < query.orderBy.length) shortened++;
  }
  expect(shortened).toBeGreaterThan(200);
});
