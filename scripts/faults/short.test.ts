import { describe, expect, test } from 'vitest';
import { cases } from './cases.ts';
import { faultGroups } from './fault.ts';
import { tryCase } from './run-cases.ts';

/** The whole suite is `npm run faults`; this tries a few of each kind, the same ones every time. */
const SEED = 20_261_121;
const short = cases.filter((each) => each.short > 0);

// The mixed load has a short form of its own.
const groups = Object.keys(faultGroups).filter((group) => short.some((each) => each.group === group));

describe.each(groups)('A store that meets %s', (group) => {
  test.each(short.filter((each) => each.group === group))(
    'loses nothing, says what is true and starts again by itself: $name',
    async (each) => {
      const tally = await tryCase(each, { tries: each.short, seed: SEED });
      expect(tally.examples).toEqual([]);
      expect(tally.tried + tally.came.size).toBeGreaterThan(0);
    },
  );
});
