import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import type { ToldChange } from '../../../shared/domain/change.ts';
import { NO_DATA } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import type { ComparedScope } from '../compared-scope.ts';
import css from './change-words.module.css';
import { text } from './text.ts';

interface ChangeWordsProps {
  /** Null when there is nothing to compare. */
  change: ToldChange | null;
  scope: ComparedScope;
  /** False while the comparison is still asked. */
  settled: boolean;
}

/** A change as an arrow, a number and a word, then a colour. */
export function ChangeWords({ change, scope, settled }: ChangeWordsProps) {
  const t = useText(text);
  const format = useFormat();
  if (!scope.covered) return <span>{t.notCoveredBefore(format.date(scope.firstDate))}</span>;
  if (!settled) {
    // As high as what will stand here, so that nothing moves then.
    return <span className={css.awaited}>{t.up(format.percent(0.1), scope.before)}</span>;
  }
  if (!change) return <span>{`${NO_DATA} ${t.nothingBefore}`}</span>;
  const number = format.number(change.tenths, 1);
  const amount = change.kind === 'percent' ? format.percent(change.tenths / 100) : t.points(number);
  const words = change.direction === 'same' ? t.same(scope.before) : t[change.direction](amount, scope.before);
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual }[change.direction];
  return (
    <span className={css.change} data-tone={change.tone}>
      <Icon size={14} aria-hidden />
      {words}
    </span>
  );
}
