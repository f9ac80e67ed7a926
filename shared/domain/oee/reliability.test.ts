import { expect, test } from 'vitest';
import { reliabilityOf } from './reliability.ts';

test('420 minutes of run time with three stops of 60 minutes together: a stop each 140 minutes, of 20 minutes', () => {
  expect(reliabilityOf({ runMinutes: 420, downMinutes: 60, failures: 3 })).toEqual({
    failures: 3,
    meanMinutesBetween: 140,
    meanMinutesToRestore: 20,
  });
});

test('without a failure there is no mean, and it is not 0', () => {
  const { meanMinutesBetween, meanMinutesToRestore } = reliabilityOf({ runMinutes: 420, downMinutes: 0, failures: 0 });
  expect([meanMinutesBetween, meanMinutesToRestore]).toEqual([null, null]);
});

test('without run time only the time to restore is known', () => {
  expect(reliabilityOf({ runMinutes: null, downMinutes: 60, failures: 3 })).toMatchObject({
    meanMinutesBetween: null,
    meanMinutesToRestore: 20,
  });
});
