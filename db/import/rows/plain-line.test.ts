import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { createRandom, type Random } from '../../sample/random.ts';
import { dumpTables } from '../../testing/dump.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import type { RowSource } from '../row-source.ts';
import { stageRows } from '../stage/stage-rows.ts';
import { createRowMapper } from './map-row.ts';
import { compilePlainLine } from './plain-line.ts';
import { readCsvRows } from './read-rows.ts';
import type { CsvRow, RecordDraft, Rejection } from './record-draft.ts';

const fields: ImportProfileInput['fields'] = {
  productionDate: { column: 'day' },
  startedAt: { column: 'start' },
  endedAt: { column: 'end' },
  line: { column: 'line' },
  operator: { column: 'who' },
  itemCode: { column: 'item' },
  itemName: { column: 'name' },
  unit: { value: 'pieces' },
  lotNumber: { column: 'lot' },
  note: { column: 'note' },
  goodQuantity: { column: 'good' },
  defectQuantity: { column: 'bad', scale: 1 },
  idealCycleSeconds: { column: 'cycle' },
};
const columns = ['day', 'start', 'end', 'line', 'who', 'item', 'name', 'lot', 'note', 'good', 'bad', 'cycle', 'extra'];

/** Cells that are plain, and some of every kind that is not. */
const cells: Record<string, readonly string[]> = {
  day: [
    '2024-01-01',
    '2024-01-02',
    '2024-02-29',
    '2024-02-30',
    ' 2024-03-01',
    '2024-01-01 06:30',
    '2024-01-01T23:59:59',
    '',
    'NA',
  ],
  start: [
    '2024-01-01 06:00:00',
    '2024-01-01 24:00',
    '2024-01-01 6:05',
    '2024-01-02T05:59',
    '2024-01-01 07:61',
    '',
    '2024-01-01',
    '-',
    '2024-01-01 06:00Z',
    '2024-01-01  06:00:01',
    'x 06:00',
  ],
  end: ['2024-01-01 14:00:00', '2024-01-02 22:30', '', '2024-01-01 25:00:00'],
  line: ['Press 1', 'Press 2', 'press 1', '"Press 1"', ' Press 1 ', '라인 3', '', 'NULL', '"Say ""hi"""', '"A,B"'],
  who: ['Kim', '', '"Kim"', 'N/A', "O'Brien"],
  item: ['A-1', 'A-2', '', '"A-1"', 'ｗide', '-'],
  name: ['Seal', 'Seal new', '', '"Seal"', 'NA'],
  lot: [
    'L-1',
    'L-2',
    '"L-1"',
    'L 3 ',
    '\u00a0L-4',
    'lot\u3000',
    '로트',
    '',
    'NA',
    'NAA',
    '"two\nlines"',
    '5" pipe',
    '"open',
  ],
  note: ['', '', '', 'jam', 'é', '"a, b"', '"x" y', '\t', '-'],
  good: [
    '1',
    '480',
    '36814.544',
    '0',
    '0.1234567',
    '-3',
    '1e3',
    '',
    'NA',
    ' 7',
    '1.',
    '.5',
    '99999999999999999',
    '123456789012345',
  ],
  bad: ['0', '2', '1.5', '', 'many', '\\N'],
  cycle: ['1.44', '', '0.333333', '9007199254'],
  extra: ['', 'x', '"q"'],
};

function randomFile(random: Random, rows: number, lineBreak: string): string {
  const line = () => {
    if (random.chance(0.01)) return random.pick(['', ',,,', ',,,,,,,,,,,,', 'too,few', '"']);
    // Mostly the first cells of each list, so that many lines are plain throughout.
    return columns
      .map((name) => (random.chance(0.93) ? cells[name]?.[random.below(2)] : random.pick(cells[name] ?? [])))
      .join(',');
  };
  return (
    [columns.join(','), ...Array.from({ length: rows }, line)].join(lineBreak) + (random.chance(0.5) ? lineBreak : '')
  );
}

