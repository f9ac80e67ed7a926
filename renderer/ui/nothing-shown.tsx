import { Button } from '@mantine/core';
import { useText } from '../lib/language.tsx';
import { useScope } from '../lib/scope.tsx';
import { EmptyState } from './empty-state.tsx';
import css from './state.module.css';
import { text } from './text.ts';

/** Stands for a whole screen when no record is in the range or passes the filters. */
export function NothingShown() {
  const t = useText(text);
  const { filters, clear, setRange } = useScope();
  const filtered = filters.length > 0;
  return (
    <div className={css.nothingShown}>
      <EmptyState
        title={t.nothingShown}
        action={
          <Button onClick={filtered ? clear : () => setRange('all')}>{filtered ? t.clearFilters : t.allDates}</Button>
        }
      >
        {filtered ? t.nothingShownFilters : t.nothingShownRange}
      </EmptyState>
    </div>
  );
}
