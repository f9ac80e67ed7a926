import { resolve } from 'node:path';
import type { Watched, WatchedFolder } from '../../../shared/contract/watched.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { textOption, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { formatNumber, formatTable } from '../table.ts';

export const watched: StoreCommand = {
  name: 'watched',
  parameters: '[list | log | add DIR | set DIR | on DIR | off DIR | remove DIR] [--pattern PATTERN] [--profile NAME]',
  summary:
    'Shows which folders are watched and what came of their files, or changes them, also beside an open window. Their files are imported while the window or `watch` is open.',
  store: 'any',
  options: {
    pattern: {
      value: 'PATTERN',
      description: 'names that are looked at, with * and ?, several set apart by semicolons (default: *)',
    },
    profile: {
      value: 'NAME',
      description:
        'the profile by which all files of the folder are read (default: that of their headings); "" for none',
    },
  },
  async run(invocation) {
    const [action = 'list', ...rest] = invocation.positionals;
    const run = actions.get(action);
    if (!run) throw usageError(watched, `'${action}' is not understood.`);
    return run(invocation, rest);
  },
};

type Action = (invocation: StoreInvocation, rest: string[]) => Promise<Outcome>;

const actions = new Map<string, Action>([
  ['list', async ({ client }, rest) => none(rest) && folders(await client.watched.list())],
  ['log', async ({ client }, rest) => none(rest) && log(await client.watched.list())],
  [
    'add',
    async ({ client, values }, rest) => {
      const { pattern = '*', profile = null } = chosen(values);
      return folders(await client.watched.add({ path: folderOf(rest), pattern, profile, isOn: true }));
    },
  ],
  ['set', (invocation, rest) => change(invocation, rest, chosen(invocation.values))],
  ['on', (invocation, rest) => change(invocation, rest, { isOn: true })],
  ['off', (invocation, rest) => change(invocation, rest, { isOn: false })],
  [
    'remove',
    async (invocation, rest) => {
      const { id } = await find(invocation, folderOf(rest));
      return folders(await invocation.client.watched.remove({ id }));
    },
  ],
]);

type Change = { pattern?: string; profile?: string | null; isOn?: boolean };

async function change(invocation: StoreInvocation, rest: string[], changes: Change): Promise<Outcome> {
  const { id } = await find(invocation, folderOf(rest));
  return folders(await invocation.client.watched.change({ id, ...changes }));
}

function chosen(values: StoreInvocation['values']): Change {
  const pattern = textOption(values, 'pattern');
  const profile = textOption(values, 'profile');
  return { ...(pattern !== undefined && { pattern }), ...(profile !== undefined && { profile: profile || null }) };
}

function none(rest: string[]): true {
  if (rest.length > 0) throw usageError(watched, `'${rest[0]}' is not understood.`);
  return true;
}

function folderOf([folder, ...more]: string[]): string {
  if (folder === undefined || more.length > 0) throw usageError(watched, 'Which folder?');
  return resolve(folder);
}

async function find({ client }: StoreInvocation, path: string): Promise<WatchedFolder> {
  const found = (await client.watched.list()).folders.find((folder) => folder.path === path);
  if (found) return found;
  throw new AppError('NOT_FOUND', `${path} is not watched. Nothing was changed.`);
}

function folders(all: Watched): Outcome {
  const table = formatTable(
    ['folder', 'names', 'profile', 'state'].map((title) => ({ title, align: 'left' })),
    all.folders.map(({ path, pattern, profile, isOn, trouble }) => [
      path,
      pattern,
      profile,
      isOn ? (trouble ?? 'on') : 'off',
    ]),
  );
  const failed = all.failed.length === 0 ? '' : `\n\n${formatNumber(all.failed.length)} failed and wait to be seen to.`;
  return { json: all, text: all.folders.length === 0 ? 'No folder is watched.' : `${table}${failed}` };
}

function log(all: Watched): Outcome {
  const table = formatTable(
    [
      { title: 'time', align: 'left' },
      { title: 'file', align: 'left' },
      { title: 'result', align: 'left' },
      { title: 'import', align: 'right' },
      { title: 'what happened', align: 'left' },
    ],
    all.files.map(({ settledAt, file, state, batchId, message }) => [
      settledAt?.slice(0, 19).replace('T', ' ') ?? null,
      file,
      state,
      batchId === null ? null : String(batchId),
      message,
    ]),
  );
  return { json: { files: all.files }, text: all.files.length === 0 ? 'No file has come yet.' : table };
}
