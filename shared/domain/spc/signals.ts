/** What stands out in a control chart: points that complete the same pattern one after the other are one signal. */
import type { ControlPoint } from './control-charts.ts';
import { brokenRules, patternLengths, type RuleName } from './rules.ts';

/** One pattern that chance alone would hardly make; points are told by their place in the chart. */
export interface Signal {
  rule: RuleName;
  /** Where the points lie, or which way they go ('above' is up); null for a pattern that has no side. */
  side: 'above' | 'below' | null;
  /** The first point of the pattern and the last that completes it. */
  first: number;
  last: number;
  /** The points that complete it: those to be marked. */
  marked: readonly number[];
}

/** The signals of a chart by rules, the latest first. */
export function signalsOf(points: readonly ControlPoint[], rules: readonly RuleName[]): Signal[] {
  const broken = brokenRules(points, rules);
  const signals = rules.flatMap((rule) => {
    const length = patternLengths[rule];
    const found: (Signal & { marked: number[] })[] = [];
    broken.forEach((names, at) => {
      if (!names.includes(rule)) return;
      const side = sideOf(rule, points, at);
      const before = found.at(-1);
      if (before && before.last === at - 1 && before.side === side) {
        before.last = at;
        before.marked.push(at);
      } else {
        found.push({ rule, side, first: Math.max(0, at + 1 - length), last: at, marked: [at] });
      }
    });
    return found;
  });
  return signals.sort((a, b) => b.last - a.last || rules.indexOf(a.rule) - rules.indexOf(b.rule));
}

/** Rules that look at how far points lie from the center, whichever side of it. */
const withoutSide: readonly RuleName[] = ['fourteenAlternating', 'fifteenWithinOne', 'eightOutsideOne'];

function sideOf(rule: RuleName, points: readonly ControlPoint[], at: number): Signal['side'] {
  const point = points[at];
  if (point === undefined || withoutSide.includes(rule)) return null;
  if (rule === 'sixTrending') return point.value > (points[at - 1]?.value ?? point.value) ? 'above' : 'below';
  return point.value > point.center ? 'above' : 'below';
}
