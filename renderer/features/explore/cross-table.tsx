import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { changeOf, pointDecimalsFor } from '../../../shared/domain/change.ts';
import { measures as definitions, type Measure } from '../../../shared/query/measures.ts';
import { type MeasureFormat, measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { LongName } from '../../ui/long-name.tsx';
import css from '../../ui/table.module.css';
import { comparisonName } from './compare/compared-words.ts';
import { amountNumber, differenceWords } from './compare/difference.ts';
import { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import { divergingHeat, sequentialHeat } from './heat.ts';
import { type OnMarkMenu, openMenu } from './mark-menu.tsx';
import { all, type Member, memberId } from './parts.ts';
import { text } from './text.ts';
import { coordinate, placesOf } from './to-panels.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

interface CrossTableProps {
  shown: Shown;
  names: Names;
  caption: string;
  /** The splits that go down, and the one that goes across. */
  down: readonly number[];
  across: number;
  /** Values of splits that are neither: of the panel this table is. */
  fixed?: ReadonlyMap<number, Member>;
  measures: readonly Measure[];
  withTotals: boolean;
  /** Cells are coloured by how much they hold. */
  isHeat: boolean;
  onDrill: (mark: Coordinate[]) => void;
  onMenu: OnMarkMenu;
}

interface Row {
  members: ReadonlyMap<number, Member>;
  isTotal: boolean;
}

/** Rows against columns: as numbers with totals, or coloured by how much each holds. Arrow keys go from cell to cell. */
export function CrossTable({
  shown,
  names,
  caption,
  down,
  across,
  fixed,
  measures,
  withTotals,
  isHeat,
  onDrill,
  onMenu,
}: CrossTableProps) {
  const t = useText(text);
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const { asked, cube, answer, compared } = shown;
  const c = useText(compareText);
  const comparedName = compared ? comparisonName(compared.comparison, names, c) : '';
  const dimension = asked.splits[across]?.dimension ?? 'line';
  const columns = [...placesOf(shown, across), ...(withTotals ? [all] : [])];
  const membersAt = (row: Row, column: Member) =>
    asked.splits.map((_, at) => (at === across ? column : (row.members.get(at) ?? fixed?.get(at) ?? all)));
  const valuesAt = (row: Row, column: Member) => cube.at(membersAt(row, column));
  const comparedAt = (row: Row, column: Member, measure: Measure) =>
    compared?.at(membersAt(row, column), measure) ?? null;
  const rows = rowsOf(shown, down, withTotals).filter(
    (row) => row.isTotal || columns.some((column) => valuesAt(row, column)),
  );
  const known = (measure: Measure) =>
    rows.flatMap((row) => (row.isTotal ? [] : columns.map((column) => valuesAt(row, column)?.[measure] ?? null)));
  const words = new Map(measures.map((measure) => [measure, measureFormat(measure, answer, known(measure), format)]));
  const [first = 'good'] = measures;
  const differenceAt = (row: Row, column: Member) =>
    changeOf(definitions[first], valuesAt(row, column)?.[first] ?? null, comparedAt(row, column, first))?.amount ??
    null;
  const differences = compared ? rows.flatMap((row) => columns.map((column) => differenceAt(row, column))) : [];
  const pointDecimals = pointDecimalsFor(differences);
  const heat = !isHeat ? null : compared ? divergingHeat(differences) : sequentialHeat(known(first));
  const backgroundAt = (row: Row, column: Member) => {
    if (heat === null || row.isTotal || column.of === 'all') return undefined;
    return heat(compared ? differenceAt(row, column) : (valuesAt(row, column)?.[first] ?? null));
  };
  const markOf = (row: Row, column: Member): Coordinate[] =>
    [...row.members, [across, column] as const, ...(fixed ?? [])]
      .filter(([, member]) => member.of !== 'all')
      .map(([at, member]) => coordinate(shown, at, member));
  return (
    <div className={css.scroll}>
      <table
        ref={table}
        aria-label={caption}
        className={css.table}
        data-heat={isHeat}
        data-compared={compared !== null}
        onKeyDown={(event) => moveFocus(event, table.current)}
      >
        <thead>
          <tr>
            {down.map((at) => (
              <th key={at} scope="col" className={css.name}>
                {names.by(shown.view.by[at] ?? 'line')}
              </th>
            ))}
            {columns.map((column) =>
              measures.map((measure) => (
                <th
                  key={`${memberId(column)} ${measure}`}
                  scope="col"
                  className={css.across}
                  data-total={column.of === 'all'}
                  title={names.member(dimension, column)}
                >
                  <LongName name={isHeat ? names.memberShort(dimension, column) : names.member(dimension, column)} />
                  {measures.length > 1 && <span className={css.unit}> {names.measure(measure)}</span>}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowAt) => (
            <tr key={[...row.members.values()].map(memberId).join(' ')} data-total={row.isTotal}>
              {down.map((at) => (
                <th key={at} scope="row" className={css.name}>
                  <LongName name={names.member(asked.splits[at]?.dimension ?? 'line', row.members.get(at) ?? all)} />
                </th>
              ))}
              {columns.map((column, columnAt) =>
                measures.map((measure, measureAt) => (
                  <Cell
                    key={`${memberId(column)} ${measure}`}
                    measure={measure}
                    value={valuesAt(row, column)?.[measure] ?? null}
                    before={
                      compared?.compares(measure)
                        ? { name: comparedName, value: comparedAt(row, column, measure) }
                        : null
                    }
                    words={words.get(measure)}
                    isDifferenceFirst={isHeat}
                    pointDecimals={pointDecimals}
                    background={backgroundAt(row, column)}
                    isTotal={column.of === 'all'}
                    isFirst={rowAt === 0 && columnAt === 0 && measureAt === 0}
                    label={t.lookCloser(
                      [...markOf(row, column).map((each) => names.member(each.dimension, each.member))].join(', '),
                    )}
                    onDrill={row.isTotal && column.of === 'all' ? null : () => onDrill(markOf(row, column))}
                    onMenu={(event) => openMenu(event, markOf(row, column), onMenu)}
                  />
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isHeat && compared && (
        <p className={css.note}>
          {definitions[first].kind === 'ratio' ? `${c.showsDifference} ${c.inPoints}` : c.showsDifference}
        </p>
      )}
    </div>
  );
}

/** The combinations of what goes down, and the foot. */
function rowsOf(shown: Shown, down: readonly number[], withTotals: boolean): Row[] {
  const combined = down.reduce<ReadonlyMap<number, Member>[]>(
    (rows, at) => rows.flatMap((row) => placesOf(shown, at).map((member) => new Map([...row, [at, member]]))),
    [new Map()],
  );
  const rows = combined.map((members) => ({ members, isTotal: false }));
  return withTotals ? [...rows, { members: new Map(down.map((at) => [at, all])), isTotal: true }] : rows;
}

interface CellProps {
  measure: Measure;
  value: number | null;
  before: { name: string; value: number | null } | null;
  words: MeasureFormat | undefined;
  /** Where colours tell the difference, it is what is written. */
  isDifferenceFirst: boolean;
  pointDecimals: number;
  background: string | undefined;
  isTotal: boolean;
  isFirst: boolean;
  label: string;
  onDrill: (() => void) | null;
  onMenu: (event: MouseEvent) => void;
}

function Cell({ measure, value, before, words, isDifferenceFirst, background, ...cell }: CellProps) {
  const { isTotal, isFirst, label, onDrill, onMenu, pointDecimals } = cell;
  const t = useText(compareText);
  const format = useFormat();
  const full = words?.full ?? format.number;
  const now = full(value);
  const change = before && differenceWords(measure, value, before.value, { full, t, format });
  const difference = before && changeOf(definitions[measure], value, before.value);
  const amount = difference
    ? amountNumber(measure, difference.amount, { full, t, format, pointDecimals })
    : (change ?? '');
  const spoken = before && change ? t.nowAndBefore(now, before.name, full(before.value), change) : now;
  const shown = (
    <>
      <span className={css.cellNumber}>{before && isDifferenceFirst ? amount || now : now}</span>
      {before && !isDifferenceFirst && (
        <span className={css.cellChange} data-tone={difference?.tone}>
          {change}
        </span>
      )}
    </>
  );
  return (
    <td className={css.cell} data-total={isTotal} style={{ background }} title={before ? spoken : undefined}>
      {onDrill === null ? (
        shown
      ) : (
        <button
          type="button"
          className={css.cellButton}
          tabIndex={isFirst ? 0 : -1}
          aria-label={`${spoken}. ${label}`}
          onClick={onDrill}
          onContextMenu={onMenu}
        >
          {shown}
        </button>
      )}
    </td>
  );
}

const moves: Record<string, { row: number; column: number }> = {
  ArrowRight: { row: 0, column: 1 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowDown: { row: 1, column: 0 },
  ArrowUp: { row: -1, column: 0 },
};

/** Moves the focus among the cells by arrow keys: one of them is in the order of the tabulator. */
function moveFocus(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const move = moves[event.key];
  const cell = event.target instanceof HTMLButtonElement ? event.target.closest('td') : null;
  const row = cell?.parentElement;
  if (!table || !move || !cell || !(row instanceof HTMLTableRowElement)) return;
  event.preventDefault();
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  const next = rows[rows.indexOf(row) + move.row]?.cells[cell.cellIndex + move.column]?.querySelector('button');
  if (!next) return;
  for (const each of table.querySelectorAll<HTMLButtonElement>('button[tabindex="0"]')) each.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
