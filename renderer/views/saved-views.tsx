import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import {
  IconBookmark,
  IconCopy,
  IconDeviceFloppy,
  IconLayoutDashboard,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { TileScreen } from '../../shared/contract/dashboards.ts';
import type { SavedView } from '../../shared/contract/views.ts';
import { useCommand } from '../commands/commands.tsx';
import { useText } from '../lib/language.tsx';
import { useHash } from '../lib/router.tsx';
import { useShownReport } from '../lib/shown-report.ts';
import { keepStartPage } from '../lib/start-page.ts';
import { addressOf, useSavedViews } from '../lib/use-saved-views.ts';
import { FirstPage, pageShown } from './first-page.tsx';
import { PutOnBoard, tileScreenOf } from './put-on-board.tsx';
import css from './saved-views.module.css';
import { text } from './text.ts';
import { useSeenViews } from './use-seen-views.ts';
import { type ViewChange, ViewDialog } from './view-dialog.tsx';

/** From so many on one is found by typing. */
const SEARCHED_FROM = 8;

const noViews: readonly SavedView[] = [];

/** The saved views, each a link that opens it, and the way to save what is shown, called by its question or its title. */
export function SavedViews() {
  const t = useText(text);
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState('');
  const [change, setChange] = useState<ViewChange | null>(null);
  const [put, setPut] = useState<TileScreen | null>(null);
  const tileScreen = tileScreenOf(useHash());
  const views = useSavedViews();
  const shown = useShownReport();
  const suggestedName = () => (shown?.title ?? titleShown()).slice(0, 80);
  const all = views.data ?? noViews;
  const isOther = useSeenViews(all);
  const isSearched = all.length >= SEARCHED_FROM;
  const found = isSearched ? all.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase())) : all;
  const begin = (next: ViewChange) => {
    setOpened(false);
    setChange(next);
  };
  useCommand('view.save', () => begin({ do: 'save', name: suggestedName() }));
  useCommand('view.putOnBoard', () => setPut(tileScreen ?? 'overview'));
  useCommand('view.openFirst', () => {
    keepStartPage(pageShown(suggestedName()));
    setOpened(true); // where it says so, and can be taken back
  });
  return (
    <>
      <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
        <Popover.Target>
          <ActionIcon
            size="lg"
            aria-label={t.saved}
            title={t.saved}
            aria-expanded={opened}
            onClick={() => {
              setSearch('');
              setOpened(!opened);
            }}
          >
            <IconBookmark size={18} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown className={css.dropdown} aria-label={t.saved}>
          {isSearched && (
            <TextInput
              className={css.search}
              aria-label={t.search}
              placeholder={t.search}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          <ul className={css.list}>
            {found.map((view) => (
              <li key={view.name} className={css.view}>
                <a className={css.name} href={addressOf(view)} title={view.name} onClick={() => setOpened(false)}>
                  {view.name}
                </a>
                <ViewButton
                  label={t.rename(view.name)}
                  icon={IconPencil}
                  onClick={() => begin({ do: 'rename', name: view.name })}
                />
                <ViewButton
                  label={t.copy(view.name)}
                  icon={IconCopy}
                  onClick={() => begin({ do: 'copy', name: view.name })}
                />
                <ViewButton
                  label={t.remove(view.name)}
                  icon={IconTrash}
                  onClick={() => begin({ do: 'remove', name: view.name })}
                />
              </li>
            ))}
          </ul>
          {views.data?.length === 0 && <p className={css.quiet}>{t.none}</p>}
          {all.length > 0 && found.length === 0 && <p className={css.quiet}>{t.noneFound}</p>}
          {views.error && (
            <p className={css.quiet} role="alert">
              {views.error.message}
            </p>
          )}
          <Button
            fullWidth
            variant="default"
            leftSection={<IconDeviceFloppy size={14} aria-hidden />}
            onClick={() => begin({ do: 'save', name: suggestedName() })}
          >
            {t.save}
          </Button>
          {tileScreen && (
            <Button
              fullWidth
              variant="default"
              leftSection={<IconLayoutDashboard size={14} aria-hidden />}
              onClick={() => {
                setOpened(false);
                setPut(tileScreen);
              }}
            >
              {t.putButton}
            </Button>
          )}
          <FirstPage name={suggestedName()} />
        </Popover.Dropdown>
      </Popover>
      {put && <PutOnBoard screen={put} onClose={() => setPut(null)} />}
      {change && <ViewDialog change={change} isOther={isOther} onClose={() => setChange(null)} />}
    </>
  );
}

/** What the screen is called, as the window's own title says it. */
function titleShown(): string {
  return document.title.replace(/ · Throughline$/, '');
}

interface ViewButtonProps {
  label: string;
  icon: typeof IconCopy;
  onClick: () => void;
}

function ViewButton({ label, icon: Icon, onClick }: ViewButtonProps) {
  return (
    <ActionIcon size="sm" aria-label={label} title={label} onClick={onClick}>
      <Icon size={14} />
    </ActionIcon>
  );
}
