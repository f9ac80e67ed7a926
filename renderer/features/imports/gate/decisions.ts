import type { Finding, FindingKind, GateDecision, GateDecisions } from '../../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';

/** What has been said about what is not plausible: for this file, and in its profile for all of its kind. */
export interface Said {
  profile: ImportProfile;
  decisions: GateDecisions;
}

/** What counts for a finding, and whether for every such file; null where nothing was said. */
export function saidOf(
  { profile, decisions }: Said,
  kind: FindingKind,
): { decision: GateDecision; always: boolean } | null {
  const now = decisions[kind];
  if (now) return { decision: now, always: false };
  const always = profile.gate?.[kind];
  return always ? { decision: always, always: true } : null;
}

/** The same with a finding decided: for this file, or for every one that is read by this profile. */
export function withDecision(said: Said, kind: FindingKind, decision: GateDecision, always: boolean): Said {
  const { profile, decisions } = withoutDecision(said, kind);
  return always
    ? { profile: { ...profile, gate: { ...profile.gate, [kind]: decision } }, decisions }
    : { profile, decisions: { ...decisions, [kind]: decision } };
}

/** The same with nothing said about a finding. */
export function withoutDecision({ profile, decisions }: Said, kind: FindingKind): Said {
  const { [kind]: _, ...others } = decisions;
  const { gate, ...rest } = profile;
  if (!gate) return { profile, decisions: others };
  const { [kind]: __, ...kept } = gate;
  return { profile: Object.keys(kept).length > 0 ? { ...rest, gate: kept } : rest, decisions: others };
}

/** Whether the rows of a finding may correct what the store has: lots that it knows, of files that name no record by them yet. */
export function mayUpdate({ kind, examples }: Finding, { profile }: Said): boolean {
  return kind === 'repeatedLot' && profile.key.length === 0 && examples.some(({ beside }) => beside === '');
}

/** The same with records known by their lot, so that rows update those of before; nothing else is said about repeated lots. */
export function withUpdate(said: Said): Said {
  const { profile, decisions } = withoutDecision(said, 'repeatedLot');
  return { profile: { ...profile, key: ['lotNumber'] }, decisions };
}

/** The same without that. */
export function withoutUpdate(said: Said): Said {
  return { ...said, profile: { ...said.profile, key: [] } };
}
