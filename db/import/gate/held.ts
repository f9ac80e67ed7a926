import {
  type Finding,
  type FindingKind,
  findingDefinitions,
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
    `${fileName} waits for your decision, and nothing of it was written: ${words.join('; ')}${more}. ${whatCanBeSaid(open)}`,
    undefined,
    { findings: JSON.stringify(findings) },
  );
}

/** What a person may answer to these findings: some rows can only be kept, others only be left out. */
function whatCanBeSaid(open: readonly Finding[]): string {
  const ways = new Set(open.map(({ kind }) => findingDefinitions[kind].decisions.join()));
  const [only] = ways.size === 1 ? ways : [];
  if (only === 'keep,leaveOut') return 'Say for each whether the rows are kept or left out, and import it again.';
  if (only === 'keep') return 'Say that this is kept, or correct the file, and import it again.';
  if (only === 'leaveOut') return 'Say that the rows are left out, or correct the file, and import it again.';
  return 'Say for each what may be done with it, and import it again.';
}
