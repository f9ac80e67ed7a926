import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ImportProfile, importProfileSchema } from '../../../shared/import/profile.ts';
import { shapeSchema } from '../../../shared/import/shape.ts';
import { createRandom } from '../../sample/random.ts';
import { collectRows } from '../../testing/collect-rows.ts';
import { shapedVariants } from '../../testing/shaped-variants.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { inspectFile, previewFile } from '../inspect.ts';
import { totalLabel, totalWords } from './total-words.ts';

const folder = scratchFolder();
afterAll(folder.remove);
let files = 0;
function fileOf(lines: readonly string[]): string {
  files += 1;
  const path = join(folder.path, `table-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Date, line, quantity of each record that a profile makes, and the reasons of what is set aside. */
async function recordsOf(path: string, profile: ImportProfile, second?: string) {
  const source = await csvSource(path, 'table', profile, second ? { path: second, name: 'second.csv' } : undefined);
  const { rows, rejections } = await collectRows(source);
  return {
    rows: rows.map(({ day, line, shift, goodQuantity }) => [day, line ?? shift, (goodQuantity ?? 0) / 1e6]),
    reasons: rejections.map(({ reason }) => reason),
    lines: rows.map(({ sourceLine }) => sourceLine),
  };
}

const DAY = 19_723; // 2024-01-01

describe('the head of a table', () => {
  it('may lack headings: columns are then called by their number', async () => {
    const path = fileOf(['2024-01-01,Press 1,120', '2024-01-02,Press 2,130', '2024-01-03,Press 1,140']);
    const { profile, header, findings } = await inspectFile(path);
    expect(header).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(findings[0]).toMatchObject({ part: 'noHeadings', confidence: 'likely' });
    const mapped = { ...profile, fields: { ...profile.fields, goodQuantity: { column: 'Column 3' } } };
    const { rows, lines } = await recordsOf(path, mapped);
    expect(rows).toEqual([
      [DAY, 'Press 1', 120],
      [DAY + 1, 'Press 2', 130],
      [DAY + 2, 'Press 1', 140],
    ]);
    expect(lines).toEqual([1, 2, 3]);
  });

  it('is taken for headings where a row of words stands on top, or a person says so', async () => {
    const path = fileOf(['day,line,good', '2024-01-01,Press 1,120']);
    expect((await inspectFile(path)).profile.shape.headings).toBe(1);
    const bare = fileOf(['2024-01-01,Press 1,120', '2024-01-02,Press 1,130']);
    const shape = shapeSchema.parse({});
    expect((await inspectFile(bare, { shape })).header).toEqual(['2024-01-01', 'Press 1', '120']);
  });

  it('may hold a row of units: the unit of the quantity is kept, and a file in another unit is refused', async () => {
    const path = fileOf(['date,line,good,run_minutes', ',,[kg],min', '2024-01-01,Press 1,120,400']);
    const { profile, preview, findings } = await inspectFile(path);
    expect(profile.shape.units).toEqual({ good: 'kg', run_minutes: 'min' });
    expect(profile.fields.unit).toEqual({ value: 'kg' });
    expect(findings).toContainEqual(expect.objectContaining({ part: 'units', confidence: 'sure' }));
    expect(preview.rows.map(({ line }) => line)).toEqual([3]);
    const tonnes = fileOf(['date,line,good,run_minutes', ',,[t],min', '2024-01-01,Press 1,120,400']);
    await expect(previewFile(tonnes, profile)).rejects.toMatchObject({
      code: 'INVALID_PROFILE',
      message: expect.stringContaining("column 'good' in t, and the profile has it in kg"),
    });
  });

  it('turns times into the unit of a record as the row of units says, also of columns that are chosen later', async () => {
    const path = fileOf([
      'date,line,good,run minutes,standing',
      ',,pcs,h,s',
      '2024-01-01,Press 1,120,7.3,90',
      '2024-01-02,Press 1,120,8,30',
    ]);
    const { profile } = await inspectFile(path);
    const fields = { ...profile.fields, downMinutes: { column: 'standing' } };
    const { rows } = await collectRows(await csvSource(path, 'table', { ...profile, fields }));
    expect(rows.map(({ runMinutes, downMinutes }) => [runMinutes, downMinutes])).toEqual([
      [438_000_000, 1_500_000],
      [480_000_000, 500_000],
    ]);
  });

  it('refuses to make one column of columns in different units', async () => {
    const path = fileOf(['date,Press 1,Press 2', ',kg,t', '2024-01-01,5,6', '2024-01-02,5,6']);
    const { profile } = await inspectFile(path);
    expect(profile.shape).not.toHaveProperty('unpivot');
    const groups = ['Press 1', 'Press 2'].map((label) => ({ label, columns: [label] }));
    const shape = { ...profile.shape, unpivot: { name: 'Line', values: ['Quantity'], groups } };
    await expect(inspectFile(path, { shape })).rejects.toMatchObject({
      code: 'INVALID_PROFILE',
      message: expect.stringContaining("'Press 1' and 'Press 2' would become one"),
    });
  });

  it('joins rows of headings where those above name groups', async () => {
    const path = fileOf([
      'Date,Shift A,,Shift B,',
      ',Good,Defects,Good,Defects',
      '2024-01-01,10,1,20,2',
      '2024-01-02,11,0,21,3',
    ]);
    const { profile, header } = await inspectFile(path);
    expect(profile.shape.headings).toBe(2);
    expect(header).toEqual(['Date', 'Shift', 'Good', 'Defects']);
    const { rows, lines } = await recordsOf(path, {
      ...profile,
      fields: { ...profile.fields, line: { value: 'L' }, shift: { column: 'Shift' } },
    });
    expect(rows.map(([, , good]) => good)).toEqual([10, 20, 11, 21]);
    expect(lines).toEqual([3, 3, 4, 4]);
  });
});

describe('rows that are no records', () => {
  it('are left out and counted: headings, titles and numbers of pages in between, and what is called a total', async () => {
    const path = fileOf([
      'Daily output',
      'date,line,good',
      '2024-01-01,Press 1,120',
      ',Subtotal,120',
      'Page 1 of 2',
      'Daily output',
      'date,line,good',
      '2024-01-02,Press 1,130',
      '2024-01-02 소계,,130',
      '합계,,250',
      '- 2 -',
    ]);
    const { profile, preview, findings } = await inspectFile(path);
    expect(preview).toMatchObject({ accepted: 2, rejected: 0 });
    expect(preview.notes).toEqual({
      repeatedHeading: { count: 1, lines: [7] },
      pageMark: { count: 3, lines: [5, 6, 11] },
      total: { count: 3, lines: [4, 9, 10] },
    });
    expect(findings.map(({ part }) => part)).toEqual(['repeats', 'totals']);
    expect((await recordsOf(path, profile)).reasons).toEqual([]);
    const kept = { ...profile, shape: { ...profile.shape, repeats: 'keep' as const, totals: 'keep' as const } };
    expect((await recordsOf(path, kept)).reasons).toHaveLength(7);
  });

  it('are told by what they add up to where only the line is called a total', async () => {
    const path = fileOf([
      'date,line,good',
      '2024-01-01,Press 1,120',
      '2024-01-01,Press 2,30',
      '2024-01-01,Total,150',
      '2024-01-02,Press 1,7',
      '2024-01-02,Total,7',
      '2024-01-02,Grand total,157',
    ]);
    const { profile, preview } = await inspectFile(path);
    expect(profile.shape.totals).toBe('sums');
    expect(preview.notes.total).toEqual({ count: 3, lines: [4, 6, 7] });
    expect((await recordsOf(path, profile)).rows).toHaveLength(3);
  });

  it('are records where nothing makes it certain', async () => {
    const path = fileOf([
      'date,line,item,good',
      '2024-01-01,Press 1,A,120',
      '2024-01-01,Press 2,Total care,30',
      '2024-01-01,Total,A,99',
    ]);
    const { preview } = await inspectFile(path);
    expect(preview).toMatchObject({ accepted: 3, rejected: 0, notes: {} });
  });
});

describe('columns beside each other that are records', () => {
  it('become rows, with their names as dates', async () => {
    const path = fileOf(['line,2024-01-01,2024-01-02,2024-01-03', 'Press 1,10,,30', 'Press 2,40,50,-']);
    const { profile, header, findings, preview } = await inspectFile(path);
    expect(header).toEqual(['line', 'Date', 'Quantity']);
    expect(findings[0]).toMatchObject({ part: 'unpivot', confidence: 'sure', seen: { kind: 'dates', columns: 3 } });
    expect(preview).toMatchObject({
      accepted: 4,
      rejected: 0,
      fileColumns: ['line', '2024-01-01', '2024-01-02', '2024-01-03'],
    });
    expect((await recordsOf(path, profile)).rows).toEqual([
      [DAY, 'Press 1', 10],
      [DAY + 2, 'Press 1', 30],
      [DAY, 'Press 2', 40],
      [DAY + 1, 'Press 2', 50],
    ]);
  });

  it('become rows by months beside a year, and totals of them are left out', async () => {
    const path = fileOf([
      'Year,Line,Jan,Feb,Mar,Total',
      '2024,Press 1,10,20,30,60',
      '2024,Press 2,1,2,3,6',
      ',Total,11,22,33,66',
    ]);
    const { profile, preview } = await inspectFile(path);
    expect(preview.notes.total).toEqual({ count: 1, lines: [4] });
    expect(profile.fields.productionDate).toEqual({ columns: ['Year', 'Month'], join: ' ' });
    const { rows } = await recordsOf(path, profile);
    expect(rows.map(([, , good]) => good)).toEqual([10, 20, 30, 1, 2, 3]);
    expect(rows[1]?.[0]).toBe(DAY + 31);
  });

  it('are not guessed of numbers alone, which may be codes of causes', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1));
    const path = fileOf([['batch', ...numbers].join(), ['A1', ...numbers].join(), ['A2', ...numbers].join()]);
    expect((await inspectFile(path)).profile.shape).not.toHaveProperty('unpivot');
  });

  it('refuse a quantity that stands once beside them, as it would be counted for each', async () => {
    const path = fileOf([
      'date,line,planned,Shift A,Shift B',
      '2024-01-01,Press 1,100,40,50',
      '2024-01-02,Press 1,100,40,50',
    ]);
    const { profile } = await inspectFile(path);
    expect(profile.fields).not.toHaveProperty('plannedQuantity');
    const counted = { ...profile, fields: { ...profile.fields, plannedQuantity: { column: 'planned' } } };
    await expect(previewFile(path, counted)).rejects.toMatchObject({
      code: 'INVALID_PROFILE',
      message: expect.stringContaining("'planned', which stands once"),
    });
  });
});

describe('a second file', () => {
  const lots = [
    'date,line,batch',
    '2024-01-01,Press 1,A1',
    '2024-01-02,Press 1,A2',
    '2024-01-03,Press 1,A3',
    '2024-01-04,Press 1,A4',
  ];
  const made = ['batch;speed;good', 'A2;11;200', 'A1;12;100', 'A3;1;300', 'A3;2;301', 'A1;12;100'];

  it('brings columns along by a key; what finds none is counted, what finds several is set aside', async () => {
    const [path, second] = [fileOf(lots), fileOf(made)];
    const file = { path: second, name: 'second.csv' };
    const { profile, header, preview } = await inspectFile(path, {}, file);
    expect(profile.shape.join).toMatchObject({ on: [{ column: 'batch', other: 'batch' }], bring: ['speed', 'good'] });
    expect(header).toEqual(['date', 'line', 'batch', 'speed', 'good']);
    expect(preview.notes).toEqual({ unmatched: { count: 1, lines: [5] } });
    const read = await recordsOf(path, profile, second);
    expect(read.rows.map(([, , good]) => good)).toEqual([100, 200]);
    expect(read.reasons).toEqual([
      expect.stringMatching(/^lines 4 and 5 of table-\d+\.csv have its key and differ; the first of them stands here$/),
      expect.stringContaining('nothing was measured'),
    ]);
    const first = {
      ...profile,
      shape: { ...profile.shape, join: { ...profile.shape.join, several: 'first' } },
    } as ImportProfile;
    expect((await recordsOf(path, first, second)).rows.map(([, , good]) => good)).toEqual([100, 200, 300]);
    expect((await csvSource(path, 'lots.csv', profile, file)).name).toBe('lots.csv + second.csv');
    await expect(csvSource(path, 'lots.csv', profile)).rejects.toMatchObject({ code: 'INVALID_PROFILE' });
  });

  it('whose lines cannot be read says nothing of what its columns hold', async () => {
    const file = { path: fileOf([...made, 'A4;1']), name: 'second.csv' };
    const { profile, preview } = await inspectFile(fileOf(lots), {}, file);
    expect(profile.fields.goodQuantity).toEqual({ column: 'good' });
    expect(preview.columns.map(({ name, kind }) => [name, kind]).slice(-2)).toEqual([
      ['speed', 'number'],
      ['good', 'number'],
    ]);
  });

  it('is refused in words where no column is like one of the first', async () => {
    const file = { path: fileOf(['a,b', 'x,1', 'y,2']), name: 'other.csv' };
    await expect(inspectFile(fileOf(lots), {}, file)).rejects.toMatchObject({ code: 'INVALID_PROFILE' });
  });
});

it('every word for a total is known as it is written, and no other text is', () => {
  for (const word of totalWords) expect([word, totalLabel(` ${word.toUpperCase()}: `)]).toEqual([word, 'is']);
  expect(['Total Press 1', 'Press 1 total', 'Totalling', 'Press 1', '12.5', ''].map(totalLabel)).toEqual([
    ...['names', 'names', null],
    ...[null, null, null],
  ]);
});

it('A table in any shape, read as it is told or guessed to be, gives the records of the plain table', async () => {
  for (let nth = 0; nth < 60; nth += 1) {
    const random = createRandom(7_000 + nth);
    const { plain, variants } = shapedVariants(random);
    const fields = { productionDate: { column: 'date' }, line: { column: 'line' }, goodQuantity: { column: 'good' } };
    const wanted = (await recordsOf(fileOf(plain), importProfileSchema.parse({ fields }))).rows;
    for (const { title, lines, shape, fields: others, headerLine } of variants) {
      const path = fileOf(lines);
      const profile = importProfileSchema.parse({ fields: others ?? fields, shape, headerLine });
      const told = await recordsOf(path, profile);
      expect({ title, nth, rows: told.rows, reasons: told.reasons }).toEqual({ title, nth, rows: wanted, reasons: [] });
    }
  }
});
