import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../../commands/commands.tsx';
import { useText } from '../../../lib/language.tsx';
import { addressOf, useSavedViews } from '../../../lib/use-saved-views.ts';
import css from './saved-views.module.css';
import { text } from './text.ts';
import { type ViewChange, ViewDialog } from './view-dialog.tsx';

/** The saved views, each a link that opens it, and the way to save the one that is shown. */
export function SavedViews({ suggestedName }: { suggestedName: string }) {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  const [change, setChange] = useState<ViewChange | null>(null);
  const views = useSavedViews();
  const begin = (next: ViewChange) => {
    setOpened(false);
    setChange(next);
  };
  useCommand('view.save', () => begin({ do: 'save', name: suggestedName }));
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={320} trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={14} aria-hidden />}
            onClick={() => setOpened(!opened)}
          >
            {t.saved}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={css.dropdown} aria-label={t.saved}>
          <ul className={css.list}>
            {views.data?.map((view) => (
              <li key={view.name} className={css.view}>
                <a className={css.name} href={addressOf(view)} onClick={() => setOpened(false)}>
                  {view.name}
                </a>
                <ActionIcon
                  size="sm"
                  aria-label={t.rename(view.name)}
                  onClick={() => begin({ do: 'rename', name: view.name })}
                >
                  <IconPencil size={14} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t.remove(view.name)}
                  onClick={() => begin({ do: 'remove', name: view.name })}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          {views.data?.length === 0 && <p className={css.quiet}>{t.none}</p>}
          {views.error && (
            <p className={css.quiet} role="alert">
              {views.error.message}
            </p>
          )}
          <Button
            fullWidth
            variant="default"
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            onClick={() => begin({ do: 'save', name: suggestedName })}
          >
            {t.save}
          </Button>
        </Popover.Dropdown>
      </Popover>
      {change && <ViewDialog change={change} onClose={() => setChange(null)} />}
    </>
  );
}
