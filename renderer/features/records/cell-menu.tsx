import { Menu } from '@mantine/core';
import { IconCopy, IconFilter, IconFilterOff, IconLayoutSidebarRight, IconTable } from '@tabler/icons-react';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { cellText } from './cell-text.ts';
import { columnLabel } from './column-label.ts';
import type { CellRequest } from './records-grid.tsx';
import { text } from './text.ts';

interface CellMenuProps {
  request: CellRequest | null;
  onClose: () => void;
  onOpen: () => void;
  onCopy: (withHeadings: boolean) => void;
}

/** What can be done with a cell: look only at what is like it, open its record, copy. */
export function CellMenu({ request, onClose, onOpen, onCopy }: CellMenuProps) {
  const t = useText(text);
  const labels = useLabels();
  const scope = useScope();
  const format = useFormat();
  if (!request) return null;
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
    <Menu opened onClose={onClose} position="bottom-start" offset={2} withinPortal returnFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: request.x, top: request.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        {isFiltered && field && (
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
      </Menu.Dropdown>
    </Menu>
  );
}
