import { useState } from 'react';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { toTsv } from '../../lib/tsv.ts';
import { columnLabel } from './column-label.ts';
import type { GridHandle } from './records-grid.tsx';
import { spreadsheetCell, spreadsheetFormat } from './spreadsheet-cell.ts';
import { text } from './text.ts';
import { MOST_CHOSEN } from './use-chosen-records.ts';
import type { RecordPages } from './use-record-pages.ts';

const SAY_MS = 4_000;

/**
 * Copies what is chosen in the grid as tab-separated text in the person's locale, also rows that are not on the screen, and says
 * how it went.
 */
export function useCopy(pages: RecordPages): {
  copied: string;
  copy: (grid: GridHandle, withHeadings: boolean) => void;
} {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const [copied, setCopied] = useState('');
  const say = (words: string) => {
    setCopied(words);
    setTimeout(() => setCopied((now) => (now === words ? '' : now)), SAY_MS);
  };
  const copy = async (grid: GridHandle, withHeadings: boolean) => {
    const { firstRow, lastRow, columns } = grid.chosen();
    if (firstRow < 0) return;
    if (lastRow - firstRow >= MOST_CHOSEN) return say(t.tooManyToCopy(format.number(MOST_CHOSEN)));
    try {
      const records = await pages.store.rows(firstRow, lastRow, new AbortController().signal);
      const headings = withHeadings ? [columns.map(({ column }) => columnLabel(column, labels, t))] : [];
      const written = spreadsheetFormat(format.locale);
      const lines = records.map((record) => columns.map(({ column }) => spreadsheetCell(record, column, written)));
      await navigator.clipboard.writeText(toTsv([...headings, ...lines]));
      say(t.copied(format.number(lines.length), format.number(columns.length)));
    } catch {
      say(t.copyFailed);
    }
  };
  return { copied, copy: (grid, withHeadings) => void copy(grid, withHeadings) };
}
