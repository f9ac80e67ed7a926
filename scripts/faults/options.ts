import { parseArgs } from 'node:util';
import { cases } from './cases.ts';
import { type FaultCase, type FaultGroup, faultGroups } from './fault.ts';

export interface FaultOptions {
  chosen: FaultCase[];
  /** Tries of each group together. */
  count: number;
  /** Of what goes by time. */
  minutes: number;
  seed: number;
  write: boolean;
}

const groupNames = Object.keys(faultGroups) as FaultGroup[];

export const usage = `npm run faults [-- options]
  --only NAME,...  these alone: ${groupNames.join(', ')}, or a case such as 'kills/archive'
  --count N        so many tries in each group, shared among its cases (default: 1000)
  --minutes N      so long for what goes by time, the mixed load (default: 30)
  --seed N         other moments and places (default: 1)
  --write          writes the tables into docs/faults.md; of whole groups
`;

/** Reads the options. Throws RangeError in words. */
export function readOptions(args: readonly string[]): FaultOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      count: { type: 'string', default: '1000' },
      minutes: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.write && values.only?.includes('/')) throw new RangeError('--write takes whole groups, no single cases.');
  return {
    chosen: chosenBy(values.only),
    count: wholeNumber('--count', values.count),
    minutes: wholeNumber('--minutes', values.minutes),
    seed: wholeNumber('--seed', values.seed),
    write: values.write,
  };
}

function chosenBy(only: string | undefined): FaultCase[] {
  if (only === undefined) return [...cases];
  const names = only.split(',');
  const isNamed = ({ group, name }: FaultCase, by: string) => by === group || by === `${group}/${name}`;
  const unknown = names.find((by) => !cases.some((each) => isNamed(each, by)));
  if (unknown !== undefined) throw new RangeError(`--only does not know '${unknown}'.`);
  return cases.filter((each) => names.some((by) => isNamed(each, by)));
}

/** The share of the count that falls to a case; at least one try. */
export function triesOf(each: FaultCase, { chosen, count }: Pick<FaultOptions, 'chosen' | 'count'>): number {
  if (each.weight === 0) return Math.min(count, TIMES_WITHOUT_SHARE);
  const group = chosen.filter(({ group }) => group === each.group);
  const weights = group.reduce((sum, { weight }) => sum + weight, 0);
  return Math.max(1, Math.ceil((count * each.weight) / weights));
}

const TIMES_WITHOUT_SHARE = 5;

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new RangeError(`${option} takes a whole number from 1 up, not '${text}'.`);
  }
  return number;
}
