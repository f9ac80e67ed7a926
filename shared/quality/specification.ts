/** Which of the limits that are kept hold for what is looked at. Pure. */
import type { Specification, SpecificationKey } from '../contract/specifications.ts';
import type { SpecificationLimits } from '../domain/spc/capability.ts';
import type { Measure } from '../query/measures.ts';
import { compareText, type Filter } from '../query/report-query.ts';

type Place = Pick<SpecificationKey, 'item' | 'line'>;

/** The one item and the one line that filters leave; null where they leave several. */
export function placeOf(filters: readonly Filter[]): Place {
  const only = (name: Filter['field']): string | null => {
    const found = filters.find(({ field, not, in: values }) => field === name && !not && values.length === 1);
    return found?.in[0] ?? null;
  };
  return { item: only('item'), line: only('line') };
}

/**
 * What holds on a production day of a measure where the filters look: of an item on a line before that of the item, of the line,
 * of everything; of each the newest by that day. Null where nothing is kept of it.
 */
export function specificationOn(
  day: string,
  kept: readonly Specification[],
  { measure, filters }: { measure: Measure; filters: readonly Filter[] },
): Specification | null {
  const place = placeOf(filters);
  const holds = (each: Specification) =>
    each.measure === measure &&
    (each.item === null || each.item === place.item) &&
    (each.line === null || each.line === place.line) &&
    (each.since === null || each.since <= day);
  return kept.filter(holds).sort((a, b) => nearness(b) - nearness(a) || compareSince(b, a))[0] ?? null;
}

function nearness({ item, line }: Place): number {
  return (item === null ? 0 : 2) + (line === null ? 0 : 1);
}

function compareSince(a: Pick<SpecificationKey, 'since'>, b: Pick<SpecificationKey, 'since'>): number {
  return compareText(a.since ?? '', b.since ?? '');
}

/** What a report shows, as far as limits depend on it. */
export interface ShownOfReport {
  measures: readonly Measure[];
  from?: string | undefined;
  to?: string | undefined;
  filters: readonly Filter[];
  /** The items and the lines of its rows; null where it is not split by them. */
  items: ReadonlySet<string> | null;
  lines: ReadonlySet<string> | null;
}

/** All limits that hold for something a report shows, on some day of it, by measure, item, line and day. */
export function specificationsOf(kept: readonly Specification[], shown: ShownOfReport): Specification[] {
  const place = placeOf(shown.filters);
  const isShown = (value: string | null, among: ReadonlySet<string> | null, only: string | null) =>
    value === null || (among?.has(value) ?? value === only);
  const isOver = (each: Specification) =>
    shown.from !== undefined &&
    kept.some(
      (next) => isSamePlace(next, each) && compareSince(next, each) > 0 && (next.since ?? '') <= (shown.from ?? ''),
    );
  return kept
    .filter(
      (each) =>
        shown.measures.includes(each.measure) &&
        isShown(each.item, shown.items, place.item) &&
        isShown(each.line, shown.lines, place.line) &&
        (each.since === null || shown.to === undefined || each.since <= shown.to) &&
        !isOver(each),
    )
    .sort(compareSpecifications);
}

function isSamePlace(a: SpecificationKey, b: SpecificationKey): boolean {
  return a.measure === b.measure && a.item === b.item && a.line === b.line;
}

/** Whether both are of the same: one then takes the place of the other. */
export function isSameSpecification(a: SpecificationKey, b: SpecificationKey): boolean {
  return isSamePlace(a, b) && a.since === b.since;
}

/** By measure, item, line and day. */
export function compareSpecifications(a: SpecificationKey, b: SpecificationKey): number {
  return (
    compareText(a.measure, b.measure) ||
    compareText(a.item ?? '', b.item ?? '') ||
    compareText(a.line ?? '', b.line ?? '') ||
    compareSince(a, b)
  );
}

/** One change of what is kept. */
export type SpecificationChange =
  | { do: 'save'; specification: Specification }
  | { do: 'remove'; specification: SpecificationKey };

/** The change that takes another one back, made where `kept` was before it; null where there is nothing to take back. */
export function takingBack(
  { do: what, specification }: SpecificationChange,
  kept: readonly Specification[],
): SpecificationChange | null {
  const before = kept.find((each) => isSameSpecification(each, specification));
  if (before) return { do: 'save', specification: before };
  if (what === 'remove') return null;
  const { measure, item, line, since } = specification;
  return { do: 'remove', specification: { measure, item, line, since } };
}

/** Whether what a change made is still what is kept: taking it back then undoes nothing that came after it. */
export function stillStands({ do: what, specification }: SpecificationChange, kept: readonly Specification[]): boolean {
  const now = kept.find((each) => isSameSpecification(each, specification));
  if (what === 'remove') return now === undefined;
  return now !== undefined && isSameLimits(now, specification);
}

/** Whether both ask the same. */
export function isSameLimits(a: SpecificationLimits, b: SpecificationLimits): boolean {
  return a.lower === b.lower && a.upper === b.upper && a.target === b.target;
}
