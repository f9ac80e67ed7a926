import { formatHash, parseHash } from '../../../lib/router.tsx';

const PARAM = 'batch';

function go(screen: string, change: (params: URLSearchParams) => void): void {
  const { params } = parseHash(window.location.hash);
  change(params);
  window.location.hash = formatHash(screen, params);
}

/** Shows the rows that an import set aside, to be corrected. */
export function goToCorrections(batchId: number): void {
  go('imports/corrections', (params) => params.set(PARAM, String(batchId)));
}

/** Goes back to the imports. */
export function leaveCorrections(): void {
  go('imports', (params) => params.delete(PARAM));
}

/** The import that an address names; null where it names none. */
export function batchInAddress(hash: string): number | null {
  const batchId = Number(parseHash(hash).params.get(PARAM));
  return Number.isInteger(batchId) && batchId > 0 ? batchId : null;
}
