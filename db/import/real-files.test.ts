import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../shared/import/encodings.ts';
import { type FileChoice, importProfileSchema } from '../../shared/import/profile.ts';
import { inspectFile } from './inspect.ts';
import { columnTotals } from './rows/column-totals.ts';
import { assertProfileComplete, createRowMapper } from './rows/map-row.ts';
import { readCsvRows } from './rows/read-rows.ts';
import type { RecordDraft } from './rows/record-draft.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const missing = !existsSync(data);
if (missing) process.stderr.write('skipped: the real plant exports are not beside this checkout (../shared/data)\n');

const garments = `${data}garments/garments_worker_productivity.csv`;
const machineLog = `${data}sme-machine-log/company_A_labelled_subset.csv`;
const lots = `${data}pharma-lots/Laboratory.csv`;
const biodiesel = `${data}anp-biodiesel/producao-biodiesel-m3-2005-2021.csv`;
const biodiesel2022 = `${data}anp-biodiesel/producao-biodiesel-m3-2022.csv`;

function profileNamed(name: string) {
  return importProfileSchema.parse(JSON.parse(readFileSync(`${root}examples/profiles/${name}.json`, 'utf8')));
}

async function readAll(path: string, profileName: string, choice: FileChoice = {}) {
  const profile = { ...profileNamed(profileName), ...choice };
  assertProfileComplete(profile);
  const drafts: RecordDraft[] = [];
  const reasons: string[] = [];
  let map: ReturnType<typeof createRowMapper> | null = null;
  for await (const batch of readCsvRows(path, profile)) {
    for (const row of batch) {
      if (map === null) {
        map = createRowMapper(profile, row);
        continue;
      }
      const { draft, rejection } = map(row);
      if (draft) drafts.push(draft);
      else reasons.push(rejection.reason);
    }
  }
  return { drafts, reasons };
}

/** Sum in millionths, exactly. */
function sum(drafts: RecordDraft[], field: 'plannedQuantity' | 'goodQuantity' | 'downMinutes'): bigint {
  return drafts.reduce((total, draft) => total + BigInt(draft[field] ?? 0), 0n);
}

describe.skipIf(missing)('the example profiles on real exports', () => {
  it('read the daily output of a sewing factory', async () => {
    const { drafts, reasons } = await readAll(garments, 'garments');
    expect(reasons).toEqual([]);
    expect(drafts).toHaveLength(1_197);
    expect(new Set(drafts.map((draft) => draft.day)).size).toBe(59);
    expect(sum(drafts, 'downMinutes')).toBe(874_000_000n);
    // 'finishing ' and 'finishing' are one department: two departments of twelve teams.
    expect(new Set(drafts.map((draft) => draft.line)).size).toBe(24);
  });

  it('read a machine log with offsets and integers written as fractions', async () => {
    const { drafts, reasons } = await readAll(machineLog, 'sme-machine-log');
    expect(reasons).toEqual([]);
    expect(drafts).toHaveLength(14_492);
    expect(sum(drafts, 'goodQuantity')).toBe(40_067_000_000n);
    expect(drafts.filter((draft) => draft.downtimes.length > 0)).toHaveLength(202);
  });

  it('read lots by Slovenian months and multiply size by yield', async () => {
    const { drafts, reasons } = await readAll(lots, 'pharma-lots');
    expect(reasons).toEqual([]);
    expect(drafts).toHaveLength(1_005);
    expect(sum(drafts, 'plannedQuantity')).toBe(1_064_586_000_000_000n);
    expect(sum(drafts, 'goodQuantity')).toBe(1_047_938_375_500_000n);
  });

  it('read monthly output with decimal commas and Portuguese months', async () => {
    const { drafts, reasons } = await readAll(biodiesel, 'anp-biodiesel-2005-2021');
    expect(reasons).toEqual([]);
    expect(drafts).toHaveLength(19_890);
    expect((Number(sum(drafts, 'goodQuantity')) / 1e6).toFixed(2)).toBe('53823812.04');
    expect(new Set(drafts.map((draft) => draft.line)).size).toBe(96);
    const later = await readAll(biodiesel2022, 'anp-biodiesel-2022');
    expect(later.reasons).toEqual([]);
    expect(later.drafts).toHaveLength(30);
    expect(sum(later.drafts, 'goodQuantity')).toBe(2_969_959_711_000n);
  });

  it('add up columns that no record holds', async () => {
    const { rows, columns } = await columnTotals(garments, profileNamed('garments'));
    const total = (name: string) => columns.find((column) => column.name === name);
    expect(rows).toBe(1_197);
    expect(total('over_time')?.sum).toBe('5467250');
    expect(total('idle_time')?.sum).toBe('874');
    expect(total('wip')?.blank).toBe(506);
    expect(total('date')?.distinct).toBe(59);
  });
});

