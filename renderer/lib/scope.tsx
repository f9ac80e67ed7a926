import { createContext, type ReactNode, use, useMemo } from 'react';
import type { PeriodGrain } from '../../shared/domain/day.ts';
import { defaultRange } from '../../shared/domain/range.ts';
import type { FilterField } from '../../shared/query/dimensions.ts';
import type { Filter } from '../../shared/query/report-query.ts';
import {
  datesOfChoice,
  type RangeChoice,
  readScope,
  type ScopeChoice,
  withFilter,
  withoutFilter,
  withTurned,
  writeScope,
} from '../../shared/questions/scope-url.ts';
import { parseHash, setParams, useHash } from './router.tsx';
import { useRecordedDates } from './use-recorded-dates.ts';

/** What every screen looks at: a range of production dates and filters. It lives in the address. */
export interface Scope {
  /** Dates, both included; absent while the store has no record. */
  from: string | undefined;
  to: string | undefined;
  filters: Filter[];
  /** The period that each record is of. */
  recordedBy: PeriodGrain;
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
  /** Puts a filter in the place of what its field had, and leaves the others. */
  setFilter: (filter: Filter) => void;
  /** Whether a filter keeps this value by name. */
  isFiltered: (field: FilterField, value: string | null) => boolean;
  /** Takes all filters off; the range stays. */
  clear: () => void;
}

const ScopeContext = createContext<Scope | null>(null);

/** The scope of the address. */
export function ScopeProvider({ children }: { children: ReactNode }) {
  const hash = useHash();
  const choice = useMemo(() => readScope(parseHash(hash).params), [hash]);
  return (
    <ScopeOf choice={choice} now={readFromAddress} change={changeAddress}>
      {children}
    </ScopeOf>
  );
}

function readFromAddress(): ScopeChoice {
  return readScope(parseHash(window.location.hash).params);
}

function changeAddress(next: ScopeChoice): void {
  setParams(writeScope(next, parseHash(window.location.hash).params));
}

/** While the store has no record. */
const noDates = { from: undefined, to: undefined };

interface ScopeOfProps {
  /** What is shown. */
  choice: ScopeChoice;
  /** What is chosen when something is changed, which may be newer than what is shown. */
  now: () => ScopeChoice;
  change: (next: ScopeChoice) => void;
  children: ReactNode;
}

/** A scope for what stands within: that of the window, or of a part that has its own. */
export function ScopeOf({ choice, now, change, children }: ScopeOfProps) {
  const { first, last, recordedBy } = useRecordedDates();
  // The same ones for as long as they do the same, so that a chart that is handed one is not drawn anew for it.
  const changes = useMemo(() => scopeChanges(now, change), [now, change]);
  const scope = useMemo((): Scope => {
    const { filters } = choice;
    const range = choice.range ?? defaultRange;
    const isFiltered: Scope['isFiltered'] = (field, value) => isNamed(filters, field, value, false);
    const dates = datesOfChoice(range, first, last, recordedBy) ?? noDates;
    return { ...dates, recordedBy, range, filters, isFiltered, ...changes };
  }, [choice, changes, first, last, recordedBy]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

type ScopeChanges = Omit<Scope, 'from' | 'to' | 'recordedBy' | 'range' | 'filters' | 'isFiltered'>;

function scopeChanges(now: ScopeOfProps['now'], change: ScopeOfProps['change']): ScopeChanges {
  const filter = (next: (filters: Filter[]) => Filter[]) => change({ ...now(), filters: next(now().filters) });
  const toggle = (field: FilterField, value: string | null, isLeftOut: boolean) =>
    filter((before) =>
      isNamed(before, field, value, isLeftOut)
        ? withoutFilter(before, field, value)
        : withFilter(before, field, value, isLeftOut),
    );
  return {
    setRange: (next) => change({ ...now(), range: next }),
    addFilter: (field, value) => filter((before) => withFilter(before, field, value)),
    removeFilter: (field, value) => filter((before) => withoutFilter(before, field, value)),
    toggleFilter: (field, value) => toggle(field, value, false),
    toggleLeftOut: (field, value) => toggle(field, value, true),
    turnFilter: (field) => filter((before) => withTurned(before, field)),
    setFilter: (next) => filter((before) => [...before.filter(({ field }) => field !== next.field), next]),
    clear: () => filter(() => []),
  };
}

function isNamed(filters: readonly Filter[], field: FilterField, value: string | null, isLeftOut: boolean): boolean {
  return filters.some((each) => each.field === field && (each.not ?? false) === isLeftOut && each.in.includes(value));
}

export function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('No scope above this component');
  return scope;
}
