const EVERY_MS = 100;

/** Passes on the first call, then no more than ten a second: what is only shown on the way need not be told more often. */
export function nowAndThen<Part>(tell: (part: Part) => void): (part: Part) => void {
  let nextAt = Number.NEGATIVE_INFINITY;
  return (part) => {
    const now = performance.now();
    if (now < nextAt) return;
    nextAt = now + EVERY_MS;
    tell(part);
  };
}
