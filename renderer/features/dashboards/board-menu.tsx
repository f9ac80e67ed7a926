import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCalendarClock,
  IconChevronDown,
  IconCopy,
  IconDotsVertical,
  IconFileExport,
  IconPencil,
  IconPlus,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { CommandId } from '../../../shared/commands/registry.ts';
import type { Dashboard } from '../../../shared/contract/dashboards.ts';
import { useCommands } from '../../commands/commands.tsx';
import { useText } from '../../lib/language.tsx';
import { addressOfDashboard, useDashboardName, useDashboards } from '../../lib/use-dashboards.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { nameOfCopy } from '../../views/name-of-copy.ts';
import { NameDialog } from './name-dialog.tsx';
import { text } from './text.ts';
import { useChangeBoards } from './use-boards.ts';

type Asked = 'add' | 'rename' | 'copy' | 'remove';

interface BoardMenuProps {
  board: Dashboard;
  onRename: (name: string) => void;
  /** Before a command that is for the whole dashboard. */
  onWhole: () => void;
}

/** Other dashboards to go to, and what can be done with this one. */
export function BoardMenu({ board, onRename, onWhole }: BoardMenuProps) {
  const t = useText(text);
  const { run } = useCommands();
  const all = useDashboards().data ?? [];
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutateAsync } = useChangeBoards();
  const nameOf = useDashboardName();
  const name = nameOf(board);
  const names = all.map(nameOf);
  const first: Record<Exclude<Asked, 'remove'>, string> = { add: '', rename: name, copy: nameOfCopy(name, names) };
  const actions: Record<Exclude<Asked, 'remove'>, (name: string) => Promise<unknown>> = {
    add: (next) => mutateAsync({ do: 'add', dashboard: { name: next, tiles: [] } }),
    copy: (next) => mutateAsync({ do: 'add', dashboard: { name: next, tiles: board.tiles } }),
    rename: async (next) => onRename(next),
  };
  const close = () => setAsked(null);
  const runForWhole = (command: CommandId) => {
    onWhole();
    run(command);
  };
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t.boards}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {all.map((each) => (
            <Menu.Item
              key={each.id}
              component="a"
              href={addressOfDashboard(each.id)}
              aria-current={each.id === board.id ? 'page' : undefined}
              {...(each.id === board.id ? { fw: 600 } : {})}
            >
              {nameOf(each)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAsked('add')}>
            {t.newBoard}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon size={30} variant="default" aria-label={t.boardMenu} title={t.boardMenu}>
            <IconDotsVertical size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setAsked('rename')}>
            {t.rename}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={14} aria-hidden />} onClick={() => setAsked('copy')}>
            {t.duplicate}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileExport size={14} aria-hidden />} onClick={() => runForWhole('file.export')}>
            {t.exportBoard}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCalendarClock size={14} aria-hidden />}
            onClick={() => runForWhole('file.schedule')}
          >
            {t.scheduleBoard}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => window.print()}>
            {t.print}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setAsked('remove')}>
            {t.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'remove' && (
        <ConfirmDialog
          title={t.removeTitle}
          confirm={t.removeButton}
          cancel={t.cancel}
          destroys
          action={() => mutateAsync({ do: 'remove', id: board.id })}
          onClose={close}
        >
          <p>{t.removeAsk(name)}</p>
        </ConfirmDialog>
      )}
      {asked !== null && asked !== 'remove' && (
        <NameDialog does={asked} name={first[asked]} action={actions[asked]} onClose={close} />
      )}
    </>
  );
}
