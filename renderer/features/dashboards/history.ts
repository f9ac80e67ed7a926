/** The steps that were made, to be taken back and made again. Pure. */
export interface History<T> {
  /** The latest last. */
  past: readonly T[];
  /** What was taken back, the next last. */
  future: readonly T[];
}

/** More steps than this nobody takes back. */
const MOST_STEPS = 100;

export const noHistory: History<never> = { past: [], future: [] };

/** After a step away from how it was. */
export function afterStep<T>({ past }: History<T>, from: T): History<T> {
  return { past: [...past, from].slice(-MOST_STEPS), future: [] };
}

/** A step back from how it is, with what is then; null where there is none. */
export function stepBack<T>({ past, future }: History<T>, from: T): { to: T; history: History<T> } | null {
  const to = past.at(-1);
  return to === undefined ? null : { to, history: { past: past.slice(0, -1), future: [...future, from] } };
}

/** A step that was taken back, made again; null where there is none. */
export function stepForward<T>({ past, future }: History<T>, from: T): { to: T; history: History<T> } | null {
  const to = future.at(-1);
  return to === undefined ? null : { to, history: { past: [...past, from], future: future.slice(0, -1) } };
}
