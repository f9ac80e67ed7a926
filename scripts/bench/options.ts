import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../run-process.ts';
import { type QuestionName, questionNames } from './questions.ts';

/** The part that is no question. */
export const IMPORT = 'import';

export interface BenchOptions {
  records: number;
  rounds: number;
  asked: QuestionName[];
  withImport: boolean;
  json: boolean;
  write: boolean;
  folder: string;
}

const FEWEST_RECORDS = 10_000;

export const usage = `npm run bench [-- options]
  --records N       records of the plant (default: 1000000; the whole story: 10000000)
  --rounds N        how often each question has its turn (default: 5)
  --only NAME,...   these alone: ${IMPORT}, ${questionNames.join(', ')}
  --dir DIR         where stores are built and found again (default: node_modules/.cache/bench)
  --json            one JSON document on standard output
  --write           write docs/benchmarks.md; not with --only
`;

/** Reads the options. Throws RangeError in words. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? [IMPORT, ...questionNames];
  const unknown = names.find((name) => name !== IMPORT && !isQuestion(name));
  if (unknown !== undefined) throw new RangeError(`--only does not know '${unknown}'.`);
  if (values.write && values.only !== undefined) throw new RangeError('--write needs all questions, so no --only.');
  return {
    records: wholeNumber('--records', values.records, FEWEST_RECORDS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    asked: names.filter(isQuestion),
    withImport: names.includes(IMPORT),
    json: values.json,
    write: values.write,
    folder: values.dir === undefined ? join(root, 'node_modules', '.cache', 'bench') : resolve(values.dir),
  };
}

function isQuestion(name: string): name is QuestionName {
  return (questionNames as string[]).includes(name);
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new RangeError(`${option} takes a whole number from ${least} up, not '${text}'.`);
  }
  return number;
}
