import {
  type Finding,
  type FindingKind,
  type GateDecision,
  mayDecide,
  openFindings,
} from '../../../shared/import/gate.ts';
import { findingWords } from '../../../shared/import/gate-words.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { GateRules } from './rules.ts';

/** A sentence names so many kinds; the others are among its details. */
const KINDS_NAMED = 3;

/** What was decided about a finding: what was said about this file counts before what its profile keeps. */
export function decide(
  kind: FindingKind,
  { ofRequest, ofProfile }: GateRules,
): Pick<Finding, 'decision' | 'decidedBy'> {
  const allowed = (decision: GateDecision | undefined) =>
    decision !== undefined && mayDecide(kind, decision) ? decision : null;
  const now = allowed(ofRequest[kind]);
  if (now !== null) return { decision: now, decidedBy: 'request' };
  const always = allowed(ofProfile[kind]);
  return always === null ? { decision: null, decidedBy: null } : { decision: always, decidedBy: 'profile' };
}

/** Throws HELD where a finding waits for a person, with all findings among its details. */
export function assertDecided(fileName: string, findings: readonly Finding[]): void {
  const open = openFindings(findings);
  if (open.length === 0) return;
  const words = open
    .slice(0, KINDS_NAMED)
    .map(({ kind, count }) => findingWords.en[kind].title(count.toLocaleString('en'), count === 1));
  const more = open.length > KINDS_NAMED ? `; and ${open.length - KINDS_NAMED} more` : '';
  throw new AppError(
    'HELD',
    `${fileName} waits for your decision, and nothing of it was written: ${words.join('; ')}${more}. Say for each whether the rows are kept or left out, and import it again.`,
    undefined,
    { findings: JSON.stringify(findings) },
  );
}
