import { setTimeout as wait } from 'node:timers/promises';
import type { WatchedFile } from '../../../shared/contract/watched.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { appVersion } from '../../browser/app-version.ts';
import { createService, type Service } from '../../service/service.ts';
import { usageError } from '../arguments.ts';
import type { FolderCommand, Invocation } from '../command.ts';
import { createLocalClient } from '../local-client.ts';

const LOOK_EVERY_MS = 500;

export const watch: FolderCommand = {
  name: 'watch',
  parameters: '[--once]',
  summary:
    'Imports what comes into the watched folders, and does what is scheduled, until Ctrl+C; one line for each file. With --json each line is a document.',
  store: 'folder',
  options: {
    once: { description: 'end when every file that is there is imported or has failed; exit code 1 where one failed' },
  },
  async run(invocation) {
    if (invocation.positionals.length > 0) throw usageError(watch, `'${invocation.positionals[0]}' is not understood.`);
    const once = invocation.values.once === true;
    const service = await createService({
      storeFolder: invocation.storeFolder,
      appVersion: appVersion(),
      access: 'own',
      keepsSchedule: !once,
    });
    try {
      await (once ? watchOnce(service, invocation) : watchOn(service, invocation));
    } finally {
      await service.close();
    }
  },
};

type Asked = Invocation & { json: boolean };

/** Stays until it is asked to end. */
async function watchOn(service: Service, invocation: Asked): Promise<void> {
  const stop = tell(service, invocation);
  const { folders } = await createLocalClient(service.router).watched.list();
  invocation.note(
    folders.length === 0
      ? 'No folder is watched yet; add one with `watched add DIR`, now or later.'
      : `Watching ${folders.map(({ path }) => path).join(', ')}. Ctrl+C ends it.`,
  );
  const alive = setInterval(() => {}, 60_000); // what looks at the folders keeps no program alive
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  clearInterval(alive);
  stop();
}

/** Goes on until nothing is waiting any more. */
async function watchOnce(service: Service, invocation: Asked): Promise<void> {
  const failed: string[] = [];
  const stop = tell(service, invocation, ({ state, file }) => state === 'failed' && failed.push(file));
  const client = createLocalClient(service.router);
  for (;;) {
    await service.watched.look();
    const { folders, trouble } = await client.watched.list();
    if (trouble !== null) throw new AppError('STORE_UNUSABLE', trouble);
    if (folders.every(({ waiting, trouble: own }) => waiting === 0 || own !== null)) break;
    await wait(LOOK_EVERY_MS);
  }
  stop();
  if (failed.length > 0) {
    throw new AppError(
      'FILE_UNREADABLE',
      `Not imported: ${failed.join(', ')}. \`watched log\` tells why; they lie in failed.`,
    );
  }
}

/** Says what came of each file on standard output, and what cannot be done on standard error. */
function tell(service: Service, { json, note }: Asked, onFile: (file: WatchedFile) => unknown = () => {}): () => void {
  return service.watched.follow((told) => {
    if (typeof told === 'string') return note(told);
    onFile(told);
    const { settledAt, file, state, message, batchId, folder, liesAt } = told;
    const line = json
      ? JSON.stringify({ settledAt, folder, file, state, message, batchId, liesAt })
      : `${settledAt?.slice(0, 19).replace('T', ' ')}  ${file}  ${state}: ${message}`;
    process.stdout.write(`${line}\n`);
  });
}
