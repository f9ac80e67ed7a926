import { expect, it } from 'vitest';
import { reportScheduleSchema } from '../../../shared/contract/report-schedules.ts';
import { afterShifts, everyMorning, questionOf, screenQuestion, withWhen } from './draft.ts';

const query = {
  measures: ['good' as const, 'yield' as const],
  dimensions: ['month' as const, 'line' as const],
  from: '2025-01-01',
  to: '2025-12-31',
  filters: [{ field: 'item' as const, in: ['A'] }],
  orderBy: [{ field: 'month', direction: 'desc' as const }],
};

it('leaves the dates out, and the period that only suited them', () => {
  expect(questionOf({ query }, { screen: 'explore', params: 'by=time,line' })).toEqual({
    of: 'report',
    query: {
      measures: ['good', 'yield'],
      dimensions: ['time', 'line'],
      filters: [{ field: 'item', in: ['A'] }],
      orderBy: [{ field: 'time', direction: 'desc' }],
    },
  });
});

it('keeps a period that was chosen by name', () => {
  expect(questionOf({ query }, { screen: 'explore', params: 'by=month,line' })).toMatchObject({
    query: { dimensions: ['month', 'line'], orderBy: [{ field: 'month', direction: 'desc' }] },
  });
});

it('keeps what it is compared with', () => {
  const comparison = { with: 'dates' as const, dates: 'year' as const };
  expect(questionOf({ query, comparison }, { screen: 'explore', params: 'by=month,line' })).toMatchObject({
    comparison,
  });
});

it('makes something that the service takes, whatever the time', () => {
  const daily = {
    id: crypto.randomUUID(),
    name: 'Scrap',
    question: questionOf({ query }, { screen: 'explore', params: '' }),
    view: { screen: 'explore', params: '' },
    range: 'lastMonth' as const,
    format: 'csv' as const,
    folder: '/reports',
    when: everyMorning,
    wording: { language: 'en' as const, locale: 'en-GB' },
    isOn: true,
  };
  const known = [{ shift: 'Night', endsAt: '06:00', day: 'before' as const }];
  const shifts = withWhen(daily, afterShifts(known));
  expect(shifts.range).toBe('shift');
  expect(reportScheduleSchema.parse(shifts)).toEqual(shifts);
  const again = withWhen(shifts, everyMorning);
  expect(again.range).toBe('yesterday');
  expect(reportScheduleSchema.parse(again)).toEqual(again);
});

it('keeps what is chosen on a whole screen, but not its dates, and its filters beside it', () => {
  const filters = [{ field: 'line' as const, in: ['Press 1'] }];
  const params = new URLSearchParams('range=thisYear&view=yield&f.line=Press+1&grain=week');
  expect(screenQuestion('overview', params, filters)).toEqual({
    of: 'screen',
    screen: 'overview',
    params: 'view=yield&grain=week',
    filters,
  });
});
