import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { Measure } from '../../../shared/query/measures.ts';
import { changeOf } from '../../charts/totals/change.ts';
import { NO_DATA } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './tables.module.css';
import { text } from './text.ts';

interface ChangeProps {
  measure: Measure;
  now: number | null;
  before: number | null;
}

/** A change as an arrow, a signed number and a colour where one way is better. */
export function Change({ measure, now, before }: ChangeProps) {
  const t = useText(text);
  const format = useFormat();
  const change = changeOf(measure, now, before);
  if (!change) return <span className={css.quiet}>{NO_DATA}</span>;
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual }[change.direction];
  const sign = { up: '+', down: '−', same: '' }[change.direction];
  const amount =
    change.kind === 'percent' ? format.percent(change.amount / 100) : t.points(format.number(change.amount, 1));
  return (
    <span className={css.change} data-tone={change.tone}>
      <Icon size={12} aria-hidden />
      {sign}
      {amount}
    </span>
  );
}
