/**
 * Rules by which points of a control chart are told from what chance alone would make, as data. Each says which points complete its
 * pattern; what it means stands in the texts of the screen.
 * Western Electric, Statistical Quality Control Handbook (1956); L. S. Nelson, The Shewhart Control Chart: Tests for Special Causes,
 * Journal of Quality Technology 16 (1984).
 */
import type { ControlPoint } from './control-charts.ts';

/** Of the last points at least `of` lie beyond a zone on the same side. */
interface SidedRule {
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

/** How many points in a row each rule looks at. */
export const patternLengths: Record<RuleName, number> = {
  beyondLimits: 1,
  twoOfThreeBeyondTwo: 3,
  fourOfFiveBeyondOne: 5,
  eightOnOneSide: 8,
  nineOnOneSide: 9,
  sixTrending: 6,
  fourteenAlternating: 14,
  fifteenWithinOne: 15,
  eightOutsideOne: 8,
};

const sided: Partial<Record<RuleName, SidedRule>> = {
  beyondLimits: { of: 1, beyond: 3 },
  twoOfThreeBeyondTwo: { of: 2, beyond: 2 },
  fourOfFiveBeyondOne: { of: 4, beyond: 1 },
  eightOnOneSide: { of: 8, beyond: 0 },
  nineOnOneSide: { of: 9, beyond: 0 },
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
export const ruleSetNames = Object.keys(ruleSets) as RuleSet[];

/** Of each point the rules whose pattern it completes, in the order of the set. A point without deviation breaks no rule of zones. */
export function brokenRules(points: readonly ControlPoint[], rules: readonly RuleName[]): RuleName[][] {
  const places = points.map(({ value, center, sigma }) => (sigma > 0 ? (value - center) / sigma : 0));
  const values = points.map(({ value }) => value);
  return points.map((_, at) => rules.filter((rule) => completes(rule, places, values, at)));
}

function completes(rule: RuleName, places: readonly number[], values: readonly number[], at: number): boolean {
  const length = patternLengths[rule];
  const zone = sided[rule];
  if (zone) return isOnOneSide(zone, length, places, at);
  switch (rule) {
    case 'sixTrending':
      return isTrend(lastOf(values, at, length));
    case 'fourteenAlternating':
      return isAlternating(lastOf(values, at, length));
    case 'fifteenWithinOne':
      return every(lastOf(places, at, length), (place) => Math.abs(place) < 1);
    case 'eightOutsideOne':
      return every(lastOf(places, at, length), (place) => Math.abs(place) > 1);
    default:
      return false;
  }
}

/** The last point must itself lie beyond, so that a pattern is told where it is completed and not after. */
function isOnOneSide({ of, beyond }: SidedRule, length: number, places: readonly number[], at: number): boolean {
  const side = Math.sign(places[at] ?? 0);
  const isBeyond = (place: number) => place * side > beyond;
  if (!isBeyond(places[at] ?? 0)) return false;
  // The first points of a chart may complete a pattern of which fewer are needed than it looks at.
  const looked = places.slice(Math.max(0, at - length + 1), at + 1);
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
