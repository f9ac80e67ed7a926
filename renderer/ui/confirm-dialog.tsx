import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import css from './confirm-dialog.module.css';
import { Dialog } from './dialog.tsx';
import { Told } from './told.tsx';

interface ConfirmDialogProps {
  title: string;
  size?: 'md' | 'lg';
  /** The verb on the button; null where there is nothing to do. */
  confirm: string | null;
  cancel: string;
  /** What is done cannot be taken back by a click. */
  destroys?: boolean;
  /** Begins it; the dialog closes once that is done, and says why where it cannot be. */
  action: () => Promise<unknown>;
  onClose: () => void;
  /** What will happen, what is kept, and what can be undone. */
  children: ReactNode;
}

/** Says what something will do before it is done. */
export function ConfirmDialog({ title, size = 'md', children, ...does }: ConfirmDialogProps) {
  const { confirm, cancel, destroys, action, onClose } = does;
  const doing = useMutation({ mutationFn: action, onSuccess: onClose });
  return (
    <Dialog onClose={onClose} title={title} size={size}>
      <div className={css.words}>
        {children}
        {doing.isError && (
          <p className={css.bad} role="alert">
            <Told message={doing.error.message} />
          </p>
        )}
      </div>
      <div className={css.buttons}>
        <Button data-autofocus variant="default" onClick={onClose}>
          {cancel}
        </Button>
        {confirm !== null && (
          <Button {...(destroys ? { color: 'red.9' } : {})} loading={doing.isPending} onClick={() => doing.mutate()}>
            {confirm}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
