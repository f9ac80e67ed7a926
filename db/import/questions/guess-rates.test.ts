import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rateInUse, withRate } from '../../../shared/import/rate-choice.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const path = join(folder.path, 'export.csv');
const made = [400, 120, 330, 250, 510];

/** What is asked of a file with these rates of what was made, and the records by each answer. */
async function look(headings: string, rates: readonly string[]) {
  const rows = made.map((amount, at) => `2024-03-1${at};L1;${amount};${rates[at % rates.length]}`);
  writeFileSync(path, [`Date;Line;${headings}`, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const question = preview.ambiguities.find(({ field }) => field === 'rate');
  const [column = '', rate = ''] = question?.columns ?? [];
  const firstBy = async (choice: string) => {
    const answered = withRate(profile, { made: column, rate, sample: question?.sample ?? '' }, choice);
    const { rows: records } = await collectRows(await csvSource(path, 'export.csv', answered));
    const { ambiguities } = await previewFile(path, answered);
    const again = ambiguities.find(({ field }) => field === 'rate')?.choices[0];
    const { goodQuantity, defectQuantity } = records[0] ?? {};
    return { amounts: [goodQuantity, defectQuantity].map((each) => each && each / 1e6), again };
  };
  return { asked: question?.choices, firstBy };
}

test.each([
  ['Produced;Yield %', ['90', '95.5', '98'], ['percent:good'], [360, 40]],
  ['Output;Yield', ['0.9', '0.955'], ['share:good'], [360, 40]],
  ['생산수량;수율', ['90%', '95.5%'], ['share:good'], [360, 40]],
  ['Produced;Scrap %', ['10', '4.5'], ['percent:scrap'], [360, 40]],
  ['Menge;Ausschussquote', ['10,0 %', '4,5 %'], ['share:scrap'], [360, 40]],
  ['생산수량;불량률', ['0.1', '0.045'], ['share:scrap', 'percent:scrap'], [360, 40]],
  ['Quantity;Scrap %', ['0.5', '0.4'], ['percent:scrap', 'share:scrap'], [398, 2]],
])('of %s it is asked whether the one is divided by the other', async (headings, rates, choices, divided) => {
  const { asked, firstBy } = await look(headings, rates);
  expect(asked).toEqual(['apart', ...choices]);
  expect(await firstBy('apart')).toEqual({ amounts: [400, null], again: 'apart' });
  expect(await firstBy(choices[0] ?? '')).toEqual({ amounts: divided, again: choices[0] });
});

test.each([
  ['Good;Yield %', ['90', '95.5']],
  ['Produced;Speed rate', ['90', '95.5']],
  ['Produced;Scrap rate', ['900', '1200']],
])('nobody is asked of %s', async (headings, rates) => {
  expect((await look(headings, rates)).asked).toBeUndefined();
});

test('nothing is in use where good is calculated in another way', () => {
  expect(rateInUse({ goodQuantity: { column: 'size', times: 'Yield' } })).toBeNull();
});
