import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import css from './attention.module.css';

interface AttentionWordsProps {
  /** What it is, in a few words. */
  title?: string;
  /** The sentence after it. */
  children: ReactNode;
}

/** What needs attention: a mark, what it is, and a sentence. */
export function AttentionWords({ title, children }: AttentionWordsProps) {
  return (
    <>
      <IconAlertTriangle className={css.icon} size={16} aria-hidden />
      <p className={css.words}>
        {title && <strong className={css.title}>{title}</strong>} {children}
      </p>
    </>
  );
}

/** A card with a line for each thing that needs attention. */
export function AttentionList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={css.card} aria-label={label}>
      <ul className={css.list}>{children}</ul>
    </section>
  );
}

/** A line of the list: its words, and the next step as a button. */
export function AttentionItem({ children }: { children: ReactNode }) {
  return <li className={css.item}>{children}</li>;
}

/** A line below the content that stays until it is closed. */
export function AttentionNotice({
  close,
  onClose,
  children,
}: {
  close: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <div className={css.notice}>
      {children}
      <ActionIcon size="sm" aria-label={close} onClick={onClose}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
