import { expect, test } from 'vitest';
import { type Specification, specificationSchema } from '../contract/specifications.ts';
import type { Filter } from '../query/report-query.ts';
import {
  compareSpecifications,
  placeOf,
  type SpecificationChange,
  specificationOn,
  specificationsOf,
  stillStands,
  takingBack,
} from './specification.ts';

const spec = (parts: Partial<Specification>): Specification => ({
  measure: 'yield',
  item: null,
  line: null,
  since: null,
  lower: 0.9,
  upper: null,
  target: null,
  ...parts,
});
const item = (...values: string[]): Filter => ({ field: 'item', in: values });
const line = (...values: string[]): Filter => ({ field: 'line', in: values });

const all = spec({ lower: 0.8 });
const allSince = spec({ lower: 0.82, since: '2024-03-01' });
const ofItem = spec({ lower: 0.85, item: 'A' });
const ofLine = spec({ lower: 0.86, line: 'L1' });
const ofBoth = spec({ lower: 0.9, item: 'A', line: 'L1', since: '2024-02-01' });
const kept = [ofLine, all, ofBoth, ofItem, allSince];

test.each([
  ['2024-02-10', [], all],
  ['2024-03-01', [], allSince],
  ['2024-03-01', [item('B')], allSince],
  ['2024-03-01', [item('A')], ofItem],
  ['2024-03-01', [line('L1')], ofLine],
  ['2024-03-01', [item('A'), line('L1')], ofBoth],
  ['2024-01-31', [item('A'), line('L1')], ofItem],
  ['2024-03-01', [item('A', 'B')], allSince],
  ['2024-03-01', [{ ...item('A'), not: true as const }], allSince],
])('on %s with the filters %j the nearest that holds by then is %j', (day, filters, expected) => {
  expect(specificationOn(day, kept, { measure: 'yield', filters })).toEqual(expected);
});

test('of another measure, or before the first day, nothing is asked', () => {
  expect(specificationOn('2024-03-01', kept, { measure: 'oee', filters: [] })).toBeNull();
  expect(specificationOn('2024-02-29', [allSince], { measure: 'yield', filters: [] })).toBeNull();
});

test('records without an item are no item that limits are kept for', () => {
  expect(placeOf([{ field: 'item', in: [null] }])).toEqual({ item: null, line: null });
});

const shown = {
  measures: ['yield' as const],
  from: '2024-02-10',
  to: '2024-03-10',
  filters: [],
  items: null,
  lines: null,
};

test('a report tells of all that held on some day of it, and not of what was over or had not begun', () => {
  expect(specificationsOf(kept, shown)).toEqual([all, allSince]);
  expect(specificationsOf(kept, { ...shown, from: '2024-03-01' })).toEqual([allSince]);
  expect(specificationsOf(kept, { ...shown, to: '2024-02-29' })).toEqual([all]);
  expect(specificationsOf(kept, { ...shown, from: undefined, to: undefined })).toEqual([all, allSince]);
  expect(specificationsOf(kept, { ...shown, measures: ['oee'] })).toEqual([]);
});

test('a report tells of items and lines that it shows, by its rows or by its filters', () => {
  expect(specificationsOf(kept, { ...shown, items: new Set(['A', 'B']) })).toEqual([all, allSince, ofItem]);
  expect(specificationsOf(kept, { ...shown, items: new Set(['B']) })).toEqual([all, allSince]);
  expect(specificationsOf(kept, { ...shown, filters: [item('A')], lines: new Set(['L1']) })).toEqual([
    all,
    allSince,
    ofLine,
    ofItem,
    ofBoth,
  ]);
});

test('what is kept is checked: limits in order, the target between them, one of the three at least', () => {
  const isKept = (parts: Partial<Specification>) => specificationSchema.safeParse(spec(parts)).success;
  expect(isKept({ lower: 0.9, upper: 0.99, target: 0.95 })).toBe(true);
  expect(isKept({ lower: null, target: 0.95 })).toBe(true);
  expect(isKept({ lower: null })).toBe(false);
  expect(isKept({ lower: 0.9, upper: 0.9 })).toBe(false);
  expect(isKept({ lower: 0.9, target: 0.8 })).toBe(false);
  expect(isKept({ upper: 0.95, target: 0.96 })).toBe(false);
  expect(isKept({ since: '2024-02-30' })).toBe(false);
  expect(isKept({ item: '' })).toBe(false);
});

test.each<[string, SpecificationChange]>([
  ['one that is new', { do: 'save', specification: spec({ item: 'C' }) }],
  ['one in the place of another', { do: 'save', specification: { ...ofItem, lower: 0.1 } }],
  ['one that is let go', { do: 'remove', specification: ofItem }],
])('taking back %s leaves what there was', (_, change) => {
  const back = takingBack(change, kept);
  expect(back && applied(applied(kept, change), back)).toEqual([...kept].sort(compareSpecifications));
});

test('letting go of what is not there leaves nothing to take back', () => {
  expect(takingBack({ do: 'remove', specification: spec({ item: 'C' }) }, kept)).toBeNull();
});

/** What a store does, in short. */
function applied(before: readonly Specification[], change: SpecificationChange): Specification[] {
  const others = before.filter((each) => compareSpecifications(each, change.specification) !== 0);
  return [...others, ...(change.do === 'save' ? [change.specification] : [])].sort(compareSpecifications);
}

test('a change stands while what it made is kept, and no longer once others are kept in its place', () => {
  const made = spec({ item: 'A', lower: 0.9 });
  const { lower: _lower, upper: _upper, target: _target, ...key } = made;
  expect(stillStands({ do: 'save', specification: made }, [spec({ item: 'B' }), made])).toBe(true);
  expect(stillStands({ do: 'save', specification: made }, [{ ...made, lower: 0.8 }])).toBe(false);
  expect(stillStands({ do: 'save', specification: made }, [])).toBe(false);
  expect(stillStands({ do: 'remove', specification: key }, [spec({ item: 'B' })])).toBe(true);
  expect(stillStands({ do: 'remove', specification: key }, [made])).toBe(false);
});
