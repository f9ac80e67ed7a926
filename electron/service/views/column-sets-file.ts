import { type ColumnSet, columnSetSchema, MOST_COLUMN_SETS } from '../../../shared/contract/column-sets.ts';
import { NamedFile } from './named-file.ts';

/** The column sets of a store. */
export class ColumnSetsFile extends NamedFile<ColumnSet> {
  constructor(path: string, onChange?: () => void) {
    const most = MOST_COLUMN_SETS;
    super(path, { schema: columnSetSchema, one: 'column set', several: 'column sets', most }, onChange);
  }
}
