import type { Random } from '../../db/sample/random.ts';

/** Ways in which a store can fail whoever relies on it, by what the table calls them. */
export const faultKinds = {
  lost: 'records that were acknowledged and are gone, there twice, or there by half',
  wrong:
    'a number that is not that of the records, without a word of warning; a check that misses what it claims to find; a rest that nobody clears',
  untold: 'trouble that is not told in words with a code',
  crashed: 'a process that ended by itself, hung, or could not be started again without a person',
} as const;
export type FaultKind = keyof typeof faultKinds;

/** What came of trying one case many times. */
export class Tally {
  tried = 0;
  readonly faults: Record<FaultKind, number> = { lost: 0, wrong: 0, untold: 0, crashed: 0 };
  /** What else came of it, counted by its name. */
  readonly came = new Map<string, number>();
  /** A sentence for each of the first faults. */
  readonly examples: string[] = [];

  count(name: string, times = 1): void {
    this.came.set(name, (this.came.get(name) ?? 0) + times);
  }

  fault(kind: FaultKind, example: string): void {
    this.faults[kind]++;
    if (this.examples.length < MOST_EXAMPLES) this.examples.push(`${kind}: ${example}`);
  }

  get sound(): boolean {
    return Object.values(this.faults).every((faults) => faults === 0);
  }
}

const MOST_EXAMPLES = 20;

export interface Try {
  /** How often to try. */
  tries: number;
  /** How long to go on, for what goes by time. */
  minutes: number;
  random: Random;
  /** A folder of its own, removed afterwards. */
  scratch: string;
}

/** One thing that is done to a store. */
export interface FaultCase {
  group: FaultGroup;
  name: string;
  /** How much of the count of its group falls to it; 0 for one that is tried a few times, whatever the count. */
  weight: number;
  /** Tries in the short form. */
  short: number;
  run(how: Try, tally: Tally): Promise<void>;
}

/** The parts of the suite, with what each does. */
export const faultGroups = {
  kills:
    'ended by SIGKILL: at a moment of which the job tells, at a random one, or as it enters a random system call that changes a file',
  'full-disk':
    'the disk is filled before or during the job, with a random number of blocks left; afterwards there is room again',
  'every-write': 'the disk is full from one of its writes on: from each in turn, or as many spread evenly over all',
  'disk-errors': 'one system call of the job that changes a file fails: an error of the disk, no room, no permission',
  damage:
    'one bit is turned, a page is zeroed or the file is cut short, its size and time as they were where that is possible',
  refusals: 'files that are gone, locked or may not be written, and two instances at once',
  beside: 'who reads for long beside a writer, and threads that die',
  files:
    'files of every kind that came to harm (bits, blocks, ends, other files in them), guessed, read twice and imported',
  'mixed-load': 'everything at once, for half an hour',
} as const;
export type FaultGroup = keyof typeof faultGroups;
