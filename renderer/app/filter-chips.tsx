import { UnstyledButton } from '@mantine/core';
import type { Filter } from '../../shared/query/report-query.ts';
import { FilterChip } from '../filters/filter-chip.tsx';
import { useFormat, useLabels, useText } from '../lib/language.tsx';
import { useScope } from '../lib/scope.tsx';
import { AddFilter } from './add-filter.tsx';
import css from './filter-chips.module.css';
import { text } from './text.ts';

/** More values of one field than this are told by their count. */
const NAMED = 2;

/** The filters as chips that can be taken off, one a field, and the way to add one. */
export function FilterChips() {
  const t = useText(text);
  const { filters, clear } = useScope();
  return (
    <>
      <AddFilter />
      {filters.length > 0 && (
        <ul className={css.chips} aria-label={t.filters}>
          {filters.map((filter) => (
            <Chip key={filter.field} filter={filter} />
          ))}
        </ul>
      )}
      {filters.length > 1 && (
        <UnstyledButton className={css.clear} onClick={clear}>
          {t.clearFilters}
        </UnstyledButton>
      )}
    </>
  );
}

function Chip({ filter }: { filter: Filter }) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { removeFilter } = useScope();
  const names = filter.in.map((value) => value ?? t.notRecorded);
  const values = names.length > NAMED ? t.count(names.length) : format.list(names);
  const field = labels.dimensions[filter.field];
  return (
    <FilterChip
      name={filter.not ? t.without(field) : field}
      kept={values}
      title={names.join(', ')}
      onRemove={() => removeFilter(filter.field)}
    />
  );
}
