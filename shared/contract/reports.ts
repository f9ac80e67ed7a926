import { z } from 'zod';
import { languages } from '../text/labels.ts';
import { savedViewSchema } from './views.ts';

/** What a report can be written as. */
export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A page is too narrow for all fields of a record. */
export const recordsFormats = ['csv', 'xlsx'] as const satisfies ReportFormat[];
export type RecordsFormat = (typeof recordsFormats)[number];

/** A page holds pictures; a sheet does not. */
export const boardFormats = ['pdf'] as const satisfies ReportFormat[];

/** The address of what a screen shows: enough to open it again. */
export const viewAddressSchema = savedViewSchema.pick({ screen: true, params: true });
export type ViewAddress = z.infer<typeof viewAddressSchema>;

/** How a report file is worded, and which view it came from. */
export const reportWordingSchema = z.strictObject({
  /** The question that it answers, in words. */
  title: z.string().trim().min(1).max(300),
  language: z.enum(languages),
  /** By which numbers and dates are written where a file holds them as text: 'en-GB', 'ko-KR'. */
  locale: z.string().max(35).refine(isLocale, { error: 'is no locale; write it as en-GB or ko-KR' }),
  /** The view that the file opens when it is dropped on the window. */
  view: viewAddressSchema.optional(),
});
export type ReportWording = z.infer<typeof reportWordingSchema>;

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false; // a RangeError is how Intl says no
  }
}
