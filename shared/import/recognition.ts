import { z } from 'zod';

/** How much what was recognised can be relied on. */
export const confidences = ['sure', 'likely', 'guess'] as const;
export type Confidence = (typeof confidences)[number];

/** Why something was recognised; the words are in recognition-text.ts. */
export const findingReasons = [
  'chosen',
  'signature',
  'braces',
  'page',
  'xmlWorkbook',
  'plainText',
  'byFormat',
  'mark',
  'zeros',
  'declared',
  'plainLetters',
  'allUtf8',
  'startUtf8',
  'bytesOfMany',
  'evenCells',
  'mostlyEven',
  'uneven',
  'rival',
  'surroundsCells',
  'noneSurrounds',
  'backslashSeen',
  'words',
  'wordsBelow',
  'noWords',
  'allOfKind',
  'mostOfKind',
  'fewValues',
  'noValues',
  'twoReadings',
  'anyText',
] as const;
export type FindingReason = (typeof findingReasons)[number];

/** What was recognised of a file and why, with what the words need to say it. */
export const findingSchema = z.object({
  confidence: z.enum(confidences),
  reason: z.enum(findingReasons),
  /** Figures and texts of the reason. */
  of: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.infer<typeof findingSchema>;

export const columnKinds = ['empty', 'number', 'date', 'text'] as const;

/** What a file was recognised as; the values themselves are in the profile that goes with it. */
export const recognitionSchema = z.object({
  format: findingSchema,
  encoding: findingSchema,
  delimiter: findingSchema,
  quote: findingSchema,
  headerLine: findingSchema,
  columns: z.array(z.object({ name: z.string(), kind: z.enum(columnKinds), finding: findingSchema })),
});
export type Recognition = z.infer<typeof recognitionSchema>;

export const partKinds = ['sheet', 'hiddenSheet', 'table', 'view', 'file'] as const;

/** One of several tables in a file. */
export const filePartSchema = z.object({ name: z.string(), kind: z.enum(partKinds) });
export type FilePart = z.infer<typeof filePartSchema>;
