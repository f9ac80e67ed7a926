import { createContext, type ReactNode, use, useMemo } from 'react';
import { datesOfPreset, defaultRange } from '../../shared/domain/range.ts';
import type { FilterField } from '../../shared/query/dimensions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import { parseHash, setParams, useHash } from './router.tsx';
import {
  type RangeChoice,
  readScope,
  type ScopeChoice,
  withFilter,
  withoutFilter,
  withTurned,
  writeScope,
} from './scope-url.ts';
import { useStatus } from './use-status.ts';

/** What every screen looks at: a range of production dates and filters. It lives in the address. */
export interface Scope {
  /** Dates, both included; absent while the store has no record. */
  from: string | undefined;
  to: string | undefined;
  filters: Filter[];
  /** What was chosen, a preset or dates. */
  range: RangeChoice;
  setRange: (range: RangeChoice) => void;
  /** Keeps one more value of a field; values of one field are 'or', fields are 'and'. */
  addFilter: (field: FilterField, value: string | null) => void;
  /** Takes a value off, or the whole field when no value is named. */
  removeFilter: (field: FilterField, value?: string | null) => void;
  /** Adds the value or takes it off. */
  toggleFilter: (field: FilterField, value: string | null) => void;
  /** Leaves a value out, or no longer. */
  toggleLeftOut: (field: FilterField, value: string | null) => void;
  /** Leaves out what the filter of a field kept, or the other way round. */
  turnFilter: (field: FilterField) => void;
  /** Whether a filter keeps this value by name. */
  isFiltered: (field: FilterField, value: string | null) => boolean;
  /** Takes all filters off; the range stays. */
  clear: () => void;
}

const ScopeContext = createContext<Scope | null>(null);

export function ScopeProvider({ children }: { children: ReactNode }) {
  const hash = useHash();
  const { firstDate, lastDate } = useStatus().data ?? { firstDate: null, lastDate: null };
  const scope = useMemo((): Scope => {
    const choice = readScope(parseHash(hash).params);
    const range = choice.range ?? defaultRange;
    const change = (next: Partial<ScopeChoice>) => {
      const kept = parseHash(window.location.hash).params;
      setParams(writeScope({ ...readScope(kept), ...next }, kept));
    };
    const filtersNow = () => readScope(parseHash(window.location.hash).params).filters;
    const isNamed = (field: FilterField, value: string | null, isLeftOut: boolean) =>
      choice.filters.some(
        (filter) => filter.field === field && (filter.not ?? false) === isLeftOut && filter.in.includes(value),
      );
    const toggle = (field: FilterField, value: string | null, isLeftOut: boolean) =>
      change({
        filters: isNamed(field, value, isLeftOut)
          ? withoutFilter(filtersNow(), field, value)
          : withFilter(filtersNow(), field, value, isLeftOut),
      });
    return {
      ...resolve(range, firstDate, lastDate),
      filters: choice.filters,
      range,
      setRange: (next) => change({ range: next }),
      addFilter: (field, value) => change({ filters: withFilter(filtersNow(), field, value) }),
      removeFilter: (field, value) => change({ filters: withoutFilter(filtersNow(), field, value) }),
      toggleFilter: (field, value) => toggle(field, value, false),
      toggleLeftOut: (field, value) => toggle(field, value, true),
      turnFilter: (field) => change({ filters: withTurned(filtersNow(), field) }),
      isFiltered: (field, value) => isNamed(field, value, false),
      clear: () => change({ filters: [] }),
    };
  }, [hash, firstDate, lastDate]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

function resolve(range: RangeChoice, first: string | null, last: string | null): Pick<Scope, 'from' | 'to'> {
  if (typeof range !== 'string') return range;
  return first && last ? datesOfPreset(range, first, last) : { from: undefined, to: undefined };
}

export function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('No scope above this component');
  return scope;
}
