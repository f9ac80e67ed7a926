import { type FormEvent, useState } from 'react';
import { viewNameSchema } from '../../shared/contract/views.ts';
import { useText } from '../lib/language.tsx';
import { parseHash } from '../lib/router.tsx';
import { withoutTrail } from '../lib/trail.ts';
import { type Change, useChangeViews, useSavedViews } from '../lib/use-saved-views.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormEnd } from '../ui/form-end.tsx';
import { NameInput } from '../ui/name-input.tsx';
import { nameOfCopy } from './name-of-copy.ts';
import css from './saved-views.module.css';
import { text } from './text.ts';

/** What is to be done, with the name it begins with. */
export interface ViewChange {
  do: Change['do'];
  name: string;
}

interface ViewDialogProps {
  change: ViewChange;
  /** Whether the view of a name is another one than this window last showed under it. */
  isOther: (name: string) => boolean;
  onClose: () => void;
}

/** Asks for a name, or whether a view is to go, and does it. What could not be done is said, and can be tried again. */
export function ViewDialog({ change, isOther, onClose }: ViewDialogProps) {
  const t = useText(text);
  const changed = useChangeViews();
  const names = (useSavedViews().data ?? []).map((view) => view.name);
  const [name, setName] = useState(change.do === 'copy' ? nameOfCopy(change.name, names) : change.name);
  const checked = viewNameSchema.safeParse(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (checked.success) changed.mutate(changeTo(change, checked.data), { onSuccess: onClose });
  };
  const replaces = checked.success && names.includes(checked.data);
  return (
    <Dialog onClose={onClose} title={t.titles[change.do]} size={420}>
      <form className={css.form} onSubmit={submit}>
        {change.do === 'remove' ? (
          <p>{t.removeAsk(change.name)}</p>
        ) : (
          <NameInput
            label={t.name}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        {change.do === 'save' && (
          <p className={css.quiet} role="status">
            {replaces ? (isOther(checked.data) ? t.replacesMeanwhile : t.replaces) : t.movesOn}
          </p>
        )}
        <FormEnd
          other={{ label: t.cancel, run: onClose }}
          submit={t.buttons[change.do]}
          isIncomplete={!checked.success}
          isBusy={changed.isPending}
          error={changed.error}
        />
      </form>
    </Dialog>
  );
}

function changeTo({ do: what, name }: ViewChange, to: string): Change {
  if (what === 'remove') return { do: what, name };
  if (what !== 'save') return { do: what, name, to };
  const { screen, params } = parseHash(window.location.hash);
  return { do: 'save', view: { name: to, screen, params: withoutTrail(params).toString() } };
}
