import type { Job } from '../../shared/contract/schemas.ts';

type Span = readonly [from: number, to: number];

/** Which part of its bar each phase of a job fills, 0 to 1, by about how long it takes; a phase is known by its verb. */
const spans: Partial<Record<Job['kind'], Readonly<Record<string, Span>>>> = {
  import: {
    reading: [0, 0.75],
    comparing: [0.75, 0.8],
    writing: [0.8, 0.92],
    'looking at': [0.92, 0.95],
    'adding up': [0.95, 1],
  },
  backup: { checking: [0, 0.05], 'adding up': [0.05, 0.1], copying: [0.1, 0.6], verifying: [0.6, 1] },
  archive: { copying: [0, 0.4], verifying: [0.4, 0.6], 'cutting over': [0.6, 1] },
};

/** How far a job is, and whether that is counted or only known to go on. */
export interface JobShare {
  /** 0 to 1. */
  share: number;
  isCounted: boolean;
}

/** How far a job is after what it says now; never less than before, as an estimate may grow and phases follow each other. */
export function followShare(before: JobShare | null, { kind, phase, done, total }: JobSteps): JobShare {
  const known = spans[kind];
  const span = known ? spanOf(known, phase) : WHOLE;
  const isCounted = total !== null && total > 0 && span !== null;
  const [from, to] = span ?? [before?.share ?? 0, 1];
  const share = isCounted ? from + (to - from) * Math.min(1, done / total) : from;
  return { share: Math.max(before?.share ?? 0, share), isCounted };
}

type JobSteps = Pick<Job, 'kind' | 'phase' | 'done' | 'total'>;

const WHOLE: Span = [0, 1];

function spanOf(known: Readonly<Record<string, Span>>, phase: string): Span | null {
  return Object.entries(known).find(([verb]) => phase === verb || phase.startsWith(`${verb} `))?.[1] ?? null;
}
