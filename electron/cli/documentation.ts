import type { Command } from './command.ts';
import { optionLines, usageLine } from './help.ts';

/** The reference part of docs/cli.md, made from the table of commands. */
export function commandReference(commands: readonly Command[]): string {
  return commands
    .map((command) =>
      [
        `### ${command.name}`,
        '',
        command.summary,
        '',
        '```',
        usageLine(command),
        '```',
        '',
        '| option | meaning |',
        '|---|---|',
        ...optionLines(command).map(
          ([option, description]) => `| \`${option.replaceAll('|', '\\|')}\` | ${description} |`,
        ),
      ].join('\n'),
    )
    .join('\n\n');
}
