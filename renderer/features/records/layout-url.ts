import { type ColumnLayout, columnLayoutSchema } from '../../../shared/contract/column-sets.ts';
import { firstLayout, isSameLayout } from './column-layout.ts';

/** The param of an address that holds a layout. */
export const COLUMNS_PARAM = 'columns';

/** What stands before a column that is shown, or hidden, by hand. */
const SHOWN = '+';
const HIDDEN = '-';

/** A layout as it stands in an address: 'o:lotNumber,line;w:line.120;s:+note,-shift;f:2;d:compact'; null for that before any change. */
export function writeLayout(layout: ColumnLayout): string | null {
  const first = firstLayout();
  if (isSameLayout(layout, first)) return null;
  const { order, widths, shown, frozen, density } = layout;
  const parts = [
    ['o', order.join()],
    ['w', listed(widths, (id, width) => `${id}.${width}`)],
    ['s', listed(shown, (id, isShown) => (isShown ? SHOWN : HIDDEN) + id)],
    ['f', frozen === first.frozen ? '' : String(frozen)],
    ['d', density === first.density ? '' : density],
  ];
  return parts.flatMap(([name, text]) => (text === '' ? [] : [`${name}:${text}`])).join(';');
}

function listed<Value>(values: Record<string, Value>, write: (id: string, value: Value) => string): string {
  return Object.entries(values)
    .map(([id, value]) => write(id, value))
    .sort()
    .join();
}

/** The layout that an address holds; null where it holds none or cannot be understood. */
export function readLayout(text: string | null): ColumnLayout | null {
  if (text === null) return null;
  const parts = new Map(text.split(';').map((part) => [part.slice(0, 1), part.slice(2)]));
  const list = (name: string) => (parts.get(name) ?? '').split(',').filter((each) => each !== '');
  const widths = list('w').map((each) => each.split('.'));
  const parsed = columnLayoutSchema.safeParse({
    order: list('o'),
    widths: Object.fromEntries(widths.map(([id = '', width]) => [id, Number(width)])),
    shown: Object.fromEntries(list('s').map((each) => [each.slice(1), each.startsWith(SHOWN)])),
    ...(parts.has('f') ? { frozen: Number(parts.get('f')) } : {}),
    ...(parts.has('d') ? { density: parts.get('d') } : {}),
  });
  return parsed.success ? parsed.data : null;
}
