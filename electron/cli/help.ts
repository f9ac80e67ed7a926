import { commonOptions } from './arguments.ts';
import type { Command } from './command.ts';

const call = 'npm run -s cli --';

/** The overview of all commands. */
export function helpForAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    `Usage: ${call} COMMAND --store DIR [--json]`,
    '',
    ...lines,
    '',
    `${call} COMMAND --help tells what a command takes.`,
    'Exit code: 0 done, 1 failed, 2 wrong usage. With --json standard output holds one JSON document and nothing else.',
  ].join('\n');
}

/** What one command takes. */
export function helpForCommand(command: Command): string {
  return [
    `Usage: ${call} ${usageLine(command)}`,
    '',
    command.summary,
    '',
    ...optionLines(command).map(([option, description]) => `  ${option}\n      ${description}`),
  ].join('\n');
}

/** The name of a command with all it takes, as in 'undo BATCH --store DIR [--json]'. */
export function usageLine({ name, parameters, store }: Command): string {
  return [name, parameters, store === 'none' ? '' : '--store DIR', '[--json]'].filter((part) => part !== '').join(' ');
}

/** Each option of a command with its description. */
export function optionLines(command: Command): [option: string, description: string][] {
  return Object.entries({ ...command.options, ...commonOptions })
    .filter(([name]) => name !== 'store' || command.store !== 'none')
    .map(([name, { value, description }]) => [value ? `--${name} ${value}` : `--${name}`, description]);
}
