import { Menu } from '@mantine/core';
import {
  IconCopy,
  IconFilter,
  IconFilterMinus,
  IconFilterOff,
  IconLayoutSidebarRight,
  IconTable,
  type TablerIcon,
} from '@tabler/icons-react';
import { Keys } from '../../commands/keys.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { PointMenu } from '../../ui/point-menu.tsx';
import { type FilterAction, filterKeys } from './cell-filters.ts';
import { cellText } from './cell-text.ts';
import { columnLabel } from './column-label.ts';
import type { CellRequest } from './records-grid.tsx';
import { text } from './text.ts';
import { useCellFilters } from './use-cell-filters.ts';

interface CellMenuProps {
  request: CellRequest | null;
  onClose: () => void;
  onOpen: () => void;
  onCopy: (withHeadings: boolean) => void;
}

/** What can be done with a cell: look only at what is like it, or at all else, open its record, copy. */
export function CellMenu({ request, onClose, ...actions }: CellMenuProps) {
  const t = useText(text);
  return (
    <PointMenu place={request} onClose={onClose} returnFocus={false} label={t.cellMenu}>
      {request && <CellMenuItems request={request} {...actions} />}
    </PointMenu>
  );
}

const icons: Record<FilterAction, TablerIcon> = {
  only: IconFilter,
  allBut: IconFilterMinus,
  from: IconFilter,
  to: IconFilter,
};

interface CellMenuItemsProps extends Omit<CellMenuProps, 'request' | 'onClose'> {
  request: CellRequest;
}

function CellMenuItems({ request, onOpen, onCopy }: CellMenuItemsProps) {
  const t = useText(text);
  const labels = useLabels();
  const scope = useScope();
  const format = useFormat();
  const filters = useCellFilters();
  const { record } = request;
  const { column, decimals } = request.column;
  const label = columnLabel(column, labels, t);
  const field = column.filter;
  const value = record[column.id] as string | null;
  const named = (values: readonly (string | null)[]) => {
    if (values.length !== 1) return null;
    const [only = null] = values;
    return only === null ? null : cellText({ ...record, [column.id]: only }, column, format, decimals);
  };
  const wordsOf = (action: FilterAction, values: readonly (string | null)[]) => {
    const shown = named(values);
    if (action === 'from') return t.fromThis(shown ?? '');
    if (action === 'to') return t.toThis(shown ?? '');
    if (column.kind === 'date' && values.length > 1) return t.onlyTheseDays;
    if (values.length > 1)
      return t[action === 'only' ? 'onlyThese' : 'allButThese'](label, format.number(values.length));
    if (shown === null) return t[action === 'only' ? 'onlyUnrecorded' : 'onlyRecorded'](label);
    return t[action === 'only' ? 'onlyThis' : 'allButThis'](label, shown);
  };
  return (
    <>
      {field !== undefined && scope.isFiltered(field, value) && (
        <Menu.Item leftSection={<IconFilterOff size={16} />} onClick={() => scope.removeFilter(field, value)}>
          {t.noLongerOnly(label, cellText(record, column, format, decimals))}
        </Menu.Item>
      )}
      {filters.of(request).map(({ action, values, change }) => {
        const Icon = icons[action];
        return (
          <Menu.Item
            key={action}
            leftSection={<Icon size={16} />}
            rightSection={<Keys shortcut={filterKeys[action]} />}
            onClick={() => filters.apply(change)}
          >
            {wordsOf(action, values)}
          </Menu.Item>
        );
      })}
      <Menu.Item leftSection={<IconLayoutSidebarRight size={16} />} onClick={onOpen}>
        {t.open}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconCopy size={16} />}
        rightSection={<Keys shortcut="Mod+C" />}
        onClick={() => onCopy(false)}
      >
        {t.copy}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconTable size={16} />}
        rightSection={<Keys shortcut="Mod+Shift+C" />}
        onClick={() => onCopy(true)}
      >
        {t.copyWithHeadings}
      </Menu.Item>
    </>
  );
}
