import type { ReactNode } from 'react';
import css from './state.module.css';

interface EmptyStateProps {
  /** What is not there, in a sentence. */
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  /** The next step, as a button. */
  action?: ReactNode;
}

/** Stands where the content would be when there is none, and says what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={css.state}>
      <p className={css.title}>{title}</p>
      {children && <div className={css.words}>{children}</div>}
      {action}
    </div>
  );
}
