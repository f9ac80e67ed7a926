import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../backup/write-whole.ts';

const planSchema = z.object({
  /** An absolute path; null where the store has no standby. */
  folder: z.string().nullable(),
  /** New whenever a person says that the standby is to be made like the store as it is. */
  anewAt: z.string().nullable(),
});
export type StandbyPlan = z.infer<typeof planSchema>;

export const noStandby: StandbyPlan = { folder: null, anewAt: null };

/** Where the standby of a store is; none where there is no plan, or none that can be read. */
export function readStandbyPlan(root: string): StandbyPlan {
  try {
    return planSchema.parse(JSON.parse(readFileSync(planPath(root), 'utf8')));
  } catch {
    return noStandby; // missing, or spoilt by a person: the window shows that none is set
  }
}

/** Sets it; whoever has the store open notices. */
export function writeStandbyPlan(root: string, plan: StandbyPlan): void {
  writeWhole(planPath(root), `${JSON.stringify(plan, null, 2)}\n`);
}

function planPath(root: string): string {
  return join(root, 'standby-plan.json');
}

/** Held by whoever writes to the standby of a store. */
export function standbyLock(root: string): string {
  return join(root, 'standby.lock');
}
