/** How cells are coloured by what they hold. Pure. */

/** The background of a value between the least and the most; none for no data. */
export function sequentialHeat(values: readonly (number | null)[]): (value: number | null) => string | undefined {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return (value) => {
    if (value === null) return undefined;
    return mixed('var(--tl-heat)', most === least ? 0.5 : (value - least) / (most - least));
  };
}

/** The background of a difference: the more it is to one side, the more of that side's hue; none for no data. */
export function divergingHeat(
  differences: readonly (number | null)[],
): (difference: number | null) => string | undefined {
  const furthest = Math.max(...differences.map((difference) => Math.abs(difference ?? 0)), Number.MIN_VALUE);
  return (difference) => {
    if (difference === null || difference === 0) return undefined;
    return mixed(difference > 0 ? 'var(--tl-heat)' : 'var(--tl-heat-less)', Math.abs(difference) / furthest);
  };
}

/** So much of a hue that text on it can still be read. */
function mixed(hue: string, share: number): string {
  return `color-mix(in oklab, ${hue} ${Math.round(6 + share * 54)}%, var(--tl-surface))`;
}
