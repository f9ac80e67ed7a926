import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectRows } from '../../testing/collect-rows.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

async function look(header: string, ...rows: readonly string[]) {
  const path = join(folder.path, 'times.csv');
  writeFileSync(path, [header, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(path);
  const { rows: records } = await collectRows(await csvSource(path, 'times.csv', profile));
  const asked = preview.ambiguities.filter(({ field }) => field === 'unit');
  return {
    profile,
    asked,
    minutes: (field: 'runMinutes' | 'downMinutes') => records.map((row) => (row[field] ?? 0) / 1e6),
  };
}

const days = (...texts: readonly string[]) => texts.map((text, at) => `2024-03-0${at + 1};L1;100;${text}`);

describe('A time of which nothing says in what it counts', () => {
  test('is asked about where it is as long as a shift in hours, and read so', async () => {
    const { asked, minutes } = await look('Date;Line;Good;Run time', ...days('7.5', '8', '6.25'));
    expect(asked).toEqual([
      {
        field: 'unit',
        column: 'Run time',
        sample: '7.5',
        message:
          "Column 'Run time' holds times (such as '7.5'), and nothing says in what they count. They are read as h: check that this is what the plant means.",
        choices: ['h', 'min'],
      },
    ]);
    expect(minutes('runMinutes')).toEqual([450, 480, 375]);
  });

  test.each([
    ['in Korean, with commas', '가동시간', ['7,5', '8', '6,25'], ['h', 'min']],
    ['in whole hours of a shift', 'Run time', ['8', '8', '7'], ['h', 'min']],
    ['of downtime in quarters', 'Downtime', ['0.5', '0.25', '1'], ['h', 'min']],
    ['of downtime in any fraction', 'Downtime', ['0.4', '12.3', '7'], ['min', 'h']],
    ['longer than a day in minutes', 'Run time', ['25200', '28800', '0'], ['s', 'min']],
  ])('is asked about %s', async (_, heading, texts, choices) => {
    const { asked } = await look(`Date;Line;Good;${heading}`, ...days(...texts));
    expect(asked.map((question) => question.choices)).toEqual([choices]);
  });

  test.each([
    ['the heading says it', 'Run time (h)', ['7.5', '8', '6.25'], [450, 480, 375]],
    ['the heading says minutes', 'Run min', ['7.5', '8', '6.25'], [7.5, 8, 6.25]],
    ['cells say it', 'Run time', ['7.5 h', '8 h', '6 h'], [450, 480, 360]],
    ['nobody would doubt minutes', 'Run time', ['450', '7.5', '375'], [450, 7.5, 375]],
    ['it is written as a clock does', 'Run time', ['7:30', '8:00', '6:15'], [450, 480, 375]],
  ])('is not asked about where %s', async (_, heading, texts, expected) => {
    const { asked, minutes } = await look(`Date;Line;Good;${heading}`, ...days(...texts));
    expect(asked.filter(({ choices }) => !choices.includes('mm:ss'))).toEqual([]);
    expect(minutes('runMinutes')).toEqual(expected);
  });

  test('is likelier in hours for stops where the runs beside them are', async () => {
    const stops = ['7.5;0.4', '8;12.3', '6.25;7'];
    for (const heading of ['Run time', 'Run time (h)']) {
      const { asked, minutes } = await look(`Date;Line;Good;${heading};Downtime`, ...days(...stops));
      expect(asked.find(({ column, columns = [column] }) => columns.includes('Downtime'))?.choices).toEqual([
        'h',
        'min',
      ]);
      expect(minutes('downMinutes')).toEqual([24, 738, 420]);
    }
  });

  test('is one question with those that are open in the same way, with an example of each', async () => {
    const header = 'Date;Line;Good;Planned time;Run time;Downtime';
    const { asked, minutes } = await look(header, ...days('8;7.5;0.5', '8;7;1', '8;6.25;1.75'));
    expect(asked).toEqual([
      {
        field: 'unit',
        column: 'Planned time',
        columns: ['Planned time', 'Run time', 'Downtime'],
        sample: '8',
        samples: ['8', '7.5', '0.5'],
        message:
          "Columns 'Planned time' (such as '8'), 'Run time' (such as '7.5'), and 'Downtime' (such as '0.5') hold times, and nothing says in what they count. They are read as h: check that this is what the plant means.",
        choices: ['h', 'min'],
      },
    ]);
    expect(minutes('downMinutes')).toEqual([30, 60, 105]);
  });

  test('is a question of its own where the choice is another', async () => {
    const { asked } = await look('Date;Line;Good;Planned time;Run time', ...days('8;25200', '8;28800', '8;27000'));
    expect(asked.map(({ column, choices }) => [column, ...choices])).toEqual([
      ['Planned time', 'h', 'min'],
      ['Run time', 's', 'min'],
    ]);
  });

  test('is settled by a row of units', async () => {
    const { asked, minutes } = await look('Date;Line;Good;Run time', ';;pcs;h', ...days('7.5', '8', '6.25'));
    expect(asked).toEqual([]);
    expect(minutes('runMinutes')).toEqual([450, 480, 375]);
  });

  test.each([
    ['hours', ['7.5', '7.25'], [450, 435]],
    ['minutes', ['450', '440'], [450, 440]],
    ['seconds', ['27000', '26000'], [450, 433.333333]],
  ])('is settled as %s by the time from start to end', async (_, [first, second], expected) => {
    const { asked, minutes } = await look(
      'Line;Start;End;Good;Run time',
      `L1;2024-03-01 06:00;2024-03-01 13:30;100;${first}`,
      `L1;2024-03-02 22:00;2024-03-03 05:30;100;${second}`,
    );
    expect(asked).toEqual([]);
    expect(minutes('runMinutes')).toEqual(expected);
  });

  test('is settled as minutes where runs are as short as that', async () => {
    const { asked, minutes } = await look(
      'Line;Start;End;Good;Run time',
      'L1;2024-03-01 06:00;2024-03-01 06:08;100;7.5',
      'L1;2024-03-01 06:10;2024-03-01 06:20;100;9.5',
    );
    expect(asked).toEqual([]);
    expect(minutes('runMinutes')).toEqual([7.5, 9.5]);
  });

  test.each([
    ['Run time (hh.mm)', ['7.45', '8', '6.3'], [465, 480, 390]],
    ['Run time (h,mm)', ['7,45', '8,00', '6,03'], [465, 480, 363]],
    ['Laufzeit (Std.Min)', ['7.45', '12.59', '0.07'], [465, 779, 7]],
    ['Run time (hh:mm)', ['7.45', '8', '6.30'], [465, 480, 390]],
    ['Run time (mm.ss)', ['7.45', '8', '6.30'], [7.75, 8, 6.5]],
  ])('is read below %s as hours and minutes with a point', async (heading, texts, expected) => {
    const { asked, minutes } = await look(`Date;Line;Good;${heading}`, ...days(...texts));
    expect(asked).toEqual([]);
    expect(minutes('runMinutes')).toEqual(expected);
  });

  test('is asked about below such a heading where minutes are beyond 59, and such a row is set aside', async () => {
    const { asked, profile } = await look('Date;Line;Good;Run time (hh.mm)', ...days('7.75', '8.5', '6.25'));
    expect(asked.map(({ choices }) => choices)).toEqual([['h', 'h.mm']]);
    const columns = { 'Run time (hh.mm)': { unit: 'h.mm' } };
    const source = await csvSource(join(folder.path, 'times.csv'), 'times.csv', { ...profile, columns });
    const { rows, rejections } = await collectRows(source);
    expect(rows.map(({ runMinutes }) => (runMinutes ?? 0) / 1e6)).toEqual([530, 385]);
    expect(rejections.map(({ reason }) => reason)).toEqual([
      "Run time: '7.75' in column 'Run time (hh.mm)' is not a time written as h.mm: there are no 75 minutes",
    ]);
  });

  test('is no question of a month, which has more minutes than a day', async () => {
    const { asked } = await look('Month;Line;Good;Run time', '2024-03;L1;100;25200', '2024-04;L1;100;28800');
    expect(asked).toEqual([]);
  });
});
