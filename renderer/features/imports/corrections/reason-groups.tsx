import type { Corrections, CorrectionsFilter } from '../../../../shared/import/corrections.ts';
import { useFormat, useText, useTold } from '../../../lib/language.tsx';
import css from './corrections.module.css';
import { text } from './text.ts';

interface ReasonGroupsProps {
  corrections: Pick<Corrections, 'rows' | 'ready' | 'groups'>;
  filter: CorrectionsFilter;
  onFilter: (filter: CorrectionsFilter) => void;
}

/** The kinds of reason, each with how many rows have it and how many of them are records now; one is chosen. */
export function ReasonGroups({ corrections: { rows, ready, groups }, filter, onFilter }: ReasonGroupsProps) {
  const t = useText(text);
  const format = useFormat();
  const tell = useTold();
  const choices = [
    { filter: { of: 'all' as const }, name: t.all, rows, ready },
    ...groups.map(({ kind, ...counts }) => ({ filter: { of: 'kind' as const, kind }, name: tell(kind), ...counts })),
    ...(ready > 0 ? [{ filter: { of: 'ready' as const }, name: t.readyOnes, rows: ready, ready }] : []),
  ];
  return (
    <ul className={css.groups} aria-label={t.groups}>
      {choices.map((choice) => (
        <li key={choice.name}>
          <button
            type="button"
            className={css.group}
            aria-pressed={JSON.stringify(choice.filter) === JSON.stringify(filter)}
            onClick={() => onFilter(choice.filter)}
          >
            <span>{choice.name}</span>
            <span className={css.counts}>
              {t.rows(format.number(choice.rows), choice.rows === 1)}
              {choice.filter.of !== 'ready' && choice.ready > 0 && ` · ${t.ready(format.number(choice.ready))}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
