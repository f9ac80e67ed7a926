import { isoFromDay } from '../../shared/domain/day.ts';
import type { ImportProfileInput } from '../../shared/import/profile.ts';
import type { Random } from '../sample/random.ts';

/** One table written in another shape, with the profile that reads it. */
export interface ShapedVariant {
  title: string;
  lines: string[];
  shape: ImportProfileInput['shape'];
  fields?: ImportProfileInput['fields'];
  headerLine?: number;
}

const words = ['Total', 'SUBTOTAL', 'Summe', '소계', 'Итого', '합 계', 'Gesamt:'];

/** A random table of days by lines, every cell filled, plain and in each of the shapes that plants write. */
export function shapedVariants(random: Random): { plain: string[]; variants: ShapedVariant[] } {
  const lines = Array.from({ length: 2 + random.below(3) }, (_, at) => `Press ${at + 1}`);
  const days = Array.from({ length: 3 + random.below(4) }, (_, at) => isoFromDay(19_723 + at));
  const good = days.map(() => lines.map(() => String((1 + random.below(5_000)) / (random.below(2) ? 1 : 4))));
  const rows = days.flatMap((day, at) => lines.map((line, place) => `${day},${line},${good[at]?.[place]}`));
  const header = 'date,line,good';
  const word = () => words[random.below(words.length)] ?? 'Total';
  const sum = (figures: readonly string[]) => String(figures.reduce((total, figure) => total + Number(figure), 0));
  const byDay = (label: (day: string) => string) =>
    days.flatMap((day, at) => [
      ...rows.slice(at * lines.length, (at + 1) * lines.length),
      `${label(day)},${sum(good[at] ?? [])}`,
    ]);
  const paged = rows.flatMap((row, at) =>
    random.below(3) ? [row] : ['', `Page ${at + 1},,`, 'Output,,', header, row],
  );
  return {
    plain: [header, ...rows],
    variants: [
      { title: 'pages', lines: ['Output', header, ...paged], headerLine: 2, shape: {} },
      { title: 'units', lines: [header, ',,pcs', ...rows], shape: { units: { good: 'pcs' } } },
      {
        title: 'no headings',
        lines: rows,
        shape: { headings: 0 },
        fields: {
          productionDate: { column: 'Column 1' },
          line: { column: 'Column 2' },
          goodQuantity: { column: 'Column 3' },
        },
      },
      {
        title: 'totals by words',
        lines: [header, ...byDay(() => `,${word()}`), `${word()},,${sum(good.flat())}`],
        shape: {},
      },
      { title: 'totals by sums', lines: [header, ...byDay((day) => `${day},${word()}`)], shape: { totals: 'sums' } },
      {
        title: 'lines beside each other',
        lines: [['date', ...lines].join(','), ...days.map((day, at) => [day, ...(good[at] ?? [])].join(','))],
        shape: {
          unpivot: { name: 'line', values: ['good'], groups: lines.map((label) => ({ label, columns: [label] })) },
        },
      },
      {
        title: 'two rows of headings',
        lines: ['when,where,how many', header, ...rows],
        shape: { headings: 2 },
        fields: {
          productionDate: { column: 'when / date' },
          line: { column: 'where / line' },
          goodQuantity: { column: 'how many / good' },
        },
      },
    ],
  };
}
