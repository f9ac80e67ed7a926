import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import type { KeptQuestion } from './remembered-questions.ts';
import { Warming } from './warming.ts';

const folder = scratchFolder();
afterAll(() => folder.remove());

const [first, second] = (['good', 'defects'] as const).map(
  (measure): KeptQuestion => ({ kind: 'report', question: parseReportQuery({ measures: [measure] }) }),
) as [KeptQuestion, KeptQuestion];

test('who asks stops what is computed ahead at once, and it goes on when the answer is there', async () => {
  const log: string[] = [];
  const begun = Promise.withResolvers<void>();
  let isFirstTry = true;
  const warming = await Warming.open({
    warm: async ({ question }, signal) => {
      const [measure] = 'measures' in question ? question.measures : [];
      log.push(`computes ${measure}`);
      if (!isFirstTry) return;
      isFirstTry = false;
      begun.resolve();
      await new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          log.push('is stopped');
          reject(signal.reason);
        });
      });
    },
    rest: async () => {},
    catalog: async () => catalogOf({ live: [['2024-01-01', '2024-01-31']] }),
    answeredFrom: () => 'records',
    fewValues: async () => new Map(),
    valuesInSight: async () => new Map(),
    path: join(folder.path, 'asked.json'),
    owns: true,
    elapsed: () => 0,
    now: () => 0,
    onFailure: (error) => log.push(String(error)),
  });
  warming.asked(first)();
  await Promise.resolve();
  warming.renew();
  await begun.promise;
  const leave = warming.asked(second);
  log.push('asks');
  await new Promise(setImmediate);
  log.push('has the answer');
  leave();
  await warming.rest();
  await warming.close();
  expect(log.slice(0, 4)).toEqual(['computes good', 'is stopped', 'asks', 'has the answer']);
  expect(log.slice(4)).toEqual(expect.arrayContaining(['computes good', 'computes defects']));
});
