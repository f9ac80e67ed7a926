/** What a lot lost to one reason, as a share of all it made; null where no reason is given. */
export interface ReasonShare {
  reason: string | null;
  share: number;
}

/**
 * How far apart the defects of two lots are, as a share of what was made: for each reason the difference of its shares, all
 * added up (the Manhattan distance). 0 where they lost the same to the same reasons; never less than the difference of their
 * yields, so that a lot with the same yield for other reasons is not taken to be alike.
 */
export function defectDistance(one: readonly ReasonShare[], other: readonly ReasonShare[]): number {
  const shares = new Map(one.map(({ reason, share }) => [reason, share]));
  let distance = 0;
  for (const { reason, share } of other) {
    distance += Math.abs(share - (shares.get(reason) ?? 0));
    shares.delete(reason);
  }
  for (const share of shares.values()) distance += share;
  return distance;
}
