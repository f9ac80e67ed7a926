import { expect, it } from 'vitest';
import { readWallTime } from '../schedule/wall-time.ts';
import { fileNameOfRun, questionOfRun, scopeOfRun, viewOfRun } from './report-of-run.ts';

const daily = { by: 'rule' as const, rule: '0 6 * * *' };
const shifts = {
  by: 'shiftEnd' as const,
  shifts: [{ shift: 'Night', endsAt: '06:00', day: 'before' as const }],
  minutesAfter: 30,
};

it('is of the days before the run, or of the shift that ended last', () => {
  expect(scopeOfRun({ range: 'last7days', when: daily }, readWallTime('2026-05-11T06:00'))).toEqual({
    from: '2026-05-04',
    to: '2026-05-10',
    shift: null,
  });
  const ofShift = { from: '2026-05-10', to: '2026-05-10', shift: 'Night' };
  expect(scopeOfRun({ range: 'shift', when: shifts }, readWallTime('2026-05-11T06:30'))).toEqual(ofShift);
  expect(scopeOfRun({ range: 'shift', when: shifts }, readWallTime('2026-05-11T17:12')), 'begun by hand').toEqual(
    ofShift,
  );
});

it('asks by the period that suits the range, in that order, with the shift beside the filters', () => {
  const question = {
    of: 'report' as const,
    query: {
      measures: ['good' as const],
      dimensions: ['time' as const, 'line' as const],
      filters: [{ field: 'item' as const, in: ['A'] }],
      orderBy: [{ field: 'time', direction: 'desc' as const }],
    },
  };
  const asked = questionOfRun(question, { from: '2026-05-10', to: '2026-05-10', shift: 'Night' });
  expect(asked).toMatchObject({
    of: 'report',
    query: {
      dimensions: ['day', 'line'],
      orderBy: [{ field: 'day', direction: 'desc' }],
      filters: [
        { field: 'item', in: ['A'] },
        { field: 'shift', in: ['Night'] },
      ],
    },
  });
  const year = questionOfRun(question, { from: '2025-01-01', to: '2025-12-31', shift: null });
  expect(year).toMatchObject({ query: { dimensions: ['month', 'line'], from: '2025-01-01', to: '2025-12-31' } });
});

it('asks for records with their filters and the text sought', () => {
  const question = { of: 'records' as const, scope: { filters: [], search: 'hinge' } };
  expect(questionOfRun(question, { from: '2026-05-10', to: '2026-05-10', shift: null })).toEqual({
    of: 'records',
    scope: { from: '2026-05-10', to: '2026-05-10', filters: [], search: 'hinge' },
  });
});

it('asks for a whole screen as its address shows it, over the days of the run', () => {
  const question = {
    of: 'screen' as const,
    screen: 'quality' as const,
    params: 'chart=means',
    filters: [{ field: 'line' as const, in: ['Press 1'] }],
  };
  expect(questionOfRun(question, { from: '2026-05-10', to: '2026-05-10', shift: 'Night' })).toEqual({
    of: 'screen',
    screen: 'quality',
    params: 'chart=means',
    scope: {
      range: { from: '2026-05-10', to: '2026-05-10' },
      filters: [...question.filters, { field: 'shift', in: ['Night'] }],
    },
  });
});

it('names the file after the report and its days, fit for every system', () => {
  const name = 'Scrap: press 1/2?';
  expect(fileNameOfRun({ name }, { from: '2026-05-10', to: '2026-05-10', shift: 'Night' })).toBe(
    'Scrap- press 1-2- 2026-05-10 Night',
  );
  expect(fileNameOfRun({ name: '..' }, { from: '2026-05-04', to: '2026-05-10', shift: null })).toBe(
    '2026-05-04 to 2026-05-10',
  );
  expect(fileNameOfRun({ name: 'CON.x' }, { from: '2026-05-10', to: '2026-05-10', shift: '.' })).toBe(
    '_CON.x 2026-05-10',
  );
});

it('keeps the days of a name that is too long for a disk, with room for a number and the ending', () => {
  const long = { name: '불량률'.repeat(26) };
  const name = fileNameOfRun(long, { from: '2026-05-04', to: '2026-05-10', shift: '야간'.repeat(50) });
  expect(name).toMatch(/^불량률.* 2026-05-04 to 2026-05-10 야간/);
  expect(Buffer.byteLength(`${name} (1000).xlsx`)).toBeLessThanOrEqual(255);
});

it('leads back to the view, with the days of the run', () => {
  const view = { screen: 'explore', params: 'm=good&range=last12months' };
  expect(viewOfRun(view, { from: '2026-05-04', to: '2026-05-10', shift: null })).toEqual({
    screen: 'explore',
    params: 'm=good&from=2026-05-04&to=2026-05-10',
  });
});
