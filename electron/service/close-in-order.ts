/**
 * Takes every step, one after the other, also where one before it failed: what is not closed keeps others from the store. Throws
 * what failed, once all are taken.
 */
export async function closeInOrder(steps: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1)
    throw new AggregateError(failures, 'Several parts of the program did not close as they should.');
  if (failures.length === 1) throw failures[0];
}
