import { describe, expect, test } from 'vitest';
import { type LossStep, lossesOf, minuteDecimals, type OeeParts } from './losses.ts';

/** The golden case: 480 planned, 420 run, one minute of ideal cycle, 400 made, 380 of them good. */
const golden: OeeParts = {
  planned: 480,
  run: 420,
  availability: 420 / 480,
  performance: 400 / 420,
  quality: 380 / 400,
  downtimes: [
    { reason: 'Changeover', minutes: 35 },
    { reason: null, minutes: 5 },
    { reason: 'Breakdown', minutes: 15 },
  ],
};
const options = { decimals: 0, reasons: 8 };

const names = (steps: readonly LossStep[]) =>
  steps.map((step) => {
    if (step.kind === 'level') return `${step.level} ${step.minutes}`;
    return `${step.loss === 'downtime' ? step.reason : step.loss} ${step.minutes}`;
  });

describe('the golden case', () => {
  test('goes from 480 planned minutes to 380 fully productive ones', () => {
    expect(names(lossesOf(golden, options))).toEqual([
      'planned 480',
      'Changeover 35',
      'Breakdown 15',
      'null 5',
      'unexplained 5',
      'run 420',
      'speed 20',
      'net 400',
      'quality 20',
      'productive 380',
    ]);
  });

  test('ends at planned time x OEE', () => {
    const last = lossesOf(golden, { ...options, decimals: 2 }).at(-1);
    expect(last?.minutes).toBe(380);
    expect((last?.minutes ?? 0) / 480).toBeCloseTo(0.7917, 4);
  });
});

test('many reasons stand by name as far as there is room, the others together', () => {
  const downtimes = ['a', 'b', 'c', 'd'].map((reason, at) => ({ reason, minutes: 20 - at }));
  const few = names(lossesOf({ ...golden, downtimes }, { ...options, reasons: 2 }));
  expect(few.slice(1, 4)).toEqual(['a 20', 'b 19', 'otherReasons 35']);
  // One more than there is room for takes the room of 'others'.
  expect(names(lossesOf({ ...golden, downtimes }, { ...options, reasons: 3 }))).toContain('d 17');
});

test('a line faster than its ideal cycle gains time, which is neither capped nor hidden', () => {
  const steps = lossesOf({ ...golden, performance: 1.1 }, options);
  expect(names(steps).slice(-4)).toEqual(['speed -42', 'net 462', 'quality 23', 'productive 439']);
});

test('run time and downtime beyond what was planned are told as less than nothing unexplained', () => {
  const steps = lossesOf({ ...golden, downtimes: [{ reason: 'Breakdown', minutes: 100 }] }, options);
  expect(names(steps).slice(0, 4)).toEqual(['planned 480', 'Breakdown 100', 'unexplained -40', 'run 420']);
});

describe('where inputs are missing', () => {
  test('no planned minutes: it begins with run time, and no downtime can be taken from anything', () => {
    const steps = lossesOf({ ...golden, planned: null, availability: null }, options);
    expect(names(steps)).toEqual(['run 420', 'speed 20', 'net 400', 'quality 20', 'productive 380']);
  });

  test('no ideal cycle: it ends with run time', () => {
    expect(names(lossesOf({ ...golden, performance: null }, options)).at(-1)).toBe('run 420');
  });

  test('neither planned nor run minutes: nothing', () => {
    expect(lossesOf({ ...golden, planned: null, availability: null, run: null }, options)).toEqual([]);
  });

  test('nothing made: all of the run time is lost to speed, none to quality', () => {
    const steps = lossesOf({ ...golden, performance: 0, quality: null }, options);
    expect(names(steps).slice(-3)).toEqual(['speed 420', 'net 0', 'productive 0']);
  });
});

test('whatever is recorded, the losses add up exactly and each begins where the one before ends', () => {
  const random = randomFrom(7);
  for (let round = 0; round < 300; round++) {
    const decimals = Math.floor(random() * 3);
    const downtimes = Array.from({ length: Math.floor(random() * 14) }, (_, at) => ({
      reason: at === 5 ? null : `reason ${at}`,
      minutes: random() * 10 ** Math.floor(random() * 6),
    }));
    const parts: OeeParts = {
      planned: random() * 10 ** Math.floor(random() * 8),
      run: 1,
      availability: random() * 1.1,
      performance: random() * 1.3,
      quality: random(),
      downtimes,
    };
    const steps = lossesOf(parts, { decimals, reasons: Math.floor(random() * 10) });
    const inDigits = (minutes: number) => BigInt(Math.round(minutes * 10 ** decimals));
    let height: bigint | null = null;
    for (const step of steps) {
      if (step.kind === 'level') {
        expect(height ?? inDigits(step.minutes)).toBe(inDigits(step.minutes));
        height = inDigits(step.minutes);
      } else {
        expect(inDigits(step.from)).toBe(height);
        height = (height ?? 0n) - inDigits(step.minutes);
        expect(inDigits(step.to)).toBe(height);
      }
    }
    const { planned, availability, performance, quality } = parts;
    const productive = (planned ?? 0) * (availability ?? 0) * (performance ?? 0) * (quality ?? 0);
    expect(Math.abs((steps.at(-1)?.minutes ?? 0) - productive)).toBeLessThanOrEqual(0.51 / 10 ** decimals);
  }
});

test('minutes have a decimal only where one is recorded', () => {
  expect(minuteDecimals([480, null, 420])).toBe(0);
  expect(minuteDecimals([480, 0.5])).toBe(1);
  // What a quotient and a product leave of a whole number counts as whole.
  expect(minuteDecimals([(420 / 480) * 480 + 1e-9])).toBe(0);
});

test('minutes of months have no decimal, which would say nothing', () => {
  expect(minuteDecimals([182_880, 0.5, 1_203.4])).toBe(0);
});

/** Small numbers that are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
