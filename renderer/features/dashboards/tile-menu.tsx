import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDotsVertical,
  IconExternalLink,
  IconFileExport,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import type { Shown } from '../../../shared/questions/shown-tile.ts';
import { useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import type { ShownReport } from '../../lib/shown-report.ts';
import { text } from './text.ts';
import { hrefOf } from './tile-address.ts';
import type { TileActions } from './tile-frame.tsx';

interface TileMenuProps {
  tile: Tile;
  title: string;
  shown: Shown | null;
  /** What it shows, once that is known. */
  report: ShownReport | null;
  actions: TileActions;
}

/** What can be done with one tile. */
export function TileMenu({ tile, title, shown, report, actions }: TileMenuProps) {
  const t = useText(text);
  const { range, filters } = useScope();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t.tileMenu(title)} title={t.tileMenu(title)}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {shown && (
          <Menu.Item
            component="a"
            href={hrefOf(shown, { range, filters })}
            leftSection={<IconExternalLink size={14} aria-hidden />}
          >
            {t.openScreen[shown.screen]}
          </Menu.Item>
        )}
        {report && (
          <Menu.Item
            leftSection={<IconFileExport size={14} aria-hidden />}
            onClick={() => actions.onExport({ ...report, title })}
          >
            {t.exportTile}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => actions.onSet(tile)}>
          {t.setTile}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={14} aria-hidden />} onClick={() => actions.onCopy(tile)}>
          {t.copyTile}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => actions.onRemove(tile)}>
          {t.takeTileOff}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
