import { expect, test } from 'vitest';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PlainCommand } from './command.ts';
import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

function commandThat(run: PlainCommand['run']): PlainCommand {
  const options = { size: { value: 'N', description: 'how large' } };
  return { name: 'try', parameters: '[--size N]', summary: 'Tries something.', store: 'none', options, run };
}

const works = commandThat(async ({ positionals, values, note }) => {
  note('a note');
  return { json: { positionals, size: values.size }, text: 'tried' };
});

async function run(line: string, table: Parameters<typeof runCommandLine>[0] = [works]) {
  const out: string[] = [];
  const err: string[] = [];
  const args = line === '' ? [] : line.split(' ');
  const code = await runCommandLine(table, args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out, err };
}

test('with --json standard output holds one document, and notes go to standard error', async () => {
  const { code, out, err } = await run('try this --size 3 --json');
  expect({ code, err }).toEqual({ code: 0, err: ['a note'] });
  expect(out.map((text) => JSON.parse(text))).toEqual([{ positionals: ['this'], size: '3' }]);
});

test('without --json a person reads text', async () => {
  expect(await run('try')).toMatchObject({ code: 0, out: ['tried'] });
});

test.each(['', 'nonsense', 'try --colour red', 'try --size', 'try --size -5', '--store DIR try'])(
  "'%s' is wrong usage: exit 2, one sentence, nothing on standard output",
  async (line) => {
    const { code, out, err } = await run(line);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err).toHaveLength(1);
    if (line !== '') expect(err[0]).not.toMatch(/\n|\.\./);
  },
);

test('a failure with --json is a document too, and exits with 1', async () => {
  const fails = commandThat(() => Promise.reject(new AppError('DISK_FULL', 'The disk is full. Nothing was imported.')));
  const { code, out, err } = await run('try --json', [fails]);
  expect(code).toBe(1);
  expect(err).toEqual(['The disk is full. Nothing was imported.']);
  expect(out.map((text) => JSON.parse(text))).toEqual([
    { error: { code: 'DISK_FULL', message: 'The disk is full. Nothing was imported.' } },
  ]);
});

test('an error of usage that shows while running exits with 2', async () => {
  const fails = commandThat(() => Promise.reject(new AppError('INVALID_QUERY', 'No.')));
  expect((await run('try', [fails])).code).toBe(2);
});

test('a command that works on a store asks for it', async () => {
  const { code, err } = await run('status', commands);
  expect(code).toBe(2);
  expect(err[0]).toContain('--store DIR');
});

test('help is no error, for all commands and for each', async () => {
  expect((await run('--help', commands)).out[0]).toContain('maintain');
  for (const { name } of commands) {
    const { code, out } = await run(`${name} --help`, commands);
    expect(code).toBe(0);
    expect(out[0]).toContain(`-- ${name}`);
  }
});

test('help with --json is a document too', async () => {
  for (const line of ['--help --json', 'try --help --json']) {
    const { code, out } = await run(line);
    expect({ code, documents: out.length }).toEqual({ code: 0, documents: 1 });
    expect(JSON.parse(out[0] ?? '').help).toContain('Usage:');
  }
});
