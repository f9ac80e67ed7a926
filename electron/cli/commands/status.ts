import { basename } from 'node:path';
import { explainWords } from '../../../shared/text/explain.ts';
import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { describeSize } from '../health-text.ts';
import { formatBytes, formatNumber, formatTable } from '../table.ts';

export const status: StoreCommand = {
  name: 'status',
  parameters: '',
  summary:
    'Shows the files of the store with their dates, records and sizes, how it grows and how long the disk is enough, and the versions in use.',
  store: 'read',
  options: {},
  async run({ positionals, client }) {
    if (positionals.length > 0) throw usageError(status, `'${positionals[0]}' is not understood.`);
    const [store, health] = await Promise.all([client.store.status(), client.health.get()]);
    const table = formatTable(
      [
        { title: 'file', align: 'left' },
        { title: 'from', align: 'left' },
        { title: 'to', align: 'left' },
        { title: 'records', align: 'right' },
        { title: 'size', align: 'right' },
        { title: 'free', align: 'right' },
      ],
      store.partitions.map((partition) => [
        basename(partition.file),
        partition.firstDate,
        partition.lastDate,
        formatNumber(partition.records),
        formatBytes(partition.bytes),
        formatBytes(partition.freeBytes),
      ]),
    );
    const versions = `Throughline ${store.appVersion}, schema ${store.schemaVersion}, SQLite ${store.sqliteVersion}`;
    const warnings = store.partitions.flatMap(({ name, setAside, flaws }) => [
      ...(setAside === null ? [] : [`${name} is set aside. ${setAside}`]),
      ...flaws.map((flaw) => `${name} is ${explainWords.en.partition(flaw)}`),
    ]);
    const { logBytes, freeDiskBytes, growthBytesADay } = health.store;
    return {
      json: { ...store, logBytes, freeDiskBytes, growthBytesADay },
      text: [`${store.folder}\n${versions}\n\n${table}\n\n${describeSize(health.store)}`, ...warnings].join('\n'),
    };
  },
};
