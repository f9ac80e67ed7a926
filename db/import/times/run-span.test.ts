import { expect, test } from 'vitest';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import { guessProfile } from '../guess/guess-profile.ts';
import { sniffColumns } from '../guess/sniff.ts';
import { findAmbiguities } from '../questions/ambiguities.ts';
import { createRowMapper } from '../rows/map-row.ts';

const header = ['Date', 'Product', 'Start', 'End'];
const rows = [
  ['2024-08-29', 'CO-600', '11:50', '14:05'],
  ['2024-08-29', 'CO-2L', '22:55', '00:10'],
  ['2024-08-30', 'CO-2L', '08:00', ''],
].map((cells, at) => ({ line: at + 2, cells }));

test('where a file has a start and an end and nothing else, the time between them is guessed to be run time, and asked about', () => {
  const profile = guessProfile(header, rows);
  expect(profile.dates).toEqual({ runIs: 'startToEnd' });
  const cells = rows.map((row) => row.cells);
  const questions = findAmbiguities(profile, header, cells, sniffColumns(header, cells, ','), '');
  expect(questions).toMatchObject([{ field: 'runIs', choices: ['startToEnd', 'nothing'] }]);
});

test('a run that crosses midnight has its minutes; without an end a row has measured nothing', () => {
  const map = createRowMapper(guessProfile(header, rows), { line: 1, cells: header });
  expect(rows.map(map)).toMatchObject([
    { draft: { runMinutes: 135_000_000 } },
    { draft: { runMinutes: 75_000_000 } },
    { rejection: { reason: 'nothing was measured: no quantity and no minutes are given' } },
  ]);
});

test('with a quantity beside it, nobody said what the time is', () => {
  const withGood = rows.map(({ line, cells }) => ({ line, cells: [...cells, '12'] }));
  expect(guessProfile([...header, 'Good'], withGood).dates).toEqual({});
});

test('an end before its start fails the row', () => {
  const profile = importProfileSchema.parse({
    dateFormat: 'YYYY-MM-DD HH:mm',
    dates: { runIs: 'startToEnd' },
    fields: { line: { column: 'Line' }, startedAt: { column: 'Start' }, endedAt: { column: 'End' } },
  });
  const map = createRowMapper(profile, { line: 1, cells: ['Line', 'Start', 'End'] });
  expect(map({ line: 2, cells: ['Press 1', '2024-08-29 10:00', '2024-08-29 09:00'] })).toMatchObject({
    rejection: { reason: expect.stringMatching('end') },
  });
});
