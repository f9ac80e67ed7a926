import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useLabels, useText } from '../../lib/language.tsx';
import { columnLabel } from './column-label.ts';
import { gridColumn } from './columns.ts';
import css from './records.module.css';
import { text } from './text.ts';
import type { ColumnTable } from './use-column-table.ts';

/** Which columns the grid shows. */
export function ColumnChooser({ table, onReset }: { table: ColumnTable; onReset: () => void }) {
  const t = useText(text);
  const labels = useLabels();
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {t.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={css.chooser} aria-label={t.columnsHint}>
          {table.getAllLeafColumns().map((leaf) => {
            const column = gridColumn(leaf.id);
            return (
              column && (
                <Checkbox
                  key={leaf.id}
                  size="xs"
                  label={columnLabel(column, labels, t)}
                  checked={leaf.getIsVisible()}
                  disabled={!leaf.getCanHide()}
                  onChange={(event) => leaf.toggleVisibility(event.currentTarget.checked)}
                />
              )
            );
          })}
          <Button variant="subtle" size="compact-xs" onClick={onReset}>
            {t.resetColumns}
          </Button>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
