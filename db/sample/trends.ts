/**
 * What changes over the range of the sample plant, so that there is something to find. `progress` is the place in
 * the range: 0 on its first day, 1 on its last. Only + - * / are used: they are the same on every machine.
 */

/** Scrap falls steadily, from a quarter above a line's usual share to a fifth below it. */
export function scrapTrend(progress: number): number {
  return 1.25 - 0.45 * progress;
}

/** How worn the worn line is: 1 when sound, 2.6 just before its repair. */
export function wear(progress: number): number {
  const begins = 0.35;
  const repaired = 0.65;
  if (progress < begins || progress >= repaired) return 1;
  return 1 + (1.6 * (progress - begins)) / (repaired - begins);
}

/** When the new item is first made. */
export const NEW_ITEM_FROM = 0.5;

/** How well the new item is mastered: 0 when it is first made, 1 an eighth of the range later. */
export function mastery(progress: number): number {
  return Math.min(1, Math.max(0, (progress - NEW_ITEM_FROM) * 8));
}
