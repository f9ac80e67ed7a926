import { expect, test } from 'vitest';
import { fromMillionths } from '../../shared/domain/quantity.ts';
import { type AddableRecord, addUpRecords } from '../../shared/query/add-up-records.ts';
import { type Measure, measureNames } from '../../shared/query/measures.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { createRandom } from '../sample/random.ts';
import { answerByBruteForce } from './oracle.ts';
import { randomDrafts } from './random-drafts.ts';

const counts: Measure[] = ['records', 'lots', 'medianYield'];
const names = measureNames.filter((name) => !counts.includes(name)) as Exclude<
  Measure,
  'records' | 'lots' | 'medianYield'
>[];

const inUnits = (millionths: number | null) => (millionths === null ? null : fromMillionths(0, millionths));

/** A draft as a page of records gives it. */
function asRead(draft: RecordDraft): AddableRecord {
  return {
    plannedQuantity: inUnits(draft.plannedQuantity),
    goodQuantity: inUnits(draft.goodQuantity),
    defectQuantity: inUnits(draft.defectQuantity),
    reworkQuantity: inUnits(draft.reworkQuantity),
    plannedMinutes: inUnits(draft.plannedMinutes),
    runMinutes: inUnits(draft.runMinutes),
    downMinutes: inUnits(draft.downMinutes),
    idealCycleSeconds: inUnits(draft.idealCycleSeconds),
  };
}

test.each([0, 1, 7, 60, 400])('%i chosen records come to what a look at each of them says', (count) => {
  const drafts = randomDrafts(createRandom(count + 3), {
    records: Math.max(1, count),
    from: '2024-01-01',
    to: '2024-03-31',
  }).slice(0, count);
  const query = parseReportQuery({ measures: names });
  const [expected = []] = answerByBruteForce(drafts, query).rows;
  const found = addUpRecords(drafts.map(asRead), names);
  expect(names.map((name) => found.get(name))).toEqual(expected);
});
