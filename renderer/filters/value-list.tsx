import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { rowsOf } from '../../shared/query/answer-rows.ts';
import type { FilterField } from '../../shared/query/dimensions.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { useScope } from '../lib/scope.tsx';
import { useReport } from '../lib/use-report.ts';
import { useValues } from '../lib/use-values.ts';
import { text } from './text.ts';
import css from './value-list.module.css';

const SEARCH_DELAY_MS = 150;

interface ValueListProps {
  field: FilterField;
  /** Takes the focus as it comes, where what holds it was there before. */
  autoFocus?: boolean;
}

/** The values of a field, searchable, each with how many records have it: those ticked are kept, or left out. */
export function ValueList({ field, autoFocus = false }: ValueListProps) {
  const t = useText(text);
  const format = useFormat();
  const { filters, isFiltered, toggleFilter, toggleLeftOut, turnFilter } = useScope();
  const [search, setSearch] = useState('');
  const [sought] = useDebouncedValue(search, SEARCH_DELAY_MS);
  const { data, error } = useValues(field, sought);
  const own = filters.find((filter) => filter.field === field);
  const [leavesOut, setLeavesOut] = useState(own?.not ?? false);
  const counts = useCounts(field, data?.values.map(({ value }) => value) ?? []);
  const turn = (next: boolean) => {
    setLeavesOut(next);
    if (own && (own.not ?? false) !== next) turnFilter(field);
  };
  return (
    <>
      <SegmentedControl
        fullWidth
        className={css.kind}
        aria-label={t.keepOrLeaveOut}
        value={leavesOut ? 'leaveOut' : 'keep'}
        data={[
          { value: 'keep', label: t.keep },
          { value: 'leaveOut', label: t.leaveOut },
        ]}
        onChange={(next) => turn(next === 'leaveOut')}
      />
      <TextInput
        data-autofocus
        autoFocus={autoFocus}
        aria-label={t.searchValues}
        placeholder={t.searchValues}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={css.values}>
        {data?.values.map(({ value, label }) => (
          <div key={value === null ? 'null' : `=${value}`} className={css.value}>
            <Checkbox
              size="xs"
              label={value === null ? t.notRecorded : value === label ? value : `${value} ${label}`}
              checked={leavesOut ? own?.not === true && own.in.includes(value) : isFiltered(field, value)}
              onChange={() => (leavesOut ? toggleLeftOut : toggleFilter)(field, value)}
            />
            {counts && <span className={css.count}>{format.number(counts.get(value) ?? 0)}</span>}
          </div>
        ))}
        {data?.values.length === 0 && <p className={css.note}>{t.noValues}</p>}
        {data?.more && <p className={css.note}>{t.moreValues}</p>}
        {error && (
          <p className={css.note} role="alert">
            {error.message}
          </p>
        )}
      </div>
    </>
  );
}

/** How many records of the range, with the other filters, have each of these values; null while that is not known. */
function useCounts(field: FilterField, values: readonly (string | null)[]): ReadonlyMap<string | null, number> | null {
  const { from, to, filters } = useScope();
  const others = filters.filter((filter) => filter.field !== field);
  const { shown, isPlaceholderData } = useReport(
    from && to && values.length > 0
      ? {
          measures: ['records'],
          dimensions: [field],
          from,
          to,
          filters: [...others, { field, in: [...values] }],
        }
      : null,
  );
  if (!shown || isPlaceholderData) return null;
  return new Map(rowsOf(shown, field).map(({ key, values: counted }) => [key, counted.records ?? 0]));
}
