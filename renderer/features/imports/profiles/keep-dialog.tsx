import { Button } from '@mantine/core';
import type { AddedProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import dialog from '../dialog.module.css';
import css from '../imports.module.css';
import own from './profiles.module.css';
import { text } from './text.ts';

interface KeepDialogProps {
  found: Extract<AddedProfile, { outcome: 'sameHeadings' }>;
  error: string | null;
  onKeep: (which: { insteadOf?: number; beside?: boolean }) => void;
  onClose: () => void;
}

/** Asks which of several profiles for the same headings are to be kept. */
export function KeepDialog({ found, error, onKeep, onClose }: KeepDialogProps) {
  const t = useText(text);
  return (
    <Dialog onClose={onClose} title={t.keepTitle} size="md">
      <div className={dialog.words}>
        <p>{t.keepWhich(found.name || t.unnamed)}</p>
        {error !== null && (
          <p className={css.bad} role="alert">
            {error}
          </p>
        )}
      </div>
      <div className={own.choices}>
        <Button data-autofocus onClick={() => onKeep({ beside: true })}>
          {t.beside}
        </Button>
        {found.others.map(({ id, name }) => (
          <Button key={id} variant="default" onClick={() => onKeep({ insteadOf: id })}>
            {t.insteadOf(name || t.unnamed)}
          </Button>
        ))}
        <Button variant="default" onClick={onClose}>
          {t.leave}
        </Button>
      </div>
    </Dialog>
  );
}
