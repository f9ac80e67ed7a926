import type { StoreIndex } from '../../shared/contract/indexes.ts';
import { indexWords, purposeOf } from '../../shared/text/indexes.ts';
import { formatBytes, formatNumber, formatTable } from './table.ts';

/** Indexes as a table of text: each with its size, how many questions went by it, and what it is for. */
export function indexTable(indexes: readonly StoreIndex[]): string {
  return formatTable(
    [
      { title: 'index', align: 'left' },
      { title: 'size', align: 'right' },
      { title: 'questions', align: 'right' },
      { title: 'for', align: 'left' },
    ],
    indexes.map((index) => [
      index.name,
      formatBytes(index.bytes),
      formatNumber(index.usedBy.reduce((sum, { times }) => sum + times, 0)),
      purposeOf(indexWords.en, index),
    ]),
  );
}
