import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { previewSchema } from '../../shared/contract/schemas.ts';
import { inspectFile, previewFile } from './inspect.ts';

const folder = mkdtempSync(join(tmpdir(), 'inspect-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string): string {
  const path = join(folder, 'export.csv');
  writeFileSync(path, content);
  return path;
}

const small = 'production_date,line,good_quantity\n2025-01-31,L1,5\n2025-02-30,L1,6\n';

describe('a look at a file', () => {
  it('shows what each row becomes, or why it is set aside', async () => {
    const { header, fingerprint, profile, preview } = await inspectFile(fileOf(small));
    expect(header).toEqual(['production_date', 'line', 'good_quantity']);
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(profile.dateFormat).toBe('YYYY-MM-DD');
    expect(previewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ accepted: 1, rejected: 1, ambiguities: [] });
    expect(preview.rows).toEqual([
      {
        line: 2,
        cells: ['2025-01-31', 'L1', '5'],
        record: { productionDate: '2025-01-31', line: 'L1', goodQuantity: '5' },
        reason: null,
        skipped: null,
      },
      {
        line: 3,
        cells: ['2025-02-30', 'L1', '6'],
        record: null,
        reason: expect.stringContaining("'2025-02-30'"),
        skipped: null,
      },
    ]);
  });

  it('shows instants and reasons as text', async () => {
    const path = fileOf('date,start,line,good,scratch\n2025-01-31,2025-01-31 06:00,L1,5,2\n');
    const { profile } = await inspectFile(path);
    const withReasons = { ...profile, defectColumns: [{ column: 'scratch', reason: 'Scratch' }] };
    expect((await previewFile(path, withReasons)).rows[0]?.record).toMatchObject({
      startedAt: '2025-01-31 06:00:00',
      defectQuantity: '2',
      defectReason: 'Scratch: 2',
    });
  });

  it('shows fifty rows and counts the first thousand', async () => {
    const { preview } = await inspectFile(fileOf(`date,line,good\n${'2025-01-31,L1,5\n'.repeat(3_000)}`));
    expect(preview.rows).toHaveLength(50);
    expect(preview.accepted).toBe(1_000);
  });

  it('asks when dates read both ways, and says which reading is chosen', async () => {
    const { profile, preview } = await inspectFile(fileOf('date,line,good\n1/2/2025,L1,5\n3/4/2025,L1,6\n'));
    expect(preview.ambiguities).toHaveLength(1);
    expect(preview.ambiguities[0]).toMatchObject({ field: 'dateFormat', choices: ['M/D/YYYY', 'D/M/YYYY'] });
    expect(preview.ambiguities[0]?.message).toContain('M/D/YYYY or as D/M/YYYY');
    expect(profile.dateFormat).toBe('M/D/YYYY');
    const other = await previewFile(join(folder, 'export.csv'), { ...profile, dateFormat: 'D/M/YYYY' });
    expect(other.rows[0]?.record?.productionDate).toBe('2025-02-01');
    expect(other.ambiguities[0]?.choices).toEqual(['D/M/YYYY', 'M/D/YYYY']);
  });

  it('asks when 1.234 can be a fraction or a thousand, and each answer reads it so', async () => {
    const path = fileOf('date;line;good\n2025-01-31;L1;1.234\n');
    const { profile, preview } = await inspectFile(path);
    expect(preview.ambiguities).toMatchObject([{ field: 'thousandsMark', choices: ['.', ','] }]);
    expect(preview.ambiguities[0]?.message).toContain('read as a whole number (1234)');
    expect(preview.rows[0]?.record?.goodQuantity).toBe('1234');
    const fraction = await previewFile(path, { ...profile, decimalMark: '.', thousandsMark: ',' });
    expect(fraction.rows[0]?.record?.goodQuantity).toBe('1.234');
    expect(fraction.ambiguities).toMatchObject([{ field: 'thousandsMark', choices: [',', '.'] }]);
  });

  it('takes a slip in a number for no unit, and sets its row aside', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `2025-01-31,L1,${at + 1}`);
    for (const slip of ['12O', '12l', '1l0']) {
      const { profile, preview } = await inspectFile(
        fileOf(['date,line,good', ...rows, `2025-01-31,L1,${slip}`].join('\n')),
      );
      expect([slip, profile.columns, preview.accepted, preview.rejected]).toEqual([slip, {}, 30, 1]);
    }
  });

  it('does not ask about numbers that no field reads', async () => {
    const { preview } = await inspectFile(fileOf('date,line,good,weight\n2025-01-31,L1,5,1.234\n'));
    expect(preview.ambiguities).toEqual([]);
  });

  it('shows rows set aside, not an error, while the mapping is incomplete', async () => {
    const { preview } = await inspectFile(fileOf('city,mayor\nGraz,N.N.\n'));
    expect(preview).toMatchObject({ accepted: 0, rejected: 1 });
    expect(preview.rows[0]?.reason).toBe('Production date: no column is chosen for it');
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['of one column', 'good\n1\n2\n', /single column/],
    ['that is empty', '', /is empty/],
    ['of more columns than any table has', `a${','.repeat(100_000)}\n1,2\n`, /100001 cells.*at most/],
    ['whose header opens a quote for good', 'date,"line,good\n2025-01-31,L1,5\n', /header in line 1.*never closed/],
  ])('is refused in words: %s', async (_name, content, message) => {
    await expect(inspectFile(fileOf(content))).rejects.toMatchObject({
      code: 'FILE_NOT_TABULAR',
      message: expect.stringMatching(message),
    });
  });

  it('is refused when the profile reads a column it lacks', async () => {
    const { profile } = await inspectFile(fileOf(small));
    const other = fileOf('date,line\n2025-01-31,L1\n');
    await expect(previewFile(other, profile)).rejects.toMatchObject({
      code: 'INVALID_PROFILE',
      message: expect.stringContaining("It has: 'date', 'line'"),
    });
  });
});

it('lines above the headings are no rows, and lines are still those of the file', async () => {
  const path = fileOf('Daily output\nprinted 2025-02-01\n\ndate,line,good\n2025-01-31,L1,5\nTotal,,5\n');
  const { profile, header, preview } = await inspectFile(path);
  expect([profile.headerLine, header]).toEqual([4, ['date', 'line', 'good']]);
  expect(preview.rows.map(({ line }) => line)).toEqual([5, 6]);
  expect([preview.accepted, preview.rejected]).toEqual([1, 0]);
  expect(preview.notes).toEqual({ total: { count: 1, lines: [6] } });
  expect((await inspectFile(path, { headerLine: 5 })).header[0]).toBe('2025-01-31');
});
