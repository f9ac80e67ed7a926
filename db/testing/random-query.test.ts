import { expect, test } from 'vitest';
import { dayFromIso, partsOfDay } from '../../shared/domain/day.ts';
import { measuredFields } from '../../shared/domain/fields.ts';
import { dimensionNames, filterFields } from '../../shared/query/dimensions.ts';
import { measureNames } from '../../shared/query/measures.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from './oracle.ts';
import { randomDrafts } from './random-drafts.ts';
import { queryFacts, randomQueries, randomQuery } from './random-query.ts';

const options = { records: 2_000, from: '2022-11-15', to: '2025-02-10' };
const drafts = randomDrafts(createRandom(1), options);
const facts = queryFacts(drafts);
const random = createRandom(2);
const queries = Array.from({ length: 2_000 }, () => randomQuery(random, facts));

test('the same seed gives the same records and queries', () => {
  expect(randomDrafts(createRandom(1), options)).toEqual(drafts);
  expect(randomQuery(createRandom(2), facts)).toEqual(queries[0]);
});

test('random records span the years asked for and nothing beyond them', () => {
  const days = drafts.map((draft) => draft.day);
  expect(Math.min(...days)).toBeGreaterThanOrEqual(dayFromIso(options.from) ?? Number.NaN);
  expect(Math.max(...days)).toBeLessThanOrEqual(dayFromIso(options.to) ?? Number.NaN);
  expect(new Set(days.map((day) => partsOfDay(day).year))).toEqual(new Set([2022, 2023, 2024, 2025]));
});

test('random records could each have been imported', () => {
  const unfit = drafts.filter(
    (draft) =>
      (draft.line === null && draft.itemCode === null) ||
      measuredFields.every((field) => draft[field as keyof RecordDraft] === null) ||
      [...draft.defects, ...draft.downtimes].some(({ amount }) => amount <= 0) ||
      new Set(draft.defects.map(({ reason }) => reason)).size < draft.defects.length,
  );
  expect(unfit).toEqual([]);
});

test('random records repeat each other only as often as wanted', () => {
  const different = (list: RecordDraft[]) =>
    new Set(list.map((draft) => JSON.stringify({ ...draft, sourceLine: 0 }))).size;
  expect(different(drafts)).toBeLessThan(1_950);
  expect(different(randomDrafts(createRandom(1), { ...options, duplicates: 0 }))).toBe(2_000);
});

test('among many queries some are asked of an earlier range too, as many as were wanted in all', () => {
  const asked = randomQueries(createRandom(3), facts, 500);
  const but = ({ from: _from, to: _to, ...rest }: (typeof asked)[number]) => JSON.stringify(rest);
  const comparisons = asked.filter((query, at) => {
    const before = asked[at - 1];
    return before && query !== before && but(query) === but(before) && (query.to ?? '') < (before.to ?? '');
  });
  expect(asked).toHaveLength(500);
  expect(comparisons.length).toBeGreaterThan(20);
});

test('fully recorded drafts of few amounts lack nothing and repeat their amounts', () => {
  const full = randomDrafts(createRandom(1), { ...options, recorded: 1, amounts: 'few' });
  expect(full.filter((draft) => draft.goodQuantity === null || draft.lotNumber === null)).toEqual([]);
  expect(new Set(full.map((draft) => draft.goodQuantity)).size).toBe(5);
});

test('random queries ask for every measure, dimension and filter, and not only for what is empty', () => {
  expect(new Set(queries.flatMap((query) => query.measures))).toEqual(new Set(measureNames));
  expect(new Set(queries.flatMap((query) => query.dimensions))).toEqual(new Set(dimensionNames));
  expect(new Set(queries.flatMap((query) => query.filters.map(({ field }) => field)))).toEqual(new Set(filterFields));
  const answers = queries.slice(0, 300).map((query) => answerByBruteForce(drafts, query));
  expect(
    answers.filter((answer) => answer.rows.flat().some((cell) => cell !== null && cell !== 0)).length,
  ).toBeGreaterThan(200);
});
