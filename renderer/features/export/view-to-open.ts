import { type ViewAddress, viewAddressSchema } from '../../../shared/contract/reports.ts';
import type { Filter } from '../../../shared/query/report-query.ts';
import { writeScope } from '../../../shared/questions/scope-url.ts';
import { parseHash } from '../../lib/router.tsx';
import type { ExportableReport } from './exportable.ts';

interface WrittenScope {
  from: string | undefined;
  to: string | undefined;
  filters: Filter[];
}

/**
 * The view that a report file opens again: the screen as its address has it, or the one that shows what was chosen, over the
 * very days that were written, as 'last 12 months' means others later. Undefined where no address holds that much.
 */
export function viewToOpen(
  what: ExportableReport | 'records' | 'shown',
  hash: string,
  { from, to, filters }: WrittenScope,
): ViewAddress | undefined {
  const { screen, params } = parseHash(hash);
  const wanted = what === 'shown' ? screen : what === 'records' ? 'records' : 'overview';
  const kept = wanted === screen ? params : new URLSearchParams();
  const range = from && to ? { from, to } : null;
  const view = { screen: wanted, params: writeScope({ range, filters }, kept).toString() };
  return viewAddressSchema.safeParse(view).data;
}
