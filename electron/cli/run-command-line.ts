import { resolve } from 'node:path';
import { AppError, errorCodes, isAppError } from '../../shared/lib/app-error.ts';
import { parseCommandArguments, textOption, usageError } from './arguments.ts';
import type { Command, Invocation, Outcome, StoreCommand } from './command.ts';
import { helpForAll, helpForCommand } from './help.ts';
import { openStore } from './open-store.ts';

const exitCodes = { failed: 1, usage: 2, held: 3 } as const;

export interface Streams {
  out: (text: string) => void;
  err: (text: string) => void;
}

/**
 * Runs one command line and returns its exit code: 0 done, 1 failed, 2 wrong usage, 3 held for a
 * decision. 1. With --json standard output
 * gets exactly one document, the outcome or `{ "error": { code, message } }`. 2. An error is one sentence on standard
 * error in either case.
 */
export async function runCommandLine(
  commands: readonly Command[],
  args: readonly string[],
  { out, err }: Streams,
): Promise<number> {
  const json = args.includes('--json');
  try {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === 'help') {
      if (name === undefined) err(helpForAll(commands));
      else out(helpText(helpForAll(commands), json));
      return name === undefined ? 2 : 0;
    }
    const command = commands.find((candidate) => candidate.name === name);
    if (!command) {
      const known = commands.map((candidate) => candidate.name).join(', ');
      const fault = name.startsWith('-') ? 'The command comes first' : `'${name}' is not a command`;
      throw new AppError('INVALID_ARGUMENT', `${fault}; known are ${known}.`);
    }
    const { positionals, values } = parseCommandArguments(command, rest);
    if (values.help) {
      out(helpText(helpForCommand(command), json));
      return 0;
    }
    const outcome = await runCommand(command, { positionals, values, note: err }, json);
    if (outcome) out(json ? JSON.stringify(outcome.json) : outcome.text);
    return 0;
  } catch (error) {
    const { code, message, details } = describeFailure(error);
    err(message);
    if (json) out(JSON.stringify({ error: { code, message, ...parsed(details) } }));
    return exitCodes[errorCodes[code]];
  }
}

/** Details are JSON, each by itself. */
function parsed(details: AppError['details']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(details).map(([name, json]) => [name, JSON.parse(json)]));
}

function helpText(help: string, json: boolean): string {
  return json ? JSON.stringify({ help }) : help;
}

async function runCommand(command: Command, invocation: Invocation, json: boolean): Promise<Outcome | null> {
  if (command.store === 'none') return command.run(invocation);
  const store = textOption(invocation.values, 'store');
  if (!store) throw usageError(command, 'Which store? Give --store DIR.');
  if (command.store === 'closed') return command.run({ ...invocation, storeFolder: resolve(store) });
  if (command.store !== 'folder') return runOnStore(command, invocation, resolve(store));
  await command.run({ ...invocation, storeFolder: resolve(store), json });
  return null;
}

async function runOnStore(command: StoreCommand, invocation: Invocation, storeFolder: string): Promise<Outcome> {
  const { service, client } = await openStore(storeFolder, command.store);
  try {
    return await command.run({ ...invocation, service, client });
  } finally {
    await service.close();
  }
}

function describeFailure(error: unknown): Pick<AppError, 'code' | 'message' | 'details'> {
  if (isAppError(error)) return error;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'UNEXPECTED', message: `Something went wrong that should not: ${detail}`, details: {} };
}
