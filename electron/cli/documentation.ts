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

const marks = { begin: '<!-- commands: begin -->', end: '<!-- commands: end -->' };

/** The page with its reference part made anew; what stands around the marks is kept. */
export function withReference(page: string, commands: readonly Command[]): string {
  const [before, rest = ''] = page.split(marks.begin);
  const [, after = ''] = rest.split(marks.end);
  return `${before}${marks.begin}\n\n${commandReference(commands)}\n\n${marks.end}${after}`;
}
