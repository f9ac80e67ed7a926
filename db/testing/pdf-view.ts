import type { ViewAddress } from '../../shared/contract/reports.ts';
import { viewOfMark } from '../../shared/domain/view-mark.ts';

/** The view that a PDF of this program opens when it is dropped on the window; null where it tells none. */
export function viewOfPdf(file: Buffer): ViewAddress | null {
  const source = file.toString('latin1');
  const [, object] = /\/ThroughlineView (\d+) 0 R/.exec(source) ?? [];
  const [, mark = ''] = new RegExp(`\n${object} 0 obj\n\\(([^()]*)\\)`).exec(source) ?? [];
  return viewOfMark([mark]);
}
