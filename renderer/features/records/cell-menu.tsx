import { Menu } from '@mantine/core';
import { IconCopy, IconFilter, IconFilterOff, IconLayoutSidebarRight, IconTable } from '@tabler/icons-react';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { cellText } from './cell-text.ts';
import { columnLabel } from './column-label.ts';
import css from './records.module.css';
import type { CellRequest } from './records-grid.tsx';
import { text } from './text.ts';

interface CellMenuProps {
  request: CellRequest | null;
  onClose: () => void;
  onOpen: () => void;
  onCopy: (withHeadings: boolean) => void;
}

/** What can be done with a cell: look only at what is like it, open its record, copy. */
export function CellMenu({ request, onClose, ...actions }: CellMenuProps) {
  const t = useText(text);
  return (
    <Menu
      opened={request !== null}
      onClose={onClose}
      position="bottom-start"
      offset={2}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      // Without 'keydown': the key that opened it would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={css.menuPlace}
          aria-label={t.cellMenu}
          style={{ left: request?.x ?? 0, top: request?.y ?? 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>{request && <CellMenuItems request={request} {...actions} />}</Menu.Dropdown>
    </Menu>
  );
}

interface CellMenuItemsProps extends Omit<CellMenuProps, 'request' | 'onClose'> {
  request: CellRequest;
}

function CellMenuItems({ request, onOpen, onCopy }: CellMenuItemsProps) {
  const t = useText(text);
  const labels = useLabels();
  const scope = useScope();
  const format = useFormat();
  const { record } = request;
  const { column, decimals } = request.column;
  const value = record[column.id];
  const label = columnLabel(column, labels, t);
  const shown = cellText(record, column, format, decimals);
  const field = column.filter;
  const isFiltered = field !== undefined && scope.isFiltered(field, value as string | null);
  const showOnly = () => {
    if (!field) return scope.setRange({ from: record.productionDate, to: record.productionDate });
    scope.removeFilter(field);
    scope.addFilter(field, value as string | null);
  };
  return (
    <>
      {isFiltered && (
        <Menu.Item
          leftSection={<IconFilterOff size={16} />}
          onClick={() => scope.removeFilter(field, value as string | null)}
        >
          {t.noLongerOnly(label, shown)}
        </Menu.Item>
      )}
      {!isFiltered && (field || column.id === 'productionDate') && (
        <Menu.Item leftSection={<IconFilter size={16} />} onClick={showOnly}>
          {value === null ? t.onlyUnrecorded(label) : t.onlyThis(label, shown)}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLayoutSidebarRight size={16} />} onClick={onOpen}>
        {t.open}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => onCopy(false)}>
        {t.copy}
      </Menu.Item>
      <Menu.Item leftSection={<IconTable size={16} />} onClick={() => onCopy(true)}>
        {t.copyWithHeadings}
      </Menu.Item>
    </>
  );
}
