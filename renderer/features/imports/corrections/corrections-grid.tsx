// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are edited is a grid
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type {
  CorrectedRow,
  CorrectionStep,
  Corrections,
  RejectHeadings,
} from '../../../../shared/import/corrections.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { CellInput } from './cell-input.tsx';
import css from './corrections.module.css';
import { type Place, placeAfter, withEmptyCell, within, withoutCell } from './grid-keys.ts';
import { text } from './text.ts';

interface CorrectionsGridProps {
  columns: Corrections['columns'];
  rows: readonly CorrectedRow[];
  dimmed: boolean;
  onStep: (step: CorrectionStep) => void;
  onTakeBack: () => void;
  /** A cell got the focus. */
  onColumn: (place: { below: RejectHeadings; column: number }) => void;
}

/** Rows as they stand in the file, cells to be edited, and beside each why it is no record. */
export function CorrectionsGrid({ columns, rows, dimmed, onStep, onTakeBack, onColumn }: CorrectionsGridProps) {
  const t = useText(text);
  const format = useFormat();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<{ text: string } | null>(null);
  const width = Math.max(
    rows.length === 0 ? columns.record.length : 0,
    ...rows.map(({ below, cells }) => Math.max(columns[below]?.length ?? 0, cells.length)),
  );
  const size = { rows: rows.length, columns: width };
  const widths = widthsOfSections(rows, columns);
  const place = within(at, size);
  const hadFocus = useRef(false);

  // The focus stays in the grid while rows are read anew.
  useEffect(() => {
    if (editing !== null || !hadFocus.current) return;
    grid.current?.querySelector<HTMLElement>(`[data-at="${place.row}:${place.column}"]`)?.focus();
  }, [place.row, place.column, editing]);

  const go = (next: Place) => {
    setAt(next);
    onColumn({ below: rows[next.row]?.below ?? 'record', column: next.column });
  };
  const row = rows[place.row];
  const commit = (changed: string, key: string) => {
    setEditing(null);
    if (row && changed !== (row.cells[place.column] ?? '')) {
      onStep({ type: 'cell', row: row.row, column: place.column, text: changed });
    }
    go(placeAfter(place, key, size) ?? place);
  };
  const replaceRow = (cells: string[]) => row && onStep({ type: 'row', row: row.row, cells });

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || !row) return;
    const mod = event.ctrlKey || event.metaKey;
    const next = mod || event.altKey ? null : placeAfter(place, event.key, size);
    if (next) go(next);
    else if (mod && event.key.toLowerCase() === 'z') onTakeBack();
    else if (event.altKey && event.key === 'ArrowRight') replaceRow(withEmptyCell(row.cells, place.column));
    else if (event.altKey && event.key === 'ArrowLeft') replaceRow(withoutCell(row.cells, place.column));
    else if (mod || event.altKey) return;
    else if (event.key === 'Enter' || event.key === 'F2') setEditing({ text: row.cells[place.column] ?? '' });
    else if (event.key === 'Delete') commit('', '');
    else if (event.key.length === 1) setEditing({ text: event.key });
    else return;
    event.preventDefault();
  };

  return (
    <div className={css.scroll} data-dimmed={dimmed}>
      <table
        ref={grid}
        role="grid"
        aria-label={t.grid}
        className={css.grid}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={(event) => {
          hadFocus.current = event.currentTarget.contains(event.relatedTarget) || event.relatedTarget === null;
        }}
      >
        <thead>
          <Headings below={rows[0]?.below ?? 'record'} columns={columns} own={widths[0] ?? width} width={width} />
        </thead>
        <tbody>
          {rows.map((each, index) => (
            <Fragment key={each.row}>
              {index > 0 && each.below !== rows[index - 1]?.below && (
                <Headings below={each.below} columns={columns} own={widths[index] ?? width} width={width} />
              )}
              <tr data-ready={each.reason === null}>
                <th scope="row" className={css.line}>
                  {format.number(each.line)}
                </th>
                <td className={css.reason} title={each.reason ?? undefined}>
                  {each.reason ?? t.isRecord}
                </td>
                {Array.from({ length: width }, (_, column) => {
                  const isHere = place.row === index && place.column === column;
                  const cell = each.cells[column];
                  const before = each.before === null ? cell : each.before[column];
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                      key={column}
                      role="gridcell"
                      className={css.cell}
                      data-at={`${index}:${column}`}
                      data-marked={each.marked.includes(column) || undefined}
                      data-changed={before !== cell || undefined}
                      data-missing={(cell === undefined && column < (widths[index] ?? width)) || undefined}
                      data-outside={column >= (widths[index] ?? width) || undefined}
                      title={before === cell ? undefined : t.was(before ?? '')}
                      aria-invalid={each.marked.includes(column) || undefined}
                      tabIndex={isHere ? 0 : -1}
                      onFocus={() => go({ row: index, column })}
                      onDoubleClick={() => setEditing({ text: cell ?? '' })}
                    >
                      {isHere && editing !== null ? (
                        <CellInput
                          label={t.cell(columns[each.below]?.[column] ?? t.beyond, format.number(each.line))}
                          initial={editing.text}
                          onCommit={commit}
                          onCancel={() => setEditing(null)}
                        />
                      ) : (
                        <span>{cell}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** For each row how many columns the rows around it have that stand below the same headings: their headings, and cells beyond. */
function widthsOfSections(rows: readonly CorrectedRow[], columns: Corrections['columns']): number[] {
  const widths: number[] = [];
  for (let from = 0; from < rows.length; ) {
    const below = rows[from]?.below ?? 'record';
    const end = rows.findIndex((row, at) => at > from && row.below !== below);
    const section = rows.slice(from, end < 0 ? rows.length : end);
    const own = Math.max(columns[below]?.length ?? 0, ...section.map(({ cells }) => cells.length));
    widths.push(...section.map(() => own));
    from += section.length;
  }
  return widths;
}

interface HeadingsProps extends Pick<CorrectionsGridProps, 'columns'> {
  below: RejectHeadings;
  /** Columns that its rows have; the grid may be wider where others have more. */
  own: number;
  width: number;
}

/** Where lines stand as in their file, below headings of their own. */
function Headings({ below, columns: { [below]: names = [] }, own, width }: HeadingsProps) {
  const t = useText(text);
  return (
    <tr>
      <th className={css.line}>{t.line}</th>
      <th className={css.reason}>{below === 'record' ? t.reason : t.lineReason[below]}</th>
      {Array.from({ length: own }, (_, column) => (
        <th key={names[column] ?? column} data-beyond={column >= names.length || undefined}>
          {names[column] ?? t.beyond}
        </th>
      ))}
      {own < width && <td colSpan={width - own} />}
    </tr>
  );
}
