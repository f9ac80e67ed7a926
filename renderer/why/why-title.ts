import { healthSubjects } from '../../shared/explain/figures.ts';
import type { text } from './text.ts';
import type { Why } from './why.ts';

/** What the drawer is called, and the button that opens it. */
export function whyTitle(why: Why, t: (typeof text)['en']): string {
  switch (why.of) {
    case 'report':
      return why.several || why.measures.length > 1 ? t.whyThese : t.why;
    case 'import':
    case 'file':
      return t.whyThese;
    case 'health':
      return healthSubjects[why.subject].figures.length > 1 ? t.whyThese : t.why;
    case 'search':
      return t.why;
    case 'page':
      return t.whyRows;
    case 'record':
      return t.whyRecord;
  }
}
