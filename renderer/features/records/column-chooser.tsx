import { Button, Checkbox, Popover, SegmentedControl } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { densities } from '../../../shared/contract/column-sets.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { columnLabel } from './column-label.ts';
import { columnsInOrder, isShown } from './column-layout.ts';
import { ColumnSets } from './column-sets.tsx';
import css from './columns.module.css';
import type { GridColumn } from './columns.ts';
import { text } from './text.ts';
import type { Columns } from './use-columns.ts';

interface ColumnChooserProps {
  columns: Columns;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

/** Which columns the grid shows and how close, and the sets of them that are kept. */
export function ColumnChooser({ columns, opened, onChange }: ColumnChooserProps) {
  const t = useText(text);
  const { layout, edit, neverFilled } = columns;
  const all = columnsInOrder(layout);
  const shown = all.filter((column) => isShown(layout, column, neverFilled));
  const box = (column: GridColumn) => {
    const isChecked = shown.includes(column);
    return (
      <ColumnBox
        key={column.id}
        column={column}
        isChecked={isChecked}
        isLast={isChecked && shown.length === 1}
        onChange={(show) => edit.show(column.id, show)}
      />
    );
  };
  return (
    <Popover opened={opened} onChange={onChange} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns3 size={14} aria-hidden />}
          onClick={() => onChange(!opened)}
        >
          {t.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={css.chooser} aria-label={t.columns}>
        <ColumnSets columns={columns} onApplied={() => onChange(false)} />
        <SegmentedControl
          fullWidth
          aria-label={t.density}
          value={layout.density}
          data={densities.map((value) => ({ value, label: t.densities[value] }))}
          onChange={(value) => {
            const density = densities.find((each) => each === value);
            if (density) edit.setDensity(density);
          }}
        />
        <fieldset className={css.boxes} aria-label={t.columnsHint}>
          {all.filter(({ id }) => !neverFilled.has(id)).map(box)}
        </fieldset>
        {neverFilled.size > 0 && (
          <fieldset className={css.boxes} aria-label={t.neverFilled}>
            <p className={css.quiet}>{t.neverFilled}</p>
            {all.filter(({ id }) => neverFilled.has(id)).map(box)}
          </fieldset>
        )}
        <Button variant="subtle" size="compact-xs" onClick={() => edit.apply()}>
          {t.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

interface ColumnBoxProps {
  column: GridColumn;
  isChecked: boolean;
  isLast: boolean;
  onChange: (show: boolean) => void;
}

function ColumnBox({ column, isChecked, isLast, onChange }: ColumnBoxProps) {
  const t = useText(text);
  const labels = useLabels();
  return (
    <Checkbox
      size="xs"
      label={columnLabel(column, labels, t)}
      checked={isChecked}
      disabled={isLast}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
