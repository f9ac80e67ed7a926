import type { GateRules } from '../../db/import/gate/rules.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { dayFromParts } from '../../shared/domain/day.ts';
import type { GateDecisions } from '../../shared/import/gate.ts';
import type { ImportProfile } from '../../shared/import/profile.ts';

/** What the plausibility gate goes by for a file of this profile; today is the machine's. */
export function gateRules(
  settings: Settings,
  profile: Pick<ImportProfile, 'gate'>,
  ofRequest: GateDecisions = {},
): GateRules {
  const now = new Date();
  return {
    today: dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0,
    planFactor: settings.gatePlanFactor,
    ofProfile: profile.gate ?? {},
    ofRequest,
  };
}
