import {
  type Finding,
  type FindingKind,
  findingDefinitions,
  findingKinds,
  findingSchema,
  type GateDecision,
  type GateDecisions,
  mayDecide,
} from '../../shared/import/gate.ts';
import { findingWords } from '../../shared/import/gate-words.ts';
import { AppError, isAppError } from '../../shared/lib/app-error.ts';
import { en } from '../../shared/text/en.ts';
import { textOptions } from './arguments.ts';
import type { OptionDefinition, OptionValues } from './command.ts';
import { formatNumber } from './table.ts';

const asking = findingKinds.filter((kind) => findingDefinitions[kind].asks);
const ALL = 'all';

function kindsFor(decision: GateDecision): FindingKind[] {
  return asking.filter((kind) => mayDecide(kind, decision));
}

/** Options that say what becomes of rows that are not plausible. */
export const gateOptions = {
  accept: {
    value: 'KIND',
    description: `keep rows that are not plausible in this way; may be repeated: ${kindsFor('keep').join(', ')}, or ${ALL}`,
    repeatable: true,
  },
  'leave-out': {
    value: 'KIND',
    description: `set such rows aside in the rejects file instead; may be repeated: ${kindsFor('leaveOut').join(', ')}, or ${ALL}`,
    repeatable: true,
  },
} satisfies Record<string, OptionDefinition>;

const options = [
  ['leave-out', 'leaveOut'],
  ['accept', 'keep'],
] as const;

/**
 * The decisions that --accept and --leave-out make, where 'all' is whatever the other does not name and may be decided so. Throws
 * INVALID_ARGUMENT for a kind that nobody knows, that cannot be decided so, or that is named for both.
 */
export function gateDecisionsOf(values: OptionValues): GateDecisions {
  const decisions: GateDecisions = {};
  for (const [option, decision] of options) {
    for (const name of textOptions(values, option)) {
      if (name === ALL) continue;
      const kind = kindNamed(name, option, decision);
      if (decisions[kind] && decisions[kind] !== decision) throw cannotBeBoth(kind);
      decisions[kind] = decision;
    }
  }
  const forAll = options.filter(([option]) => textOptions(values, option).includes(ALL));
  if (forAll.length > 1) throw cannotBeBoth(ALL);
  for (const [, decision] of forAll) for (const kind of kindsFor(decision)) decisions[kind] ??= decision;
  return decisions;
}

function cannotBeBoth(name: string): AppError {
  return new AppError('INVALID_ARGUMENT', `'${name}' cannot be kept and left out at once. Nothing was imported.`);
}

function kindNamed(name: string, option: string, decision: GateDecision): FindingKind {
  const allowed = kindsFor(decision);
  const kind = allowed.find((each) => each === name);
  if (kind) return kind;
  throw new AppError('INVALID_ARGUMENT', `--${option} takes one of ${allowed.join(', ')}, or ${ALL}, not '${name}'.`);
}

/** The findings that a job tells of in its result, or that an error carries. */
export function findingsIn(json: unknown): Finding[] {
  return typeof json === 'string' ? findingSchema.array().parse(JSON.parse(json)) : [];
}

/** The findings as lines: what it is, what was decided or can be, and examples. */
export function describeFindings(findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) => {
    const words = findingWords.en[finding.kind];
    const title = words.title(formatNumber(finding.count), finding.count === 1);
    return [
      `${title} (${finding.kind}): ${standing(finding)}`,
      ...finding.examples.map((each) => `  ${describeExample(finding, each)}`),
    ];
  });
}

function standing({ kind, decision, decidedBy }: Finding): string {
  if (!findingDefinitions[kind].asks) return 'worth knowing';
  if (decision === null) {
    const ways = findingDefinitions[kind].decisions.map(
      (way) => `--${way === 'keep' ? 'accept' : 'leave-out'} ${kind}`,
    );
    return `decide with ${ways.join(' or ')}`;
  }
  return `${decision === 'keep' ? 'kept' : 'left out'}${decidedBy === 'profile' ? ', as the profile says' : ''}`;
}

function describeExample({ kind }: Finding, { line, values, found, beside }: Finding['examples'][number]): string {
  const fields = Object.entries(values).map(
    ([field, value]) => `${en.fields[field as keyof typeof en.fields]} ${value}`,
  );
  const parts = [...(line === null ? [] : [`line ${line}`]), ...fields, ...(found === null ? [] : [found])];
  const told = beside === null ? null : (findingWords.en[kind].beside?.(beside) ?? null);
  return told === null ? parts.join(', ') : `${parts.join(', ')} (${told})`;
}

/** Runs an import; tells on the way out what it is held for. */
export async function tellingWhy<Result>(note: (line: string) => void, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (isAppError(error) && error.code === 'HELD') describeFindings(findingsIn(error.details.findings)).forEach(note);
    throw error;
  }
}
