import { UnstyledButton } from '@mantine/core';
import { pointDecimalsFor } from '../../../shared/domain/change.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { ExploreView, Order } from '../../../shared/questions/explore/view.ts';
import { measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { LongName } from '../../ui/long-name.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { ariaSort, flipped, SortButton } from '../../ui/sort-button.tsx';
import css from '../../ui/table.module.css';
import { Change, DifferenceNumber } from './compare/change.tsx';
import { comparisonName } from './compare/compared-words.ts';
import { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import { flatRows } from './flat-rows.ts';
import { type OnMarkMenu, openMenu } from './mark-menu.tsx';
import { all, type Member, memberId } from './parts.ts';
import { text } from './text.ts';
import { coordinate } from './to-panels.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

interface FlatTableProps {
  shown: Shown;
  names: Names;
  caption: string;
  onDrill: (mark: Coordinate[]) => void;
  onMenu: OnMarkMenu;
  onChange: (view: ExploreView) => void;
}

/** A row for each group, with the whole at the foot as its records give it; the head of a column sorts. */
export function FlatTable({ shown, names, caption, onDrill, onMenu, onChange }: FlatTableProps) {
  const t = useText(text);
  const format = useFormat();
  const { view, asked, cube, compared, answer } = shown;
  const c = useText(compareText);
  const comparedName = compared ? comparisonName(compared.comparison, names, c) : null;
  const rows = flatRows(shown);
  const total = asked.splits.map(() => all);
  const columns = asked.measures.map((measure) => ({
    measure,
    pointDecimals: pointDecimalsFor(
      compared ? rows.map((members) => amountOf(cube.at(members)?.[measure], compared.at(members, measure))) : [],
    ),
    words: measureFormat(
      measure,
      answer,
      rows.map((members) => cube.at(members)?.[measure] ?? null),
      format,
    ),
  }));
  const order: Order | null = view.order;
  const markOf = (members: readonly Member[]) => members.map((each, axis) => coordinate(shown, axis, each));
  const sortOf = (field: Order['field']) => (order?.field === field ? order.direction : null);
  const sortBy = (field: Order['field'], first: Order['direction']) =>
    onChange({ ...view, order: { field, direction: flipped(sortOf(field), first) } });
  const cells = (members: readonly Member[]) =>
    columns.map(({ measure, words, pointDecimals }) => {
      const now = cube.at(members)?.[measure] ?? null;
      const was = compared?.at(members, measure) ?? null;
      return (
        <MeasureCells
          key={measure}
          measure={measure}
          now={now}
          was={was}
          compares={compared?.compares(measure) ?? false}
          full={words.full}
          pointDecimals={pointDecimals}
        />
      );
    });
  return (
    <Scrolled label={caption} className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            {asked.splits.map(({ dimension }, at) => (
              <th key={dimension} scope="col" className={css.name} aria-sort={ariaSort(sortOf(dimension))}>
                <SortButton
                  label={names.by(view.by[at] ?? dimension)}
                  sorted={sortOf(dimension)}
                  onClick={() => sortBy(dimension, 'asc')}
                />
              </th>
            ))}
            {columns.map(({ measure, words }) => (
              <MeasureHeads
                key={measure}
                label={names.measure(measure)}
                unit={words.unit}
                comparedName={compared?.compares(measure) ? comparedName : null}
                sorted={sortOf(measure)}
                onSort={() => sortBy(measure, 'desc')}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((members) => (
            <tr
              key={members.map(memberId).join(' ')}
              onContextMenu={(event) => openMenu(event, markOf(members), onMenu)}
            >
              {members.map((member, at) => {
                const { dimension } = asked.splits[at] ?? { dimension: 'line' as const };
                const name = names.member(dimension, member);
                return (
                  <td key={dimension} className={css.name} data-quiet={member.of !== 'value' || member.value === null}>
                    {at === 0 ? (
                      <UnstyledButton
                        className={css.closer}
                        aria-label={t.lookCloser(
                          members
                            .map((each, axis) => names.member(asked.splits[axis]?.dimension ?? 'line', each))
                            .join(', '),
                        )}
                        onClick={() => onDrill(markOf(members))}
                      >
                        <LongName name={name} />
                      </UnstyledButton>
                    ) : (
                      <LongName name={name} />
                    )}
                  </td>
                );
              })}
              {cells(members)}
            </tr>
          ))}
        </tbody>
        {asked.splits.length > 0 && cube.at(total) && (
          <tfoot>
            <tr>
              <th scope="row" className={css.name} colSpan={asked.splits.length}>
                {t.total}
              </th>
              {cells(total)}
            </tr>
          </tfoot>
        )}
      </table>
    </Scrolled>
  );
}

function amountOf(now: number | null | undefined, before: number | null): number | null {
  return now == null || before === null ? null : now - before;
}

interface MeasureHeadsProps {
  label: string;
  unit: string;
  /** What it is compared with; null for nothing. */
  comparedName: string | null;
  sorted: Order['direction'] | null;
  onSort: () => void;
}

function MeasureHeads({ label, unit, comparedName, sorted, onSort }: MeasureHeadsProps) {
  const t = useText(compareText);
  return (
    <>
      <th scope="col" aria-sort={ariaSort(sorted)}>
        <SortButton label={label} sorted={sorted} isNumber onClick={onSort} />
        {unit && unit !== '%' && <span className={css.unit}> {unit}</span>}
      </th>
      {comparedName !== null && (
        <>
          <th scope="col">{comparedName}</th>
          <th scope="col">{t.difference}</th>
          <th scope="col">{t.change}</th>
        </>
      )}
    </>
  );
}

interface MeasureCellsProps {
  measure: Measure;
  now: number | null;
  was: number | null;
  compares: boolean;
  full: (value: number | null) => string;
  pointDecimals: number;
}

function MeasureCells({ measure, now, was, compares, full, pointDecimals }: MeasureCellsProps) {
  return (
    <>
      <td>{full(now)}</td>
      {compares && (
        <>
          <td className={css.quiet}>{full(was)}</td>
          <td>
            <DifferenceNumber measure={measure} now={now} before={was} full={full} pointDecimals={pointDecimals} />
          </td>
          <td>
            <Change measure={measure} now={now} before={was} />
          </td>
        </>
      )}
    </>
  );
}
