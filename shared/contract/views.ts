import { z } from 'zod';

/** The name of a saved view, as it stands in lists. */
export const viewNameSchema = z.string().trim().min(1).max(80);

/** What an address says beside its screen. */
export const addressParams = z.string().max(8_000);

/** What a screen showed under a name: the address to open it again, without the program's own. */
export const savedViewSchema = z.strictObject({
  name: viewNameSchema,
  /** The screen, as its address names it. */
  screen: z.string().regex(/^[a-z/-]{1,40}$/),
  /** Range, filters, what is asked. */
  params: addressParams,
});
export type SavedView = z.infer<typeof savedViewSchema>;

/** More views than this are found by nobody. */
export const MOST_VIEWS = 200;
