import { Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconArrowsSort,
  IconArrowUp,
  IconEyeOff,
  IconFilter,
  IconPin,
  IconPinnedOff,
} from '@tabler/icons-react';
import type { SortLevels } from '../../../shared/query/records-query.ts';
import { Keys } from '../../commands/keys.tsx';
import { useText } from '../../lib/language.tsx';
import { PointMenu } from '../../ui/point-menu.tsx';
import { isFilterable } from './filter/kinds.ts';
import type { HeadingRequest } from './grid-headings.tsx';
import { withLevel, withoutLevel } from './sort.ts';
import { text } from './text.ts';
import type { Columns } from './use-columns.ts';

interface HeadingMenuProps {
  request: HeadingRequest | null;
  onClose: () => void;
  columns: Columns;
  /** How many columns are shown. */
  count: number;
  sort: SortLevels;
  onSort: (sort: SortLevels) => void;
  onFit: (column: number) => void;
  onFilter: (request: HeadingRequest) => void;
}

/** What can be done with a column: filter and sort by it, freeze, move, fit and hide it. */
export function HeadingMenu({ request, onClose, ...does }: HeadingMenuProps) {
  const t = useText(text);
  return (
    <PointMenu place={request} onClose={onClose} returnFocus={false} label={t.columnMenu}>
      {request && <HeadingMenuItems request={request} {...does} />}
    </PointMenu>
  );
}

function HeadingMenuItems({
  request,
  columns,
  count,
  sort,
  onSort,
  onFit,
  onFilter,
}: Omit<HeadingMenuProps, 'request' | 'onClose'> & { request: HeadingRequest }) {
  const t = useText(text);
  const { index } = request;
  const { id, sort: field } = request.column.column;
  const isLevel = sort.some((level) => level.field === field);
  const { edit, layout } = columns;
  return (
    <>
      {isFilterable(request.column.column) && (
        <Menu.Item
          leftSection={<IconFilter size={16} />}
          rightSection={<Keys shortcut="Alt+↓" />}
          onClick={() => onFilter(request)}
        >
          {t.filterColumn}
        </Menu.Item>
      )}
      {field && (
        <>
          <Menu.Item leftSection={<IconArrowUp size={16} />} onClick={() => onSort([{ field, direction: 'asc' }])}>
            {t.sortUp}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={16} />} onClick={() => onSort([{ field, direction: 'desc' }])}>
            {t.sortDown}
          </Menu.Item>
          {(!isLevel || sort.length > 1) && (
            <Menu.Item
              leftSection={<IconArrowsSort size={16} />}
              onClick={() => onSort(isLevel ? withoutLevel(sort, field) : withLevel(sort, { field, direction: 'asc' }))}
            >
              {isLevel ? t.noLongerBy : t.thenBy}
            </Menu.Item>
          )}
          <Menu.Divider />
        </>
      )}
      {index + 1 !== layout.frozen && (
        <Menu.Item leftSection={<IconPin size={16} />} onClick={() => edit.freeze(index + 1)}>
          {t.freezeUpTo}
        </Menu.Item>
      )}
      {layout.frozen > 0 && (
        <Menu.Item leftSection={<IconPinnedOff size={16} />} onClick={() => edit.freeze(0)}>
          {t.freezeNone}
        </Menu.Item>
      )}
      {index > 0 && (
        <Menu.Item leftSection={<IconArrowLeft size={16} />} onClick={() => edit.moveBy(id, -1)}>
          {t.moveLeft}
        </Menu.Item>
      )}
      {index < count - 1 && (
        <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => edit.moveBy(id, 1)}>
          {t.moveRight}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconArrowsHorizontal size={16} />} onClick={() => onFit(index)}>
        {t.fit}
      </Menu.Item>
      {count > 1 && (
        <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => edit.show(id, false)}>
          {t.hideColumn}
        </Menu.Item>
      )}
    </>
  );
}
