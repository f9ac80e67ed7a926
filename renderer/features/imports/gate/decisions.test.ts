import { expect, it } from 'vitest';
import { importProfileSchema } from '../../../../shared/import/profile.ts';
import { saidOf, withDecision, withoutDecision } from './decisions.ts';

const nothing = { profile: importProfileSchema.parse({ fields: {} }), decisions: {} };

it('A decision is for one file, or for every one of its kind, and never both', () => {
  const once = withDecision(nothing, 'inFuture', 'keep', false);
  expect(once).toEqual({ profile: nothing.profile, decisions: { inFuture: 'keep' } });
  const always = withDecision(once, 'inFuture', 'leaveOut', true);
  expect(always).toEqual({ profile: { ...nothing.profile, gate: { inFuture: 'leaveOut' } }, decisions: {} });
  expect(saidOf(always, 'inFuture')).toEqual({ decision: 'leaveOut', always: true });
  expect(saidOf(always, 'farPast')).toBeNull();
});

it('A decision that is taken back leaves the others and no trace', () => {
  const two = withDecision(withDecision(nothing, 'inFuture', 'keep', true), 'totalRow', 'leaveOut', true);
  expect(withoutDecision(two, 'inFuture').profile.gate).toEqual({ totalRow: 'leaveOut' });
  expect(withoutDecision(withoutDecision(two, 'inFuture'), 'totalRow')).toEqual(nothing);
});
