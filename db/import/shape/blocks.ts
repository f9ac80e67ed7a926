/**
 * Rows that say what the rows below them have in common, as printed lists put them between: 'Line: L1', 'Machine;M-07', or a bare
 * 'L1' alone in its row. What they say becomes a column of each row that follows, until another says otherwise:
 * 1. a row whose cells are all labels with their values, of which the profile names at least one;
 * 2. a row with a single cell, where the profile says that such cells stand there.
 * A column of the file is filled where it is blank; any other stands before those of the file, so that a row with too few or too
 * many cells keeps what it was told.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Block } from '../../../shared/import/shape.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { kindOfCell } from './kind-of-cell.ts';
import type { TableHead } from './shaper.ts';
import { totalLabel } from './total-words.ts';

const LABELLED = /^\s*([^:：=]*\p{L}[^:：=]*?)\s*[:：=]\s*(.*?)\s*$/su;
const ONLY_LABEL = /^\s*(.*\p{L}.*?)\s*[:：]\s*$/su;
const LONGEST_LABEL = 40;
/** A longer text is no label with its value, nor several. */
const LONGEST = 200;
const HAS_MARK = /[:：=]/u;
/** What is put around such a text: '--- L1 ---', '[L1]', '** L1 **'. */
const DECORATION = /^(?:[*#=_~<>\u2500-\u257f-]{2,}|\[)\s*|\s*(?:[*#=_~<>\u2500-\u257f-]{2,}|\])$/gu;

/** A label and what stands behind it. */
export type Labelled = readonly [label: string, value: string];

/** What a row of labels and their values says; null for any other row. `isLabel` tells labels that have no colon. */
export function labelledIn(cells: readonly string[], isLabel: (text: string) => boolean): Labelled[] | null {
  const found: Labelled[] = [];
  let label: string | null = null;
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    if (label !== null) {
      if (isLabel(text)) return null;
      found.push([label, text]);
      label = null;
      continue;
    }
    if (text.length > LONGEST) return null;
    const pairs = HAS_MARK.test(text) ? pairsIn(text) : null;
    if (pairs !== null) found.push(...pairs);
    else {
      label = ONLY_LABEL.exec(text)?.[1] ?? (isLabel(text) ? text : null);
      if (label === null) return null;
    }
  }
  return label === null && found.length > 0 ? found : null;
}

/** 'Line: L1', or several of them set apart in one cell. */
function pairsIn(text: string): Labelled[] | null {
  const parts = text.split(/\s{2,}|\s*[,;|]\s+(?=[^,;|:：]*\p{L}[^,;|:：]*[:：])/u).filter((part) => part !== '');
  const pairs = parts.map(pairIn);
  const areAll = pairs.every((pair) => pair !== null);
  if (areAll && pairs.length > 0) return pairs as Labelled[];
  const whole = pairIn(text);
  return whole === null ? null : [whole];
}

function pairIn(text: string): Labelled | null {
  const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
  return label === '' || value === '' || label.length > LONGEST_LABEL ? null : [label, value];
}

/** What stands alone in a row, with its place; null for a row of more cells, or none. */
export function aloneIn({ cells, merged }: CsvRow): { at: number; text: string } | null {
  if (merged !== undefined) return null;
  let found = -1;
  for (let at = 0; at < cells.length; at += 1) {
    if ((cells[at] ?? '').trim() === '') continue;
    if (found >= 0) return null;
    found = at;
  }
  if (found < 0) return null;
  if ((cells[found] ?? '').length > LONGEST) return null;
  const text = (cells[found] ?? '').trim().replace(DECORATION, '').trim();
  return text === '' || totalLabel(text) !== null ? null : { at: found, text };
}

/** Gives each row what the rows between say. Rows are to be shown in the order of the file, each once. */
export interface BlockReader {
  /** Columns that are no columns of the file; their cells stand before its own. */
  added: readonly string[];
  /** Whether the row says what follows by labels; it is taken in then. */
  takesLabels(row: CsvRow): boolean;
  /** The same of a row with a single cell. */
  takesAlone(row: CsvRow): boolean;
  /** The cells of a row with what was said; `isUnnamed` where nothing was yet. */
  fill<Row extends CsvRow>(row: Row): { row: Row; isUnnamed: boolean };
}

/** Compiles the blocks of a profile for a file with these columns; null where it has none. */
export function createBlockReader(
  { shape: { blocks = [] } }: ImportProfile,
  columns: readonly string[],
  preamble: readonly CsvRow[],
): BlockReader | null {
  if (blocks.length === 0) return null;
  const values = blocks.map(() => '');
  const places = blocks.map(({ column }) => columns.indexOf(column));
  const added = blocks.flatMap((_, each) => ((places[each] as number) < 0 ? [each] : []));
  const byLabel = new Map(
    blocks.flatMap(({ label }, each) => (label === undefined ? [] : [[foldHeading(label), each]])),
  );
  const isLabel = (text: string) => byLabel.has(foldHeading(text));

  const takesLabels = ({ cells, merged }: CsvRow): boolean => {
    if (merged !== undefined || byLabel.size === 0) return false;
    const said = (labelledIn(cells, isLabel) ?? []).filter(([label]) => isLabel(label));
    for (const [label, value] of said) values[byLabel.get(foldHeading(label)) as number] = value;
    return said.length > 0;
  };
  const takesAlone = (row: CsvRow): boolean => {
    const alone = aloneIn(row);
    const each = alone === null ? -1 : blocks.findIndex((block) => standsFor(block, alone));
    if (alone === null || each < 0) return false;
    values[each] = alone.text;
    return true;
  };
  for (const row of preamble) takesLabels(row);
  const title = preamble.at(-1);
  if (title) takesAlone(title);
  return {
    added: added.map((each) => blocks[each]?.column ?? ''),
    takesLabels,
    takesAlone,
    fill(row) {
      const cells = [...added.map((each) => values[each] as string), ...row.cells];
      let isUnnamed = added.some((each) => values[each] === '');
      for (const [each, place] of places.entries()) {
        if (place < 0 || place >= row.cells.length || (row.cells[place] ?? '').trim() !== '') continue;
        cells[added.length + place] = values[each] as string;
        if (values[each] === '') isUnnamed = true;
      }
      return { row: { ...row, cells }, isUnnamed };
    },
  };
}

function standsFor({ label, at = 0, holds = 'text' }: Block, alone: { at: number; text: string }): boolean {
  return label === undefined && alone.at === at && (kindOfCell(alone.text) === 'date') === (holds === 'date');
}

/** The rows of a table with what the rows between say, and without these. */
export function withBlocksRead(
  profile: ImportProfile,
  head: TableHead,
  columns: readonly string[],
  rows: readonly CsvRow[],
): readonly CsvRow[] {
  const blocks = createBlockReader(profile, columns, head.preamble);
  if (blocks === null) return rows;
  return rows.flatMap((row) => (blocks.takesLabels(row) || blocks.takesAlone(row) ? [] : [blocks.fill(row).row]));
}
