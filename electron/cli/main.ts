import { commands } from './commands/index.ts';
import { runCommandLine } from './run-command-line.ts';

// A reader that has seen enough, such as head, is no failure.
process.stdout.on('error', () => process.exit());

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
