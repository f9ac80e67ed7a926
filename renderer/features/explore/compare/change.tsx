import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { changeOf } from '../../../../shared/domain/change.ts';
import { type Measure, measures } from '../../../../shared/query/measures.ts';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import css from '../../../ui/table.module.css';
import { amountWords, shareWords } from './difference.ts';
import { text } from './text.ts';

interface ChangeProps {
  measure: Measure;
  now: number | null;
  before: number | null;
  full: (value: number | null) => string;
  pointDecimals: number;
}

/** The difference as a signed number, in points for a ratio. */
export function DifferenceNumber({ measure, now, before, full, pointDecimals }: ChangeProps) {
  const t = useText(text);
  const format = useFormat();
  const difference = changeOf(measures[measure], now, before);
  return difference ? amountWords(measure, difference.amount, { full, t, format, pointDecimals }) : NO_DATA;
}

/** A change as an arrow, a word and a percentage, and a colour where one way is better. */
export function Change({ measure, now, before }: Omit<ChangeProps, 'full' | 'pointDecimals'>) {
  const t = useText(text);
  const format = useFormat();
  const difference = changeOf(measures[measure], now, before);
  if (!difference) {
    if (now === null && before === null) return <span className={css.quiet}>{NO_DATA}</span>;
    return <span className={css.quiet}>{now === null ? t.isGone : t.isNew}</span>;
  }
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual }[difference.direction];
  return (
    <span className={css.change} data-tone={difference.tone}>
      <Icon size={12} aria-hidden />
      {shareWords(difference, t, format)}
    </span>
  );
}
