import type { IndexFinding, StoreIndex } from '../../../shared/contract/indexes.ts';

/** What is looked at of an index. */
type Looked = Pick<StoreIndex, 'name' | 'table' | 'columns' | 'where' | 'origin' | 'serves' | 'usedBy'> & {
  /** Files that should have it and do not. */
  missing: string[];
  /** Since when it is there, as far as that is known; else the beginning of the record. */
  createdAt: string | null;
};

/** What is asked once a month is asked; an index that nobody needed for longer can be told to be unused. */
const UNUSED_DAYS = 31;
const MS_A_DAY = 86_400_000;

/**
 * What is wrong with each index, in their order.
 * 1. The same columns of the same rows twice, or the beginning of another: one of the two is kept up for nothing. What the
 *    program or a constraint needs is not told, but the other one is.
 * 2. Unused is what serves nothing and no question went by since it was made, or since that is recorded, for long enough.
 */
export function findingsOf(indexes: readonly Looked[], since: string, now: Date): IndexFinding[][] {
  return indexes.map((index) => [
    ...overlaps(index, indexes),
    ...unused(index, since, now),
    ...(index.missing.length > 0 ? [{ code: 'missing' as const, partitions: index.missing }] : []),
  ]);
}

function overlaps(index: Looked, indexes: readonly Looked[]): IndexFinding[] {
  if (index.origin === 'built-in' || index.origin === 'constraint') return [];
  for (const other of indexes) {
    if (other === index || other.table !== index.table || other.where !== index.where) continue;
    if (!index.columns.every((column, at) => column === other.columns[at])) continue;
    const code = other.columns.length === index.columns.length ? 'same' : 'beginning';
    return [{ code, other: other.name }];
  }
  return [];
}

function unused(index: Looked, since: string, now: Date): IndexFinding[] {
  if (index.serves !== null || index.usedBy.length > 0) return [];
  const from = index.createdAt !== null && index.createdAt > since ? index.createdAt : since;
  const days = (now.getTime() - new Date(from).getTime()) / MS_A_DAY;
  return days >= UNUSED_DAYS ? [{ code: 'unused', since: from }] : [];
}
