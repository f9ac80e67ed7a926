import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Format } from '../../lib/format.ts';
import { useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { LongName } from '../../ui/long-name.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { ariaSort, flipped, SortButton, type SortDirection } from '../../ui/sort-button.tsx';
import table from '../../ui/table.module.css';
import css from './oee.module.css';
import { sortedBy } from './place-order.ts';
import type { StopsOfLine } from './stops.ts';
import { text } from './text.ts';

export interface StopsColumn {
  id: string;
  label: string;
  unit?: string;
  /** What it is, in a sentence. */
  title?: string;
  read: (stops: StopsOfLine) => number | null;
  decimals: number;
}

interface StopsTableProps {
  caption: string;
  lines: readonly StopsOfLine[];
  whole: StopsOfLine;
  columns: readonly StopsColumn[];
  format: Format;
}

/** A row for each line; the head of a column sorts, a click on a line is a filter. */
export function StopsTable({ caption, lines, whole, columns, format }: StopsTableProps) {
  const t = useText(text);
  const labels = useLabels();
  const { toggleFilter, isFiltered } = useScope();
  const [order, setOrder] = useState<{ id: string; direction: SortDirection }>({ id: 'mtbf', direction: 'asc' });
  const sortOf = (id: string) => (id === order.id ? order.direction : null);
  const sortBy = (id: string, first: SortDirection) => setOrder({ id, direction: flipped(sortOf(id), first) });
  const read = columns.find(({ id }) => id === order.id)?.read ?? (({ line }: StopsOfLine) => line);
  return (
    <Scrolled label={caption} className={css.tableScroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col" className={table.name} aria-sort={ariaSort(sortOf('line'))}>
              <SortButton
                label={labels.dimensions.line}
                sorted={sortOf('line')}
                onClick={() => sortBy('line', 'asc')}
              />
            </th>
            {columns.map(({ id, label, unit, title }) => (
              <th key={id} scope="col" title={title} aria-sort={ariaSort(sortOf(id))}>
                <SortButton label={label} sorted={sortOf(id)} isNumber onClick={() => sortBy(id, 'desc')} />
                {unit && <span className={table.unit}> {unit}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sortedBy(lines, read, order.direction).map((stops) => {
            const name = stops.line ?? t.notRecorded;
            return (
              <tr key={stops.line ?? ''}>
                <td className={table.name} data-quiet={stops.line === null}>
                  <UnstyledButton
                    className={table.closer}
                    aria-label={t.filterBy(name)}
                    aria-pressed={isFiltered('line', stops.line)}
                    onClick={() => toggleFilter('line', stops.line)}
                  >
                    <LongName name={name} />
                  </UnstyledButton>
                </td>
                {columns.map((column) => (
                  <td key={column.id}>{format.number(column.read(stops), column.decimals)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={table.name}>
              {t.total}
            </th>
            {columns.map((column) => (
              <td key={column.id}>{format.number(column.read(whole), column.decimals)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Scrolled>
  );
}
