import { expect, it } from 'vitest';
import type { Finding, FindingKind } from '../../../../shared/import/gate.ts';
import { importProfileSchema } from '../../../../shared/import/profile.ts';
import { mayUpdate, saidOf, withDecision, withoutDecision, withoutUpdate, withUpdate } from './decisions.ts';

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

it('Lots that the store has can be updated, where no key says yet what a record is', () => {
  const example = (beside: string) => ({ line: 2, values: {}, found: null, beside });
  const finding = (beside: string, kind: FindingKind = 'repeatedLot'): Finding => ({
    ...{ kind, count: 1, examples: [example(beside)] },
    ...{ decision: null, decidedBy: null },
  });
  expect(mayUpdate(finding(''), nothing)).toBe(true);
  expect(mayUpdate(finding('7'), nothing)).toBe(false);
  expect(mayUpdate(finding('', 'totalRow'), nothing)).toBe(false);
  const updating = withUpdate(withDecision(nothing, 'repeatedLot', 'keep', false));
  expect(updating).toEqual({ profile: { ...nothing.profile, key: ['lotNumber'] }, decisions: {} });
  expect(mayUpdate(finding(''), updating)).toBe(false);
  expect(withoutUpdate(updating)).toEqual(nothing);
});