describe.skipIf(missing)('what is guessed of real exports', () => {
  it.each([
    {
      name: 'garments',
      file: garments,
      fields: { productionDate: 'date', line: 'team', downMinutes: 'idle_time' },
      format: 'M/D/YYYY',
    },
    {
      name: 'sme-machine-log',
      file: machineLog,
      fields: { productionDate: 'ts', startedAt: 'ts', line: 'asset', itemCode: 'product', goodQuantity: 'items' },
      format: 'YYYY-MM-DD HH:mm:ssZ',
      // Its stamps are in UTC; taken so, as proposed, the totals are those of the file.
      asked: ['timeZone'],
    },
    {
      name: 'pharma-lots',
      file: lots,
      fields: { productionDate: 'start', itemCode: 'code', lotNumber: 'batch', plannedQuantity: 'size' },
      format: 'MMM.YY',
      asked: ['yield'],
    },
    {
      name: 'anp-biodiesel 2005-2021',
      file: biodiesel,
      fields: { site: 'UNIDADE DA FEDERAÇÃO', line: 'PRODUTOR', itemCode: 'PRODUTO', goodQuantity: 'PRODUÇÃO' },
      format: 'YYYY MMM',
    },
    {
      name: 'anp-biodiesel 2022',
      file: biodiesel2022,
      fields: { line: 'GRANDE REGIÃO', goodQuantity: 'PRODUÇÃO' },
      format: 'YYYY MMM',
    },
  ])('maps the columns of $name that have a meaning', async ({ file, fields, format, asked = [] }) => {
    const { profile, preview } = await inspectFile(file);
    for (const [field, column] of Object.entries(fields)) {
      expect(profile.fields).toHaveProperty(field, { column });
    }
    expect(profile.dateFormat).toBe(format);
    expect(preview.rejected).toBe(0);
    expect(preview.accepted).toBeGreaterThan(0);
    expect(preview.rows.length).toBeLessThanOrEqual(50);
    expect(preview.ambiguities.map(({ field }) => field)).toEqual(asked);
  });

  it('takes the good quantity of lots for their size times the yield of the batch', async () => {
    expect((await inspectFile(lots)).profile.fields.goodQuantity).toEqual({
      column: 'size',
      scale: -2,
      times: 'batch_yield',
    });
  });

  it('finds the decimal comma and the language of the months', async () => {
    expect((await inspectFile(biodiesel)).profile).toMatchObject({
      delimiter: ';',
      decimalMark: ',',
      thousandsMark: '',
      monthNames: 'pt',
      fields: { productionDate: { columns: ['ANO', 'MÊS'], join: ' ' } },
    });
    expect((await inspectFile(lots)).profile.monthNames).toBe('sl');
  });
});

/** Letters that the file itself spoilt once have no place in the encoding of a country. */
const copies: [string, string, Encoding[]][] = [
  [biodiesel, 'anp-biodiesel-2005-2021', ['utf-16le', 'utf-16be', 'windows-1252']],
  [biodiesel2022, 'anp-biodiesel-2022', ['utf-16le', 'windows-1252']],
  [lots, 'pharma-lots', ['utf-16le', 'windows-1252']],
  [garments, 'garments', ['utf-16be', 'cp949']],
];

describe.skipIf(missing)('copies of real exports in other encodings, compressed', () => {
  it.each(
    copies.flatMap(([path, profile, encodings]) => encodings.map((encoding) => [path, profile, encoding] as const)),
  )('give the same records: %s by %s in %s', async (path, profile, encoding) => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-copies-'));
    try {
      const copy = join(folder, 'copy.gz');
      const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      writeFileSync(copy, gzipSync(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') })));
      const found = await inspectFile(copy);
      // Where a file holds ASCII alone, it is UTF-8 as well.
      expect(iconv.encode(text, encoding).equals(Buffer.from(text)) ? 'utf-8' : encoding).toBe(found.profile.encoding);
      const { drafts, reasons } = await readAll(copy, profile, { encoding: found.profile.encoding });
      expect({ drafts, reasons }).toEqual(await readAll(path, profile));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
