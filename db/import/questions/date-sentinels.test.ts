import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';
import { isDateSentinel } from './date-sentinels.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(ended: readonly string[], date = (at: number) => `2024-01-${String(at + 10)}`): string {
  const path = join(folder.path, 'table.csv');
  const rows = ended.map((end, at) => `${date(at)};2024-01-${at + 10} 06:00:00;${end};L1;${at + 5}`);
  writeFileSync(path, ['date;started at;ended at;line;good', ...rows, ''].join('\n'));
  return path;
}

describe('A text that systems write where there is no date', () => {
  test.each([
    ...[
      '0000-00-00',
      '0000-00-00 00:00:00',
      '00.00.0000',
      '00/00/00',
      '00000000',
      '0001-01-01',
      '01.01.0001',
      '1900-01-00',
    ],
    ...['1900-01-01', '1/1/1900', '1/0/1900', '1899-12-30', '30.12.1899 00:00', '1753-01-01', '1970-01-01 09:00:00'],
    ...[
      '9999-12-31',
      '31.12.9999',
      '12/31/9999 23:59:59',
      '99991231',
      '31-Dec-9999',
      '2099-12-31',
      '9999-99-99',
      '19000101',
    ],
  ])('is known: %s', (text) => {
    expect(isDateSentinel(text)).toBe(true);
  });

  test.each([
    ...['2024-01-05', '31.12.2024', '1970-01-02', '1970-07-01', '2024-12-31 00:00:00', '00:00', '0', '1.5', '20240105'],
    ...['2099-12-30', '1905-05-05', 'nov.18', '2024-W01', '7', '5.1.24', '1704412800'],
  ])('is not every text: %s', (text) => {
    expect(isDateSentinel(text)).toBe(false);
  });

  test('is asked about, and read as it stands until a person answers', async () => {
    const path = fileOf(['2024-01-10 07:00:00', '9999-12-31 00:00:00', '9999-12-31 00:00:00', '2024-01-13 08:00:00']);
    const { profile, preview } = await inspectFile(path);
    expect(profile.fields.endedAt).toEqual({ column: 'ended at' });
    expect(preview.ambiguities).toEqual([
      {
        field: 'nulls',
        column: 'ended at',
        sample: '9999-12-31 00:00:00',
        message: expect.stringContaining(
          "stands 2 times in column 'ended at', as systems write it where there is no date. Rows with it are set aside",
        ),
        choices: ['date', 'none'],
      },
    ]);
    const before = await collectRows(await csvSource(path, 'table', profile));
    expect(before.rejections.map(({ line }) => line)).toEqual([3, 4]);
    const answered = { ...profile, columns: { 'ended at': { nulls: ['9999-12-31 00:00:00'] } } };
    const after = await collectRows(await csvSource(path, 'table', answered));
    expect([after.rejections, after.rows.map(({ endedAt }) => endedAt === null)]).toEqual([
      [],
      [false, true, true, false],
    ]);
  });

  test('leaves a column of dates that it is, and is no question among dates that come near to it', async () => {
    const path = fileOf(['2024-01-10 07:00:00', '', '', '2024-01-13 08:00:00'], (at) =>
      at === 1 ? '1900-01-01' : `2024-01-1${at}`,
    );
    const { profile, preview } = await inspectFile(path);
    expect(profile.fields.productionDate).toEqual({ column: 'date' });
    expect(
      preview.ambiguities.map(({ column, sample, message }) => [column, sample, /read as the date/.test(message)]),
    ).toEqual([['date', '1900-01-01', true]]);
    const old = fileOf(['', '', '', ''], (at) => (at === 1 ? '1970-01-01' : `1974-01-1${at}`));
    expect((await inspectFile(old)).preview.ambiguities).toEqual([]);
  });
});
