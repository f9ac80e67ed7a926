import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { viewNameSchema } from '../../../../shared/contract/views.ts';
import { useText } from '../../../lib/language.tsx';
import { parseHash } from '../../../lib/router.tsx';
import { useChangeViews, useSavedViews } from '../../../lib/use-saved-views.ts';
import { withoutTrail } from '../trail.ts';
import css from './saved-views.module.css';
import { text } from './text.ts';

/** What is to be done, with the name it begins with. */
export interface ViewChange {
  do: 'save' | 'rename' | 'remove';
  name: string;
}

/** Asks for a name, or whether a view is to go, and does it. What could not be done is said, and can be tried again. */
export function ViewDialog({ change, onClose }: { change: ViewChange; onClose: () => void }) {
  const t = useText(text);
  const [name, setName] = useState(change.name);
  const changed = useChangeViews();
  const views = useSavedViews().data ?? [];
  const checked = viewNameSchema.safeParse(name);
  const titles = { save: t.save, rename: t.renameTitle, remove: t.removeTitle };
  const buttons = { save: t.saveButton, rename: t.renameButton, remove: t.removeButton };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!checked.success) return;
    const { screen, params } = parseHash(window.location.hash);
    const next = {
      save: { do: 'save' as const, view: { name: checked.data, screen, params: withoutTrail(params).toString() } },
      rename: { do: 'rename' as const, name: change.name, to: checked.data },
      remove: { do: 'remove' as const, name: change.name },
    }[change.do];
    changed.mutate(next, { onSuccess: onClose });
  };
  const replaces = change.do === 'save' && views.some((view) => view.name === checked.data);
  return (
    <Modal opened onClose={onClose} title={titles[change.do]} size={420}>
      <form className={css.form} onSubmit={submit}>
        {change.do === 'remove' ? (
          <p>{t.removeAsk(change.name)}</p>
        ) : (
          <TextInput
            data-autofocus
            label={t.name}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {change.do === 'save' && <p className={css.quiet}>{replaces ? t.replaces : t.movesOn}</p>}
        {changed.error && (
          <p role="alert" className={css.failed}>
            {changed.error.message}
          </p>
        )}
        <div className={css.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={!checked.success} loading={changed.isPending}>
            {buttons[change.do]}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
