import { MOST_VIEWS, type SavedView, savedViewSchema } from '../../../shared/contract/views.ts';
import { NamedFile } from './named-file.ts';

/** The saved views of a store. */
export class ViewsFile extends NamedFile<SavedView> {
  constructor(path: string, onChange: () => void) {
    super(path, { schema: savedViewSchema, one: 'view', several: 'saved views', most: MOST_VIEWS }, onChange);
  }
}
