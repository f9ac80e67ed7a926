import { z } from 'zod';
import { gridColumns } from './columns.ts';

const KEY = 'throughline.records.columns';
const layoutSchema = z.object({
  widths: z.record(z.string(), z.number().min(40).max(1_000)),
  shown: z.record(z.string(), z.boolean()),
});

/** Widths in px and which columns are shown, by column id; what is not named is as it was at first. */
export type ColumnLayout = z.infer<typeof layoutSchema>;

/** The layout before a person changed it. */
export function firstLayout(): ColumnLayout {
  return { widths: {}, shown: Object.fromEntries(gridColumns.map((column) => [column.id, !column.hidden])) };
}

/** The remembered layout; what cannot be read is forgotten, and columns of another version are left out. */
export function parseLayout(text: string | null): ColumnLayout {
  const first = firstLayout();
  try {
    const parsed = layoutSchema.safeParse(JSON.parse(text ?? 'null'));
    if (!parsed.success) return first;
    const known = ([id]: [string, unknown]) => id in first.shown;
    return {
      widths: Object.fromEntries(Object.entries(parsed.data.widths).filter(known)),
      shown: { ...first.shown, ...Object.fromEntries(Object.entries(parsed.data.shown).filter(known)) },
    };
  } catch {
    return first;
  }
}

/** Reads the layout this window remembers. */
export function loadLayout(): ColumnLayout {
  return parseLayout(localStorage.getItem(KEY));
}

/** Remembers a layout for the next time. */
export function saveLayout(layout: ColumnLayout): void {
  localStorage.setItem(KEY, JSON.stringify(layout));
}
