import { Menu } from '@mantine/core';
import { IconArrowsDiff, IconFilter, IconFilterOff, IconTable, IconZoomIn } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { type FilterField, isPeriod } from '../../../shared/query/dimensions.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { comparableFields } from '../../../shared/questions/explore/comparison.ts';
import type { ExploreView } from '../../../shared/questions/explore/view.ts';
import { useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { PointMenu } from '../../ui/point-menu.tsx';
import type { Coordinate } from './drill.ts';
import { text } from './text.ts';
import type { Names } from './words.ts';

/** A mark of which a person asks what can be done with it, at a point of the window, px. */
export interface MarkRequest {
  mark: Coordinate[];
  scope: ChartScope;
  x: number;
  y: number;
}

export type OnMarkMenu = (mark: Coordinate[], at: { x: number; y: number }) => void;

/** Opens the menu of a mark by the right button, or below what has the focus by the menu key. */
export function openMenu(event: MouseEvent, mark: Coordinate[], onMenu: OnMarkMenu): void {
  event.preventDefault();
  const box = event.currentTarget.getBoundingClientRect();
  const isByPointer = event.clientX !== 0 || event.clientY !== 0;
  onMenu(mark, isByPointer ? { x: event.clientX, y: event.clientY } : { x: box.left, y: box.bottom });
}

interface MarkMenuProps {
  request: MarkRequest | null;
  view: ExploreView;
  names: Names;
  onClose: () => void;
  onDrill: (mark: Coordinate[], scope: ChartScope) => void;
  onRecords: (mark: Coordinate[], scope: ChartScope) => void;
  onChange: (view: ExploreView) => void;
}

/** What can be done with a mark: closer, only it, without it, compared with it, its records. */
export function MarkMenu({ request, onClose, ...actions }: MarkMenuProps) {
  const t = useText(text);
  return (
    <PointMenu place={request} onClose={onClose} label={t.markMenu}>
      {request && <MarkMenuItems request={request} {...actions} />}
    </PointMenu>
  );
}

interface NamedValue {
  field: FilterField;
  value: string | null;
}

/** The values of a mark, of which a filter can be made. */
function valuesOf(mark: readonly Coordinate[]): NamedValue[] {
  return mark.flatMap(({ dimension, member }) =>
    isPeriod(dimension) || member.of !== 'value' ? [] : { field: dimension, value: member.value },
  );
}

function MarkMenuItems({
  request: { mark, scope },
  view,
  names,
  onDrill,
  onRecords,
  onChange,
}: Omit<MarkMenuProps, 'request' | 'onClose'> & { request: MarkRequest }) {
  const t = useText(text);
  const { filters, addFilter, removeFilter, toggleLeftOut } = useScope();
  const values = valuesOf(mark).map((each) => ({
    ...each,
    words: [names.by(each.field), names.member(each.field, { of: 'value', value: each.value })] as const,
  }));
  const only = ({ field, value }: NamedValue) => {
    removeFilter(field);
    addFilter(field, value);
  };
  const leaveOut = ({ field, value }: NamedValue) => {
    const kept = filters.find((filter) => filter.field === field && !filter.not);
    // Of several that are kept, the others stay.
    if (kept && kept.in.length > 1) removeFilter(field, value);
    else toggleLeftOut(field, value);
  };
  return (
    <>
      <Menu.Item leftSection={<IconZoomIn size={16} />} onClick={() => onDrill(mark, scope)}>
        {t.closer}
      </Menu.Item>
      <Menu.Item leftSection={<IconTable size={16} />} onClick={() => onRecords(mark, scope)}>
        {t.showRecords}
      </Menu.Item>
      {values.map((each) => (
        <div key={each.field}>
          <Menu.Divider />
          <Menu.Item leftSection={<IconFilter size={16} />} onClick={() => only(each)}>
            {t.only(...each.words)}
          </Menu.Item>
          <Menu.Item leftSection={<IconFilterOff size={16} />} onClick={() => leaveOut(each)}>
            {t.leaveOut(...each.words)}
          </Menu.Item>
          {comparableFields.map(
            (field) =>
              field === each.field && (
                <Menu.Item
                  key={field}
                  leftSection={<IconArrowsDiff size={16} />}
                  onClick={() => onChange({ ...view, comparison: { with: 'value', field, value: each.value } })}
                >
                  {t.compareWith(...each.words)}
                </Menu.Item>
              ),
          )}
        </div>
      ))}
    </>
  );
}
