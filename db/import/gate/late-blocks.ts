/**
 * Rows set aside that say what the rows below them have in common, as 'Line: L1' does, where nobody was asked about such rows: none
 * stood among the first of the file. The rows below would count for no line, or for that of before.
 */
import type { RecordField } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { fieldOfName } from '../headings/field-of-name.ts';
import type { Rejection } from '../rows/record-draft.ts';
import { aloneIn, labelledIn } from '../shape/blocks.ts';
import { kindOfCell } from '../shape/kind-of-cell.ts';

/** What rows can have in common, with the column that lacks it then. */
const columnOf = {
  site: 'site_id',
  line: 'line_id',
  shift: 'shift_id',
  operator: 'operator_id',
  itemCode: 'item_id',
  itemName: 'item_id',
  lotNumber: 'lot_number',
} as const satisfies Partial<Record<RecordField, string>>;
type SharedField = keyof typeof columnOf;

const LONGEST_LABEL = 40;
const LONGEST_ALONE = 30;
/** One text that stands alone in its row may be a remark. */
const FEWEST_ALONE = 2;

export interface LateBlock {
  column: (typeof columnOf)[SharedField];
  /** The first line that says it, and what stands there. */
  line: number;
  text: string;
  /** Rows below may have what was said before, in another way. */
  isSaidBefore: boolean;
}

export class BlockWatch {
  readonly #found = new Map<string, LateBlock>();
  readonly #saidBefore: ReadonlySet<string>;
  readonly #alone = new Set<string>();
  #firstAlone: Pick<LateBlock, 'line' | 'text'> | null = null;

  constructor(profile: ImportProfile | null) {
    const blocks = profile?.shape.blocks ?? [];
    this.#saidBefore = new Set(blocks.flatMap(({ column }) => columnNamed(column) ?? []));
  }

  seeRejected({ line, cells }: Rejection): void {
    // What rows between said before stands in front of the cells of the file.
    for (let before = 0; before <= this.#saidBefore.size; before += 1) {
      const own = cells.slice(before);
      const labelled = labelledIn(own, isNameOfColumn);
      if (labelled === null) continue;
      for (const [label] of labelled) this.#add(columnNamed(label), line, own);
      return;
    }
    this.#seeAlone(line, cells);
  }

  found(): LateBlock[] {
    const found = [...this.#found.values()];
    if (this.#firstAlone === null || this.#alone.size < FEWEST_ALONE || this.#found.has('line_id')) return found;
    return [...found, { column: 'line_id', ...this.#firstAlone, isSaidBefore: false }];
  }

  #add(column: LateBlock['column'] | null, line: number, cells: readonly string[]): void {
    if (column === null || this.#found.has(column)) return;
    this.#found.set(column, { column, line, text: textOf(cells), isSaidBefore: this.#saidBefore.has(column) });
  }

  #seeAlone(line: number, cells: readonly string[]): void {
    if (this.#alone.size >= FEWEST_ALONE) return;
    const text = aloneIn({ line, cells: [...cells] })?.text ?? '';
    if (text.length > LONGEST_ALONE || kindOfCell(text) !== 'text') return;
    this.#alone.add(text);
    this.#firstAlone ??= { line, text };
  }
}

function isNameOfColumn(text: string): boolean {
  return columnNamed(text) !== null;
}

function columnNamed(text: string): LateBlock['column'] | null {
  if (text.length > LONGEST_LABEL || !/\p{L}/u.test(text)) return null;
  const field = fieldOfName(text);
  return field !== null && field in columnOf ? columnOf[field as SharedField] : null;
}

function textOf(cells: readonly string[]): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');
}
