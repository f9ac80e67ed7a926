import { z } from 'zod';

/** What stays in live: so many finished years, or so many bytes. */
export const rollOverRuleSchema = z.discriminatedUnion('keep', [
  z.object({ keep: z.literal('years'), years: z.int().min(0).max(100) }),
  z.object({ keep: z.literal('bytes'), bytes: z.int().min(0) }),
]);
export type RollOverRule = z.infer<typeof rollOverRuleSchema>;
