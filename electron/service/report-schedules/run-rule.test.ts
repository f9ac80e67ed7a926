import { expect, it } from 'vitest';
import { readWallTime, writeWallTime } from '../schedule/wall-time.ts';
import { ruleOfReport, shiftOfRun } from './run-rule.ts';

const threeShifts = {
  by: 'shiftEnd' as const,
  shifts: [
    { shift: 'Early', endsAt: '14:00', day: 'same' as const },
    { shift: 'Late', endsAt: '22:00', day: 'same' as const },
    { shift: 'Night', endsAt: '06:00', day: 'before' as const },
  ],
  minutesAfter: 20,
};

it('comes after each shift of the day, in turn', () => {
  const rule = ruleOfReport(threeShifts);
  const runs: string[] = [];
  for (let wall: number | null = readWallTime('2026-05-10T12:00'); wall !== null && runs.length < 4; ) {
    wall = rule.next(wall);
    if (wall !== null) runs.push(writeWallTime(wall));
  }
  expect(runs).toEqual(['2026-05-10T14:20', '2026-05-10T22:20', '2026-05-11T06:20', '2026-05-11T14:20']);
  expect(rule.latest(readWallTime('2026-05-11T06:19'))).toBe(readWallTime('2026-05-10T22:20'));
});

it('knows the shift of a run, and the production day that the plant gives it', () => {
  expect(shiftOfRun(threeShifts, readWallTime('2026-05-11T06:20'))).toEqual({ shift: 'Night', day: '2026-05-10' });
  expect(shiftOfRun(threeShifts, readWallTime('2026-05-11T14:20'))).toEqual({ shift: 'Early', day: '2026-05-11' });
  expect(shiftOfRun(threeShifts, readWallTime('2026-05-11T14:21'))).toBeNull();
});

it('is of the shift that ended on the day before where it is written after midnight', () => {
  const late = { ...threeShifts, minutesAfter: 150 };
  const run = ruleOfReport(late).next(readWallTime('2026-05-10T23:00'));
  expect(run && writeWallTime(run)).toBe('2026-05-11T00:30');
  expect(shiftOfRun(late, run ?? 0)).toEqual({ shift: 'Late', day: '2026-05-10' });
});

it('refuses a rule that is none, in words', () => {
  expect(() => ruleOfReport({ by: 'rule', rule: '61 4 * * *' })).toThrow('The first part is a minute');
});
