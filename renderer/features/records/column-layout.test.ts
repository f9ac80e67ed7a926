import { describe, expect, it } from 'vitest';
import {
  firstLayout,
  hiddenAsEmpty,
  isSameLayout,
  moved,
  movedBy,
  parseLayout,
  shownColumns,
  widthOf,
  widthsIn,
  withShown,
  withWidths,
} from './column-layout.ts';
import { type GridField, gridColumns } from './columns.ts';

const none = new Set<GridField>();
const idsOf = (columns: { id: GridField }[]) => columns.map(({ id }) => id);
const firstShown = idsOf(shownColumns(firstLayout(), none));

describe('the remembered layout of the grid', () => {
  it('keeps order, widths, hidden columns, frozen ones and the density', () => {
    const layout = {
      order: ['lotNumber'],
      widths: { line: 200 },
      shown: { shift: false, note: true },
      frozen: 2,
      density: 'compact' as const,
    };
    expect(parseLayout(JSON.stringify(layout))).toEqual(layout);
    const shown = idsOf(shownColumns(layout, none));
    expect(shown[0]).toBe('lotNumber');
    expect(shown).toContain('note');
    expect(shown).not.toContain('shift');
  });

  it('starts anew when it cannot be read', () => {
    for (const text of [null, 'half a {', '{"widths":{"line":-3}}', '[]', '{"frozen":1.5}']) {
      expect(parseLayout(text)).toEqual(firstLayout());
    }
  });

  it('leaves out columns that are no more', () => {
    const layout = parseLayout(JSON.stringify({ order: ['colour', 'line'], shown: { colour: true } }));
    expect(idsOf(shownColumns(layout, none))).toEqual(['line', ...firstShown.filter((id) => id !== 'line')]);
  });
});

describe('columns that no record fills', () => {
  const neverFilled = new Set<GridField>(['operator', 'shift', 'note']);

  it('are hidden by themselves, and told of', () => {
    expect(idsOf(shownColumns(firstLayout(), neverFilled))).toEqual(
      firstShown.filter((id) => id !== 'operator' && id !== 'shift'),
    );
    expect(idsOf(hiddenAsEmpty(firstLayout(), neverFilled))).toEqual(['shift', 'operator']);
  });

  it('are shown where a person asks for them', () => {
    const layout = withShown(firstLayout(), neverFilled, 'operator', true);
    expect(idsOf(shownColumns(layout, neverFilled))).toContain('operator');
    expect(idsOf(hiddenAsEmpty(layout, neverFilled))).toEqual(['shift']);
  });
});

describe('a column', () => {
  it('is put before another one, or last', () => {
    const before = moved(firstLayout(), 'goodQuantity', 'line');
    expect(idsOf(shownColumns(before, none)).slice(0, 3)).toEqual(['productionDate', 'goodQuantity', 'line']);
    expect(idsOf(shownColumns(moved(firstLayout(), 'line', null), none)).at(-1)).toBe('line');
    expect(moved(firstLayout(), 'line', 'line')).toEqual(firstLayout());
  });

  it('goes a place on among those that are shown, and no further than the ends', () => {
    // Between lot and planned stands the work order, which is hidden.
    const right = movedBy(firstLayout(), none, 'lotNumber', 1);
    expect(idsOf(shownColumns(right, none)).slice(5, 7)).toEqual(['plannedQuantity', 'lotNumber']);
    expect(idsOf(shownColumns(movedBy(right, none, 'lotNumber', -1), none))).toEqual(firstShown);
    expect(movedBy(firstLayout(), none, 'productionDate', -1)).toEqual(firstLayout());
    expect(movedBy(firstLayout(), none, 'operator', 1)).toEqual(firstLayout());
  });

  it('is wider in the wide density, unless its width was set', () => {
    const layout = { ...firstLayout(), density: 'wide' as const, widths: { line: 90 } };
    const [date, line] = shownColumns(layout, none);
    if (!date || !line) throw new Error('There are no columns');
    expect(widthOf(layout, date)).toBeGreaterThan(date.width * 1.5);
    expect(widthOf(layout, line)).toBe(90);
  });

  it('stays where it is the last one shown', () => {
    const alone = firstShown.slice(1).reduce((layout, id) => withShown(layout, none, id, false), firstLayout());
    expect(idsOf(shownColumns(withShown(alone, none, 'productionDate', false), none))).toEqual(['productionDate']);
  });
});

it('two layouts are the same where they show the same', () => {
  const first = firstLayout();
  expect(isSameLayout(first, { ...first, order: ['productionDate', 'line'] })).toBe(true);
  expect(isSameLayout(first, { ...first, frozen: 2 })).toBe(false);
  expect(isSameLayout(first, { ...first, widths: { line: 90 } })).toBe(false);
});

describe('the room that columns leave', () => {
  const layout = firstLayout();
  const few = new Set<GridField>(
    gridColumns.flatMap(({ id }) => (['productionDate', 'line', 'goodQuantity'].includes(id) ? [] : [id])),
  );

  it('goes to names, up to a width, and to nothing else', () => {
    const widths = widthsIn(layout, few, 420);
    expect(widths.get('shift')).toBe(72);
    expect(widths.get('line')).toBe(144);
    expect(widths.get('goodQuantity')).toBe(104);
    expect(widthsIn(layout, few, 2_000).get('line')).toBe(280);
    expect(widthsIn(layout, few, 100).get('line')).toBe(104);
  });

  it('stays where it went once a person chose a width', () => {
    const standing = widthsIn(layout, few, 420);
    const chosen = withWidths(layout, standing, { goodQuantity: 90 });
    expect(chosen.widths).toEqual({ line: 144, goodQuantity: 90 });
    expect(widthsIn(chosen, few, 900).get('line')).toBe(144);
  });
});
