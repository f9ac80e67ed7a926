import { copyFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { KeptProfile } from '../../../shared/contract/profiles.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { readTextFile, textOption, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { formatNumber, formatTable } from '../table.ts';

export const profiles: StoreCommand = {
  name: 'profiles',
  parameters:
    '[list | add FILE.json | export PROFILE --to FILE.json | rename PROFILE NAME | copy PROFILE NAME | remove PROFILE]',
  summary:
    'Shows how files of each kind are read, or changes what is kept of it. PROFILE is a name, or the number that the list gives.',
  store: 'any',
  options: {
    to: { value: 'FILE.json', description: 'with `export`: where to write the profile' },
    'instead-of': { value: 'PROFILE', description: 'with `add`: the profile whose place it takes' },
    beside: { description: 'with `add`: keep it beside others for the same headings' },
  },
  async run(invocation) {
    const [action = 'list', ...rest] = invocation.positionals;
    const run = actions.get(action);
    if (!run) throw usageError(profiles, `'${action}' is not understood.`);
    const found = await run(invocation, rest);
    return 'json' in found ? found : shown(await invocation.client.profiles.list());
  },
};

/** Nothing of its own to say where it ends with the list. */
type Action = (invocation: StoreInvocation, rest: string[]) => Promise<Outcome | Record<never, never>>;

const actions = new Map<string, Action>([
  ['list', async (_, rest) => only(rest, 0) && {}],
  ['add', add],
  [
    'export',
    async (invocation, rest) => {
      const to = textOption(invocation.values, 'to');
      if (to === undefined) throw usageError(profiles, 'Into which file? Give --to FILE.json.');
      const [name] = only(rest, 1);
      const { id } = await find(invocation, name);
      const { downloadId } = await invocation.client.profiles.export({ id });
      await copyFile(invocation.service.downloads.get(downloadId).path, resolve(to)).catch((error: unknown) => {
        throw new AppError(
          'INVALID_ARGUMENT',
          `${to} cannot be written. Nothing was exported; name another file.`,
          error,
        );
      });
      return { json: { file: to }, text: `The profile is in ${to}.` };
    },
  ],
  ['rename', (invocation, rest) => withName(invocation, rest, (input) => invocation.client.profiles.rename(input))],
  ['copy', (invocation, rest) => withName(invocation, rest, (input) => invocation.client.profiles.copy(input))],
  [
    'remove',
    async (invocation, rest) => {
      const [name] = only(rest, 1);
      return invocation.client.profiles.remove({ id: (await find(invocation, name)).id }).then(() => ({}));
    },
  ],
]);

async function add(invocation: StoreInvocation, rest: string[]): Promise<Outcome | Record<never, never>> {
  const { client, values } = invocation;
  const [file = ''] = only(rest, 1);
  const instead = textOption(values, 'instead-of');
  const insteadOf = instead === undefined ? undefined : (await find(invocation, instead)).id;
  const content = await readTextFile(file);
  const added = await client.profiles.add({ content, insteadOf, beside: values.beside === true });
  if (added.outcome === 'added') return {};
  const others = added.others.map(({ id, name }) => (name === '' ? String(id) : `'${name}'`)).join(', ');
  throw new AppError(
    'INVALID_ARGUMENT',
    `There are profiles for the same headings: ${others}. Nothing was changed; say --instead-of one of them, or --beside.`,
  );
}

async function withName(
  invocation: StoreInvocation,
  rest: string[],
  change: (input: { id: number; name: string }) => Promise<unknown>,
): Promise<Record<never, never>> {
  const [which, name = ''] = only(rest, 2);
  await change({ id: (await find(invocation, which)).id, name });
  return {};
}

function only(rest: string[], count: number): string[] {
  if (rest.length > count) throw usageError(profiles, `'${rest[count]}' is not understood.`);
  if (rest.length < count) throw usageError(profiles, count === 1 ? 'Which one?' : 'Which one, and under which name?');
  return rest;
}

/** A profile by its number or its name. Throws NOT_FOUND, or INVALID_ARGUMENT where several have the name. */
async function find({ client }: StoreInvocation, which: string | undefined): Promise<KeptProfile> {
  const all = await client.profiles.list();
  const byNumber = all.find(({ id }) => String(id) === which);
  const named = all.filter(({ name }) => name === which);
  if (named.length > 1) {
    const numbers = named.map(({ id }) => id).join(', ');
    throw new AppError(
      'INVALID_ARGUMENT',
      `Several profiles are called '${which}'; say which by its number: ${numbers}.`,
    );
  }
  const found = named[0] ?? byNumber;
  if (found) return found;
  throw new AppError('NOT_FOUND', `There is no profile '${which}'. Nothing was changed.`);
}

function shown(kept: readonly KeptProfile[]): Outcome {
  const table = formatTable(
    [
      { title: 'number', align: 'right' },
      { title: 'name', align: 'left' },
      { title: 'imports', align: 'right' },
      { title: 'last used', align: 'left' },
      { title: 'headings', align: 'left' },
    ],
    kept.map(({ id, name, imports, usedAt, headings }) => [
      String(id),
      name || null,
      formatNumber(imports),
      usedAt?.slice(0, 10) ?? null,
      shorten(headings.join(', ')),
    ]),
  );
  return {
    json: { profiles: kept },
    text: kept.length === 0 ? 'No profile is kept yet: each import keeps its own.' : table,
  };
}

const WIDEST = 60;

function shorten(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
