import { type TouchRule, touchRules } from '../../../shared/contract/lots.ts';
import { formatHash, parseHash, setParams, useHash } from '../../lib/router.tsx';

/** What the address says of the screen: the part of a number that is sought, the lot that is open, the rule of what else was touched. */
export interface LotParams {
  find: string;
  lot: string | null;
  rule: TouchRule;
  setFind: (find: string) => void;
  setRule: (rule: TouchRule) => void;
  /** The address that opens a lot beside all else that is said. */
  hrefOf: (lot: string) => string;
}

export function useLotParams(): LotParams {
  const { screen, params } = parseHash(useHash());
  return {
    find: params.get('find') ?? '',
    lot: params.get('lot'),
    rule: touchRules.find((rule) => rule === params.get('touched')) ?? 'line',
    setFind: (find) => change('find', find),
    setRule: (rule) => change('touched', rule === 'line' ? '' : rule),
    hrefOf: (lot) => {
      const next = new URLSearchParams(params);
      next.set('lot', lot);
      return formatHash(screen, next);
    },
  };
}

function change(name: string, value: string): void {
  const { params } = parseHash(window.location.hash);
  if (value === '') params.delete(name);
  else params.set(name, value);
  setParams(params, true);
}
