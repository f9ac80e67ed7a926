/**
 * Rules by which points of a control chart are told from what chance alone would make, as data. Each says which points complete its
 * pattern; what it means stands in the texts of the screen.
 * Western Electric, Statistical Quality Control Handbook (1956); L. S. Nelson, The Shewhart Control Chart: Tests for Special Causes,
 * Journal of Quality Technology 16 (1984).
 */
import type { ControlPoint } from './control-charts.ts';

/** The last of so many points, of which at least `of` satisfy `holds` on the same side. */
interface SidedRule {
  points: number;
  of: number;
  /** Beyond how many standard deviations from the center. */
  beyond: number;
}

export type RuleName =
  | 'beyondLimits'
  | 'twoOfThreeBeyondTwo'
  | 'fourOfFiveBeyondOne'
  | 'eightOnOneSide'
  | 'nineOnOneSide'
  | 'sixTrending'
  | 'fourteenAlternating'
  | 'fifteenWithinOne'
  | 'eightOutsideOne';

const sided: Partial<Record<RuleName, SidedRule>> = {
  beyondLimits: { points: 1, of: 1, beyond: 3 },
  twoOfThreeBeyondTwo: { points: 3, of: 2, beyond: 2 },
  fourOfFiveBeyondOne: { points: 5, of: 4, beyond: 1 },
  eightOnOneSide: { points: 8, of: 8, beyond: 0 },
  nineOnOneSide: { points: 9, of: 9, beyond: 0 },
};

export const ruleSets = {
  westernElectric: ['beyondLimits', 'twoOfThreeBeyondTwo', 'fourOfFiveBeyondOne', 'eightOnOneSide'],
  nelson: [
    'beyondLimits',
    'nineOnOneSide',
    'sixTrending',
    'fourteenAlternating',
    'twoOfThreeBeyondTwo',
    'fourOfFiveBeyondOne',
    'fifteenWithinOne',
    'eightOutsideOne',
  ],
} as const satisfies Record<string, readonly RuleName[]>;
export type RuleSet = keyof typeof ruleSets;

/** Of each point the rules whose pattern it completes, in the order of the set. A point without deviation breaks no rule of zones. */
export function brokenRules(points: readonly ControlPoint[], rules: readonly RuleName[]): RuleName[][] {
  const places = points.map(({ value, center, sigma }) => (sigma > 0 ? (value - center) / sigma : 0));
  const values = points.map(({ value }) => value);
  return points.map((_, at) => rules.filter((rule) => completes(rule, places, values, at)));
}

function completes(rule: RuleName, places: readonly number[], values: readonly number[], at: number): boolean {
  const zone = sided[rule];
  if (zone) return isOnOneSide(zone, places, at);
  switch (rule) {
    case 'sixTrending':
      return isTrend(lastOf(values, at, 6));
    case 'fourteenAlternating':
      return isAlternating(lastOf(values, at, 14));
    case 'fifteenWithinOne':
      return every(lastOf(places, at, 15), (place) => Math.abs(place) < 1);
    case 'eightOutsideOne':
      return every(lastOf(places, at, 8), (place) => Math.abs(place) > 1);
    default:
      return false;
  }
}

/** The last point must itself lie beyond, so that a pattern is told where it is completed and not after. */
function isOnOneSide({ points, of, beyond }: SidedRule, places: readonly number[], at: number): boolean {
  const side = Math.sign(places[at] ?? 0);
  const isBeyond = (place: number) => place * side > beyond;
  if (!isBeyond(places[at] ?? 0)) return false;
  // The first points of a chart may complete a pattern of which fewer are needed than it looks at.
  const looked = places.slice(Math.max(0, at - points + 1), at + 1);
  return looked.filter(isBeyond).length >= of;
}

/** The last so many values; null where there are not as many. */
function lastOf(values: readonly number[], at: number, count: number): readonly number[] | null {
  return at + 1 < count ? null : values.slice(at + 1 - count, at + 1);
}

function every(values: readonly number[] | null, holds: (value: number) => boolean): boolean {
  return values?.every(holds) ?? false;
}

function isTrend(values: readonly number[] | null): boolean {
  const steps = stepsOf(values);
  return steps.length > 0 && (steps.every((step) => step > 0) || steps.every((step) => step < 0));
}

function isAlternating(values: readonly number[] | null): boolean {
  const steps = stepsOf(values);
  return steps.length > 0 && steps.every((step, at) => step !== 0 && (at === 0 || step * (steps[at - 1] ?? 0) < 0));
}

function stepsOf(values: readonly number[] | null): number[] {
  return (values ?? []).slice(1).map((value, at) => value - (values?.[at] ?? value));
}
