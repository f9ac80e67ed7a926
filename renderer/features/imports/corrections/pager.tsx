import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useFormat, useText } from '../../../lib/language.tsx';
import css from './corrections.module.css';
import { text } from './text.ts';

interface PagerProps {
  page: number;
  rows: number;
  rowsAPage: number;
  onPage: (page: number) => void;
}

/** Which rows are shown, and the pages before and after. */
export function Pager({ page, rows, rowsAPage, onPage }: PagerProps) {
  const t = useText(text);
  const format = useFormat();
  const last = Math.max(0, Math.ceil(rows / rowsAPage) - 1);
  const first = Math.min(rows, page * rowsAPage + 1);
  const to = Math.min(rows, (page + 1) * rowsAPage);
  return (
    <nav className={css.pager} aria-label={t.pages}>
      <span>{t.page(format.number(first), format.number(to), format.number(rows))}</span>
      <ActionIcon
        aria-label={t.previousPage}
        title={t.previousPage}
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t.nextPage} title={t.nextPage} disabled={page >= last} onClick={() => onPage(page + 1)}>
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
    </nav>
  );
}
