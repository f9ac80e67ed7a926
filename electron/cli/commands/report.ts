import type { StoreIndex } from '../../../shared/contract/indexes.ts';
import type { Job, StoreStatus } from '../../../shared/contract/schemas.ts';
import { type Settings, settingDefinitions, settingNames } from '../../../shared/contract/settings.ts';
import { indexWords } from '../../../shared/text/indexes.ts';
import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { describeHealth, inLocalTime, section } from '../health-text.ts';
import { indexTable } from '../index-table.ts';
import { formatNumber, formatTable } from '../table.ts';

const JOBS_TOLD = 20;

export const report: StoreCommand = {
  name: 'report',
  parameters: '',
  summary: 'Puts all that is known of the program and the store together, for a ticket or a monthly review.',
  store: 'read',
  options: {},
  async run({ positionals, client }) {
    if (positionals.length > 0) throw usageError(report, `'${positionals[0]}' is not understood.`);
    const [health, status, settings, indexes, jobs] = await Promise.all([
      client.health.get(),
      client.store.status(),
      client.settings.get(),
      client.indexes.list(),
      client.jobs.list(),
    ]);
    const lastJobs = jobs.slice(0, JOBS_TOLD);
    const versions = { app: status.appVersion, schema: status.schemaVersion, sqlite: status.sqliteVersion };
    const text = [
      describeStore(status, health.at),
      describeHealth(health),
      section('Indexes', describeIndexes(indexes.indexes)),
      section('Latest jobs', describeJobs(lastJobs)),
      section('Settings', describeSettings(settings)),
    ].join('\n\n');
    return { json: { at: health.at, versions, status, settings, health, indexes, jobs: lastJobs }, text };
  },
};

function describeStore(status: StoreStatus, at: string): string {
  const { folder, appVersion, schemaVersion, sqliteVersion, records, firstDate, lastDate, partitions } = status;
  const days = firstDate === null ? '' : `, ${firstDate} to ${lastDate}`;
  return [
    `Throughline ${appVersion} at ${inLocalTime(at)}`,
    `${folder}: ${formatNumber(records)} records in ${formatNumber(partitions.length)} ${partitions.length === 1 ? 'file' : 'files'}${days}`,
    `Schema ${schemaVersion}, SQLite ${sqliteVersion}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
  ].join('\n');
}

function describeIndexes(indexes: readonly StoreIndex[]): string {
  const findings = indexes.flatMap(({ name, findings: found }) =>
    found.map((finding) => `${name}: ${indexWords.en.finding(finding, inLocalTime)}`),
  );
  return [indexTable(indexes), ...findings].join('\n');
}

function describeJobs(jobs: readonly Job[]): string {
  if (jobs.length === 0) return 'None.';
  return formatTable(
    [
      { title: 'ended', align: 'left' },
      { title: 'job', align: 'left' },
      { title: 'state', align: 'left' },
      { title: 'outcome', align: 'left' },
    ],
    jobs.map(({ finishedAt, kind, state, message }) => [finishedAt && inLocalTime(finishedAt), kind, state, message]),
  );
}

function describeSettings(settings: Settings): string {
  return formatTable(
    [
      { title: 'setting', align: 'left' },
      { title: 'value', align: 'right' },
      { title: 'unit', align: 'left' },
      { title: 'by default', align: 'right' },
    ],
    settingNames.map((name) => {
      const { unit, byDefault } = settingDefinitions[name];
      return [name, formatNumber(settings[name]), unit, formatNumber(byDefault)];
    }),
  );
}
