import { expect, test } from 'vitest';
import { findingsOf } from './findings.ts';

type Looked = Parameters<typeof findingsOf>[0][number];

const SINCE = '2026-01-01T00:00:00.000Z';
const NOW = new Date('2026-03-01T00:00:00.000Z');
const use = { shape: 's', times: 1, lastAt: SINCE };
const index = (name: string, columns: string[], more: Partial<Looked> = {}): Looked => ({
  name,
  table: 'records',
  columns,
  where: null,
  origin: 'advised',
  serves: null,
  usedBy: [use],
  missing: [],
  createdAt: null,
  ...more,
});
const findings = (...indexes: Looked[]) => findingsOf(indexes, SINCE, NOW);

test('an index by the same, and one that begins another, are told; what the program needs is not', () => {
  expect(findings(index('a', ['line_id', 'lot_number']), index('b', ['line_id']), index('c', ['lot_number']))).toEqual([
    [],
    [{ code: 'beginning', other: 'a' }],
    [],
  ]);
  expect(
    findings(index('a', ['line_id'], { origin: 'built-in' }), index('b', ['line_id'], { origin: 'other' })),
  ).toEqual([[], [{ code: 'same', other: 'a' }]]);
});

test('indexes of other tables, and of other rows, are no overlap', () => {
  const of = (more: Partial<Looked>) => index('b', ['line_id'], more);
  expect(findings(index('a', ['line_id']), of({ table: 'items' }), of({ where: 'line_id > 1' }))).toEqual([[], [], []]);
});

test.each<[string, Partial<Looked>, unknown[]]>([
  ['no question went by it', { usedBy: [] }, [{ code: 'unused', since: SINCE }]],
  ['a question went by it', { usedBy: [use] }, []],
  ['imports need it', { usedBy: [], serves: 'imports' }, []],
  ['it is there for too short a time', { usedBy: [], createdAt: '2026-02-01T00:00:00.000Z' }, []],
  [
    'it was made before the record began',
    { usedBy: [], createdAt: '2025-01-01T00:00:00.000Z' },
    [{ code: 'unused', since: SINCE }],
  ],
])('whether it is used: %s', (_, more, expected) =>
  expect(findings(index('a', ['line_id'], more))).toEqual([expected]),
);

test('files without it are told', () => {
  expect(findings(index('a', ['line_id'], { missing: ['archive_2021'] }))).toEqual([
    [{ code: 'missing', partitions: ['archive_2021'] }],
  ]);
});
