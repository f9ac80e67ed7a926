/** The sample plant's sites and lines, and what each line makes: ten items, the first ones most often. */
export interface LineData {
  site: string;
  name: string;
  unit: 'pieces' | 'kg' | 'l';
  /** Shifts it is staffed for on a weekday: Early, then Late, then Night. */
  weekdayShifts: 2 | 3;
  saturday: boolean;
  sunday: boolean;
  /** Ideal seconds per unit of its middling item. */
  cycleSeconds: number;
  /** Share of what it makes that is scrapped, before trends. */
  scrap: number;
  /** How often it stops: 1 is once in two and a half hours. */
  stops: number;
  /** Speed it really runs at, as a share of the ideal. */
  speed: number;
  codePrefix: string;
  products: readonly [string, string];
  variants: readonly [string, string, string, string, string];
}

const sizes = ['DN15', 'DN20', 'DN25', 'DN32', 'DN40'] as const;
const metric = ['M6', 'M8', 'M10', 'M12', 'M16'] as const;
const grades = ['standard', 'fine', 'coarse', 'low dust', 'export'] as const;
const flavours = ['original', 'lemon', 'pine', 'neutral', 'lavender'] as const;

function line(
  [site, name, unit]: [string, string, LineData['unit']],
  [weekdayShifts, saturday, sunday]: [2 | 3, boolean, boolean],
  [cycleSeconds, scrap, stops, speed]: [number, number, number, number],
  codePrefix: string,
  products: LineData['products'],
  variants: LineData['variants'],
): LineData {
  return {
    site,
    name,
    unit,
    weekdayShifts,
    saturday,
    sunday,
    cycleSeconds,
    scrap,
    stops,
    speed,
    codePrefix,
    products,
    variants,
  };
}

const north = 'Northfield';
const harbour = 'Harbour';

export const lines: readonly LineData[] = [
  line(
    [north, 'Assembly 1', 'pieces'],
    [2, true, false],
    [42, 0.018, 0.8, 0.9],
    'A',
    ['Ball valve', 'Gate valve'],
    sizes,
  ),
  line(
    [north, 'Assembly 2', 'pieces'],
    [2, false, false],
    [55, 0.022, 0.9, 0.88],
    'B',
    ['Pump head', 'Pressure regulator'],
    sizes,
  ),
  line([north, 'Press 1', 'pieces'], [3, true, false], [6.5, 0.026, 1, 0.9], 'P', ['Flange', 'Cover plate'], sizes),
  line(
    [north, 'Press 2', 'pieces'],
    [3, false, false],
    [7.2, 0.03, 1.1, 0.87],
    'Q',
    ['Bracket', 'Spring washer'],
    metric,
  ),
  line(
    [north, 'Moulding 1', 'pieces'],
    [3, true, false],
    [14, 0.034, 0.9, 0.91],
    'M',
    ['Handle', 'Seal housing'],
    sizes,
  ),
  line([north, 'Moulding 2', 'pieces'], [3, false, false], [18, 0.041, 1.2, 0.86], 'N', ['Impeller', 'Cap'], sizes),
  line(
    [north, 'Machining', 'pieces'],
    [2, false, false],
    [76, 0.024, 1, 0.85],
    'C',
    ['Spindle', 'Threaded sleeve'],
    metric,
  ),
  line(
    [harbour, 'Mixing 1', 'kg'],
    [3, true, true],
    [1.8, 0.012, 0.6, 0.93],
    'X',
    ['Sealing compound', 'Bonding paste'],
    grades,
  ),
  line([harbour, 'Mixing 2', 'kg'], [3, true, true], [2.4, 0.016, 0.7, 0.9], 'Y', ['Filler', 'Primer'], grades),
  line([harbour, 'Filling 1', 'l'], [3, true, false], [1.2, 0.009, 1.1, 0.88], 'F', ['Cleaner', 'Descaler'], flavours),
  line([harbour, 'Filling 2', 'l'], [2, false, false], [0.9, 0.011, 1, 0.86], 'G', ['Lubricant', 'Coolant'], grades),
  line(
    [harbour, 'Packing', 'pieces'],
    [2, false, false],
    [4.8, 0.014, 1.2, 0.89],
    'K',
    ['Service kit', 'Spare part set'],
    sizes,
  ),
];

/** A line that wears out and is repaired, and an item that is new; both are there to be found. */
export const wornLine = 'Press 2';
export const newItemCode = 'B-140';

export interface ItemData {
  code: string;
  name: string;
  cycleSeconds: number;
}

/** The ten items of a line: codes ... A-190, each with its own ideal cycle. */
export function itemsOfLine(data: LineData): ItemData[] {
  return data.products.flatMap((product, half) =>
    data.variants.map((variant, index) => {
      const factor = 0.8 + 0.1 * index + 0.05 * half;
      return {
        code: `${data.codePrefix}-${100 + 10 * (half * 5 + index)}`,
        name: `${product} ${variant}`,
        cycleSeconds: Math.round(data.cycleSeconds * factor * 100) / 100,
      };
    }),
  );
}
