import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

async function look(heading: string, ...texts: readonly string[]) {
  const path = join(folder.path, 'eras.csv');
  writeFileSync(path, [`${heading};Line;Good`, ...texts.map((text) => `${text};L1;5`), ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  return { profile, preview, days: preview.rows.map(({ record, reason }) => record?.productionDate ?? reason) };
}

describe('Dates of Japanese eras', () => {
  test.each([
    [
      '日付',
      ['令和6年3月1日', '令和6年3月31日', '平成31年4月30日'],
      'EY年M月D日',
      ['2024-03-01', '2024-03-31', '2019-04-30'],
    ],
    ['Date', ['R6.3.1', 'R6.3.31', 'R6.12.2'], 'EY.M.D', ['2024-03-01', '2024-03-31', '2024-12-02']],
    ['生産日', ['R6/3/1', 'R6/3/31', 'R元/12/2'], 'EY/M/D', ['2024-03-01', '2024-03-31', '2019-12-02']],
  ])('below %s are read without a question', async (heading, texts, format, days) => {
    const { profile, preview, days: read } = await look(heading, ...texts);
    expect(profile.dateFormat).toBe(format);
    expect(preview.ambiguities).toEqual([]);
    expect(read).toEqual(days);
  });

  test('are no dates where a code merely looks like one', async () => {
    const path = join(folder.path, 'racks.csv');
    writeFileSync(path, 'Date;Line;Good\n2024-03-01;H2.1.5;5\n2024-03-02;R1.2.3;6\n2024-03-03;R1.2.4;6\n');
    const { profile, preview } = await inspectFile(path);
    expect(profile.fields.line).toEqual({ column: 'Line' });
    expect(preview.rows[0]?.record?.line).toBe('H2.1.5');
  });
});

describe('A week where a date should be', () => {
  test.each([['KW 12/2024'], ['W12'], ['12주차'], ['CW12 2024']])('%s is set aside with what to do', async (week) => {
    const { days } = await look('Date', '2024-03-01', '2024-03-02', week);
    expect(days[2]).toMatch(/is not a date written as YYYY-MM-DD, but a week, .* write the week as 2024-W12/);
  });

  test('is not what other words that are no date are taken for', async () => {
    const { days } = await look('Date', '2024-03-01', '2024-03-02', 'Wednesday 3');
    expect(days[2]).toMatch(/written as YYYY-MM-DD$/);
  });
});
