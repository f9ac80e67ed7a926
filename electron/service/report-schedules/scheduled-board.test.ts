import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { runReport } from '../../../db/engine/answers/run-report.ts';
import { pdfPages } from '../../../db/testing/pdf-text.ts';
import { viewOfPdf } from '../../../db/testing/pdf-view.ts';
import { sampleEngine } from '../../../db/testing/sample-engine.ts';
import type { Dashboard } from '../../../shared/contract/dashboards.ts';
import type { ReportSchedule } from '../../../shared/contract/report-schedules.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { tileWords } from '../../../shared/text/tiles.ts';
import { DashboardsFile } from '../dashboards/dashboards-file.ts';
import { JobRunner } from '../job-runner.ts';
import { ViewsFile } from '../views/views-file.ts';
import { openReportSchedules } from './open-report-schedules.ts';

const sample = sampleEngine({ records: 400, from: '2024-05-01', to: '2024-05-10', seed: 6 });

const board: Dashboard = {
  id: 'shift-meeting',
  revision: 0,
  name: 'Shift meeting',
  tiles: [
    {
      id: 'made',
      title: null,
      content: { of: 'explore', params: 'm=good&by=', form: 'number' },
      range: null,
      filters: null,
      place: { x: 0, y: 0, width: 3, height: 3 },
    },
  ],
};

/** The reports of the sample's store by a clock that is moved by hand. */
function openedAt(now: () => number, dashboards: DashboardsFile) {
  const { engine } = sample;
  return openReportSchedules(
    { engine, clock: { now, elapsed: now, zone: () => 'UTC' }, log: pino({ level: 'silent' }) },
    {
      jobs: new JobRunner(
        () => {},
        async () => {},
      ),
      profiles: { list: async () => [] },
      views: new ViewsFile(engine.folder.views, () => {}),
      dashboards,
      onTold: () => {},
    },
  );
}

test('a dashboard is written after each shift by the clock, of the shift that ended, once, into its folder', async () => {
  const { engine } = sample;
  const dashboards = new DashboardsFile(engine.folder.dashboards, () => {});
  await dashboards.save(board);
  let now = Date.parse('2024-05-08T12:00:00Z');
  const reports = openedAt(() => now, dashboards);
  const folder = join(engine.folder.root, 'to the office');
  mkdirSync(folder);
  const schedule: ReportSchedule = {
    id: crypto.randomUUID(),
    name: 'Shift meeting',
    question: { of: 'board', id: board.id, filters: [] },
    view: { screen: 'dashboards', params: '' },
    range: 'shift',
    format: 'pdf',
    folder,
    when: { by: 'shiftEnd', shifts: [{ shift: 'Early', endsAt: '14:00', day: 'same' }], minutesAfter: 30 },
    wording: { language: 'en', locale: 'en-GB' },
    isOn: true,
  };
  await reports.save(schedule);
  expect(await reports.work.due()).toEqual([]);

  now = Date.parse('2024-05-08T14:31:00Z');
  const due = await reports.work.due();
  expect(due).toHaveLength(1);
  await due[0]?.run(() => false);
  expect(await reports.work.due()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['Shift meeting 2024-05-08 Early.pdf']);

  const query = parseReportQuery({
    measures: ['good'],
    from: '2024-05-08',
    to: '2024-05-08',
    filters: [{ field: 'shift', in: ['Early'] }],
  });
  const { answer } = await runReport(engine, query);
  const good = Number(answer.rows[0]?.[0]);
  expect(good).toBeGreaterThan(0);
  const text = pdfPages(readFileSync(join(folder, 'Shift meeting 2024-05-08 Early.pdf'))).join('');
  expect(text).toContain(createFormat('en-GB').number(good, Number.isInteger(good) || good >= 10_000 ? 0 : 1));
  expect(text).toContain('Shift: Early');
  const { history } = await reports.list(() => null);
  expect(history[0]).toMatchObject({ state: 'written', from: '2024-05-08', to: '2024-05-08' });
});

test('a whole screen is written by the clock over the days of the run, and its file opens that screen over them', async () => {
  const { engine } = sample;
  const now = Date.parse('2024-05-09T06:00:00Z');
  const reports = openedAt(() => now, new DashboardsFile(engine.folder.dashboards, () => {}));
  const folder = join(engine.folder.root, 'of the whole');
  mkdirSync(folder);
  const filters = [{ field: 'shift' as const, in: ['Early'] }];
  const schedule: ReportSchedule = {
    id: crypto.randomUUID(),
    name: 'The line yesterday',
    question: { of: 'screen', screen: 'overview', params: 'view=yield', filters },
    view: { screen: 'overview', params: 'view=yield' },
    range: 'yesterday',
    format: 'pdf',
    folder,
    when: { by: 'rule', rule: '0 6 * * *' },
    wording: { language: 'en', locale: 'en-GB' },
    isOn: false,
  };
  await reports.save(schedule);
  await reports.run(schedule.id);
  await expect.poll(() => readdirSync(folder)).toEqual(['The line yesterday 2024-05-08.pdf']);
  const file = readFileSync(join(folder, 'The line yesterday 2024-05-08.pdf'));
  const text = pdfPages(file).join('');
  for (const form of Object.values(tileWords.en.forms.overview)) expect(text).toContain(form);
  expect(text).toContain('Shift: Early');
  expect(viewOfPdf(file)).toEqual({
    screen: 'overview',
    params: 'view=yield&from=2024-05-08&to=2024-05-08&f.shift=Early',
  });
});