/** The same file read the careful way throughout. */
function carefully(source: RowSource, path: string, profile: ReturnType<typeof importProfileSchema.parse>): RowSource {
  return {
    ...source,
    async *read() {
      let map: ReturnType<typeof createRowMapper> | null = null;
      for await (const rows of readCsvRows(path, profile) as AsyncIterable<CsvRow[]>) {
        const drafts: RecordDraft[] = [];
        const rejections: Rejection[] = [];
        for (const row of rows) {
          if (map === null) {
            map = createRowMapper(profile, row);
            continue;
          }
          const mapped = map(row);
          if (mapped.draft) drafts.push(mapped.draft);
          else rejections.push(mapped.rejection);
        }
        yield { drafts, rejections, expectedRows: null };
      }
    },
  };
}

async function imported(text: string, input: ImportProfileInput, way: 'quick' | 'careful') {
  const { store, path, remove } = createStore();
  try {
    const file = join(path, 'plant.csv');
    writeFileSync(file, text);
    const profile = importProfileSchema.parse(input);
    const source = await csvSource(file, 'plant.csv', profile);
    const outcome = await importRows(store, way === 'quick' ? source : carefully(source, file, profile), unwatched);
    const rejects = outcome.rejectsFile === null ? '' : readFileSync(outcome.rejectsFile, 'utf8');
    const tables = dumpTables(store.live, ['import_batches', 'import_profiles', 'partition_months', 'file_info']);
    return { outcome: { ...outcome, rejectsFile: rejects }, tables };
  } finally {
    store.close();
    remove();
  }
}

test.each([
  ['with a date column', {}, '\n'],
  ['with a day that begins at 06:00', { day: { startsAt: '06:00' } }, '\r\n'],
  ['of dates alone', { fields: { ...fields, productionDate: undefined } }, '\n'],
  ['known by name', { fields: { ...fields, itemCode: undefined } }, '\r'],
  [
    'with a format that names the clock',
    { dateFormat: 'YYYY-MM-DD h:mm A', fields: { ...fields, startedAt: undefined, endedAt: undefined } },
    '\n',
  ],
])('the quick way makes the same records of a file %s as the careful way', async (_, rest, lineBreak) => {
  for (const seed of [1, 2, 3]) {
    const text = randomFile(createRandom(seed), 700, lineBreak);
    const given = 'fields' in rest ? rest.fields : fields;
    const input = { ...rest, fields: Object.fromEntries(Object.entries(given).filter(([, source]) => source)) };
    const quick = await imported(text, input as ImportProfileInput, 'quick');
    expect(quick).toEqual(await imported(text, input as ImportProfileInput, 'careful'));
    expect(quick.outcome.inserted).toBeGreaterThan(100);
  }
});

test('most lines of a usual file are read the quick way', async () => {
  const { store, path, remove } = createStore();
  const line = (at: number) =>
    `2024-01-0${1 + (at % 3)},2024-01-01 06:00:${10 + (at % 50)},,Press ${at % 4},Kim,A-1,Seal,L-${at},,${at},0,1.5,`;
  const text = [columns.join(','), ...Array.from({ length: 500 }, (_, at) => line(at))].join('\n');
  const file = join(path, 'plant.csv');
  writeFileSync(file, text);
  let careful = 0;
  const source = await csvSource(file, 'plant.csv', importProfileSchema.parse({ fields }));
  const watched: RowSource = {
    ...source,
    read: (sink) =>
      source.read({
        ...sink,
        row: sink.row,
        dictionary: sink.dictionary,
        accept: () => sink.accept(),
        add: (draft) => {
          careful += 1;
          sink.add(draft);
        },
      }),
  };
  await importRows(store, watched, unwatched, (task, context) => stageRows(watched, task, context));
  expect(store.live.rows('SELECT COUNT(*) FROM records')).toEqual([[500]]);
  expect(careful).toBeLessThan(10);
  store.close();
  remove();
});

test.each([
  ['a column that counts only in some rows', { goodQuantity: { column: 'good', when: { column: 'line', in: ['A'] } } }],
  ['a product of columns', { goodQuantity: { column: 'good', times: 'bad' } }],
  ['columns that are joined', { note: { columns: ['note', 'who'], join: ' ' } }],
  ['a reason', { defectReason: { column: 'note' } }],
])('%s is read the careful way', (_, special) => {
  const profile = importProfileSchema.parse({ fields: { ...fields, ...special } });
  expect(compilePlainLine(profile, columns, {} as Parameters<typeof compilePlainLine>[2])).toBeNull();
});
