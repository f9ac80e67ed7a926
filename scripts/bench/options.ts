import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../run-process.ts';
import { type QuestionName, questionNames } from './questions.ts';

/** The parts that are no question. */
export const IMPORT = 'import';
export const START = 'start';
export const RECORDING = 'recording';
export const WINDOW = 'window';
const partNames = [IMPORT, START, RECORDING, WINDOW];

export interface BenchOptions {
  records: number;
  rounds: number;
  budgetMs: number;
  asked: QuestionName[];
  withCold: boolean;
  withImport: boolean;
  withStart: boolean;
  withRecording: boolean;
  withWindow: boolean;
  withGrowth: boolean;
  withBesideImport: boolean;
  json: boolean;
  write: boolean;
  folder: string;
}

const FEWEST_RECORDS = 10_000;
const MS_A_SECOND = 1_000;

export const usage = `npm run bench [-- options]
  --records N       records of the plant (default: 1000000; the whole story: 10000000)
  --rounds N        how often each question has its turn (default: 5)
  --budget S        seconds that a question may take of one peer; a slow one has fewer rounds (default: 20)
  --only NAME,...   these alone: ${partNames.join(', ')}, ${questionNames.join(', ')}
  --warm            leaves out the cold rounds, each question in a process of its own
  --growth          asks the program with a tenth, a third and all of the records too
  --beside-import   asks the program while it imports 200000 rows, too
  --dir DIR         where stores are built and found again (default: node_modules/.cache/bench)
  --json            one JSON document on standard output
  --write           measures everything and writes docs/benchmarks.md; not with --only or --warm
`;

/** Reads the options. Throws RangeError in words. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      records: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '5' },
      budget: { type: 'string', default: '20' },
      only: { type: 'string' },
      warm: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      'beside-import': { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const names = values.only?.split(',') ?? [...partNames, ...questionNames];
  const unknown = names.find((name) => !partNames.includes(name) && !isQuestion(name));
  if (unknown !== undefined) throw new RangeError(`--only does not know '${unknown}'.`);
  if (values.write && (values.only !== undefined || values.warm)) {
    throw new RangeError('--write measures everything, so no --only and no --warm.');
  }
  return {
    records: wholeNumber('--records', values.records, FEWEST_RECORDS),
    rounds: wholeNumber('--rounds', values.rounds, 1),
    budgetMs: wholeNumber('--budget', values.budget, 1) * MS_A_SECOND,
    asked: names.filter(isQuestion),
    withCold: !values.warm,
    withImport: names.includes(IMPORT),
    withStart: names.includes(START),
    withRecording: names.includes(RECORDING),
    withWindow: names.includes(WINDOW),
    withGrowth: values.growth || values.write,
    withBesideImport: values['beside-import'] || values.write,
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
