import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Command, OptionDefinition, OptionValues } from './command.ts';

/** Options that every command takes. */
export const commonOptions: Record<string, OptionDefinition> = {
  store: { value: 'DIR', description: 'folder of the store' },
  json: { description: 'write one JSON document to standard output and nothing else' },
  help: { description: 'show this' },
};

export interface ParsedArguments {
  positionals: string[];
  values: OptionValues;
}

/** Reads the arguments that follow a command's name. Throws INVALID_ARGUMENT, saying what the command takes. */
export function parseCommandArguments(command: Command, args: readonly string[]): ParsedArguments {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, ...commonOptions }).map(([name, { value, repeatable }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), multiple: repeatable ?? false },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { positionals, values };
  } catch (error) {
    // Of several sentences the first says what is wrong; one on two lines ends with the first of them.
    const message = error instanceof Error ? error.message.split(/\.? *\n|\. /)[0] : String(error);
    throw usageError(command, `${message}.`);
  }
}

/** A usage error of a command, with the line that shows how it is called. */
export function usageError(command: Pick<Command, 'name' | 'parameters'>, message: string): AppError {
  return new AppError('INVALID_ARGUMENT', `${message} Usage: ${command.name} ${command.parameters}`.trimEnd());
}

/** The text given for an option; undefined when it was not given. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts given for an option that may be repeated. */
export function textOptions(values: OptionValues, name: string): string[] {
  return [values[name] ?? []].flat().map(String);
}

/** The whole number given for an option. Throws INVALID_ARGUMENT when it is none or outside the bounds. */
export function integerOption(values: OptionValues, name: string, { min, max }: { min: number; max: number }) {
  const text = textOption(values, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!/^-?\d+$/.test(text) || number < min || number > max) {
    throw new AppError('INVALID_ARGUMENT', `--${name} takes a whole number from ${min} to ${max}, not '${text}'.`);
  }
  return number;
}

/** Reads a JSON argument: the text itself, @FILE, or - for standard input. Throws INVALID_ARGUMENT. */
export async function readJsonArgument(argument: string): Promise<unknown> {
  const source = argument === '-' ? 'standard input' : argument.startsWith('@') ? argument.slice(1) : 'the argument';
  return parseJson(await readArgument(argument), source);
}

/** Parses JSON that came from `source`. Throws INVALID_ARGUMENT naming it. */
export function parseJson(content: string, source: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new AppError('INVALID_ARGUMENT', `What ${source} holds is not valid JSON (${detail}).`, error);
  }
}

/** Reads a small text file that was named on the command line. Throws INVALID_ARGUMENT when it cannot be read. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError('INVALID_ARGUMENT', `The file '${path}' cannot be read (${detail}). Check its name.`, error);
  }
}

function readArgument(argument: string): Promise<string> | string {
  if (argument === '-') return text(process.stdin);
  return argument.startsWith('@') ? readTextFile(argument.slice(1)) : argument;
}
