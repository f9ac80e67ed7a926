import type { FindingKind, GateDecision, GateDecisions } from '../../../../shared/import/gate.ts';
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
