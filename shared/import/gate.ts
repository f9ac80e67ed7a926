import { z } from 'zod';
import { type RecordField, recordFieldNames } from '../domain/fields.ts';

/** What a person may say to a finding: its rows are records all the same, or they are left out and kept as rejects. */
export const gateDecisions = ['keep', 'leaveOut'] as const;
export type GateDecision = (typeof gateDecisions)[number];

interface FindingDefinition {
  /** Waits for a decision before anything is written; what does not is told beside the result. */
  asks: boolean;
  decisions: readonly GateDecision[];
  /** What is counted: rows of the file, days of a line, names, months. */
  counts: 'rows' | 'days' | 'names' | 'months';
  /** What an example shows of its row. */
  shows: readonly RecordField[];
  /** Why a row is set aside that is left out for it; rejects are in English, as the rest of their reasons are. */
  reason?: string;
}

const both = gateDecisions;
const where = ['productionDate', 'line', 'itemCode'] as const;
const quantities = ['plannedQuantity', 'goodQuantity', 'defectQuantity', 'reworkQuantity'] as const;
const times = ['plannedMinutes', 'runMinutes', 'downMinutes', 'idealCycleSeconds'] as const;

/**
 * Everything that the plausibility gate looks for, as data: the import, the window, the command line and the handbook go by
 * this list. The rules are in db/import/gate, a file each; what they go by is said there.
 */
const definitions = {
  negativeQuantity: { asks: true, decisions: ['leaveOut'], counts: 'rows', shows: [] },
  totalRow: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: [...where, 'lotNumber', 'goodQuantity'],
    reason: 'looks like a total of other rows',
  },
  absurdQuantity: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: quantities,
    reason: 'a quantity is far beyond all others of the file',
  },
  absurdMinutes: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: times,
    reason: 'a time is far beyond all others of the file',
  },
  lateSentinel: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: [...quantities, ...times],
    reason: "a number may mean 'not recorded'",
  },
  lateFraction: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: [...quantities, ...times],
    reason: 'a fraction may be thousands',
  },
  lateCounter: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['productionDate', 'line', 'goodQuantity', 'defectQuantity', 'reworkQuantity'],
    reason: 'a quantity of its line only rises, as a counter does',
  },
  lateReversal: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['productionDate', 'line', ...quantities],
    reason: 'it looks like a booking that takes back another',
  },
  otherUnit: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['productionDate', 'line', ...quantities, ...times],
    reason: 'its amounts are of another size than those of its line before',
  },
  otherOrder: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: where,
    reason: 'day and month of its date may stand the other way round',
  },
  wrongLetters: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: where,
    reason: 'its letters are written in another encoding than the rest of the file',
  },
  lateBlock: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: where,
    reason: 'a row above it says what it belongs to, and is not read',
  },
  wholeWeek: { asks: true, decisions: ['keep'], counts: 'rows', shows: where },
  otherClock: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['productionDate', 'startedAt', 'endedAt'],
    reason: 'its times are written by another clock than others',
  },
  halfDayClock: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['productionDate', 'startedAt', 'endedAt', 'line'],
    reason: 'its time may be in the other half of the day',
  },
  goodOverPlan: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['plannedQuantity', 'goodQuantity'],
    reason: 'far more good quantity than planned',
  },
  defectsOverGood: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['goodQuantity', 'defectQuantity'],
    reason: 'more defects than good quantity',
  },
  minutesOverPlan: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['plannedMinutes', 'runMinutes', 'downMinutes'],
    reason: 'far more minutes than planned',
  },
  minutesOverDay: {
    asks: true,
    decisions: both,
    counts: 'days',
    shows: ['productionDate', 'line'],
    reason: 'its line has more minutes on this day than a day has',
  },
  inFuture: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: where,
    reason: 'the production date is in the future',
  },
  farPast: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: where,
    reason: 'the production date is far in the past',
  },
  endBeforeStart: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['startedAt', 'endedAt'],
    reason: 'ends before it starts',
  },
  longRun: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['startedAt', 'endedAt'],
    reason: 'runs for more than seven days',
  },
  repeatedLot: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: ['lotNumber', ...where],
    reason: 'its lot is there already',
  },
  repeatedRow: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: [...where, 'lotNumber', 'startedAt', 'goodQuantity'],
    reason: 'the same row is in the file already',
  },
  repeatedAmount: {
    asks: true,
    decisions: both,
    counts: 'rows',
    shows: [...where, 'goodQuantity', 'runMinutes'],
    reason: 'what was made stands in the row of another reason already',
  },
  dailyJump: {
    asks: true,
    decisions: both,
    counts: 'days',
    shows: ['productionDate', 'line'],
    reason: 'its line made far more on this day than on any other',
  },
  nameVariant: { asks: true, decisions: ['keep'], counts: 'names', shows: ['line', 'itemCode', 'itemName'] },
  sameRows: { asks: false, decisions: [], counts: 'rows', shows: [] },
  missingMonths: { asks: false, decisions: [], counts: 'months', shows: ['productionDate'] },
} as const satisfies Record<string, FindingDefinition>;

export type FindingKind = keyof typeof definitions;
export const findingDefinitions: Record<FindingKind, FindingDefinition> = definitions;
export const findingKinds = Object.keys(definitions) as FindingKind[];
const kindSchema = z.enum(findingKinds as [FindingKind, ...FindingKind[]]);

/** What was decided, by kind. A profile keeps what holds for every file of its kind. */
export const decisionsSchema = z.partialRecord(kindSchema, z.enum(gateDecisions));
export type GateDecisions = z.infer<typeof decisionsSchema>;

export const findingExampleSchema = z.object({
  /** The line of the file; null where it is no row that is shown. */
  line: z.number().nullable(),
  values: z.partialRecord(z.enum(recordFieldNames as [RecordField, ...RecordField[]]), z.string()),
  /** What was found where it is no value of the row: what a line made on a day. */
  found: z.string().nullable(),
  /** What it stands out from: the usual quantity, the known name, the row that came before. */
  beside: z.string().nullable(),
});
export type FindingExample = z.infer<typeof findingExampleSchema>;

/** Something in a file that is probably not meant, with how often and a few examples. */
export const findingSchema = z.object({
  kind: kindSchema,
  count: z.number(),
  examples: z.array(findingExampleSchema),
  /** What was decided about it, and whether now or for every such file; null where it is open, or only told. */
  decision: z.enum(gateDecisions).nullable(),
  decidedBy: z.enum(['profile', 'request']).nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/**
 * What says most about a row is told alone: a row of totals, or with a value far beyond all others, is also far above its plan
 * and makes its day stand out, of which nobody learns more.
 */
export const tellingKinds: readonly FindingKind[] = ['totalRow', 'absurdQuantity', 'absurdMinutes', 'lateSentinel'];
export const toldByOthers: readonly FindingKind[] = ['goodOverPlan', 'defectsOverGood', 'minutesOverPlan'];

/** The findings that wait for a person. */
export function openFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ kind, decision }) => findingDefinitions[kind].asks && decision === null);
}

/** Whether this may be said to a finding of this kind. */
export function mayDecide(kind: FindingKind, decision: GateDecision): boolean {
  return findingDefinitions[kind].decisions.includes(decision);
}
