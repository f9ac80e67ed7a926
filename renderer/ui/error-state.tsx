import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useText } from '../lib/language.tsx';
import css from './state.module.css';
import { text } from './text.ts';

interface ErrorStateProps {
  /** What was thrown; its message is a sentence for people. */
  error: unknown;
  /** Tries again; the button is left out when there is nothing to try. */
  onRetry?: () => void;
  /** Another next step than trying again. */
  action?: ReactNode;
}

/** Stands where the content would be when it could not be had: a sentence and the next step. */
export function ErrorState({ error, onRetry, action }: ErrorStateProps) {
  const t = useText(text);
  return (
    <div className={css.state} role="alert">
      <p className={css.title}>
        <IconAlertTriangle className={css.icon} size={18} aria-hidden />
        {t.failed}
      </p>
      <p className={css.words}>{error instanceof Error ? error.message : String(error)}</p>
      {action ?? (onRetry && <Button onClick={onRetry}>{t.retry}</Button>)}
    </div>
  );
}
