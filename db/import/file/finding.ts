import type { Confidence, Finding, FindingReason } from '../../../shared/import/recognition.ts';

/** What was recognised and why, with the figures and texts that its words need. */
export function finding(confidence: Confidence, reason: FindingReason, of: Finding['of'] = {}): Finding {
  return { confidence, reason, of };
}
