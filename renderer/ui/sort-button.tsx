import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useText } from '../lib/language.tsx';
import css from './table.module.css';
import { text } from './text.ts';

export type SortDirection = 'asc' | 'desc';

interface SortButtonProps {
  label: string;
  /** Which way the table is sorted by this column; null when it is not. */
  sorted: SortDirection | null;
  /** Whether the column is one of numbers: its arrow then stands before the words, which end where the numbers do. */
  isNumber?: boolean;
  onClick: () => void;
}

/** The head of a column, which sorts the table by it. */
export function SortButton({ label, sorted, isNumber = false, onClick }: SortButtonProps) {
  const t = useText(text);
  const Icon = sorted === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton className={css.sort} data-number={isNumber} title={t.sortBy(label)} onClick={onClick}>
      {label}
      {sorted && <Icon size={12} aria-hidden />}
    </UnstyledButton>
  );
}

/** What a heading says of it to assistive technology. */
export function ariaSort(direction: SortDirection | null): 'ascending' | 'descending' | undefined {
  if (direction === null) return undefined;
  return direction === 'asc' ? 'ascending' : 'descending';
}

/** The direction after a click: the other one, or the usual one of a column that was not sorted by. */
export function flipped(now: SortDirection | null, first: SortDirection): SortDirection {
  if (now === null) return first;
  return now === 'asc' ? 'desc' : 'asc';
}
