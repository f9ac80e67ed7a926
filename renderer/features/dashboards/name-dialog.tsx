import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { viewNameSchema } from '../../../shared/contract/views.ts';
import { useText } from '../../lib/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NameInput } from '../../ui/name-input.tsx';
import css from './dashboards.module.css';
import { text } from './text.ts';

interface NameDialogProps {
  /** What the name is for. */
  does: 'add' | 'rename' | 'copy';
  name: string;
  /** Settles when it is done; what could not be done is said, and can be tried again. */
  action: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a dashboard. */
export function NameDialog({ does, name: first, action, onClose }: NameDialogProps) {
  const t = useText(text);
  const [name, setName] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const checked = viewNameSchema.safeParse(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!checked.success) return;
    action(checked.data).then(onClose, (cause: unknown) =>
      setError(cause instanceof Error ? cause.message : String(cause)),
    );
  };
  return (
    <Dialog onClose={onClose} title={t.titles[does]} size={420}>
      <form className={css.form} onSubmit={submit}>
        <NameInput
          label={t.name}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error && (
          <p role="alert" className={css.failed}>
            {error}
          </p>
        )}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!checked.success}>
            {t.buttons[does]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
