import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ColumnLayout } from '../../../shared/contract/column-sets.ts';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { readSort } from '../../../shared/questions/records-sort.ts';
import { readWhere } from '../../../shared/questions/where-url.ts';
import { tileWords } from '../../../shared/text/tiles.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import table from '../../ui/table.module.css';
import { cellText } from './cell-text.ts';
import { columnLabel, columnUnit } from './column-label.ts';
import { loadLayout, shownColumns } from './column-layout.ts';
import { CountLine } from './count-line.tsx';
import { COLUMNS_PARAM, readLayout } from './layout-url.ts';
import css from './records.module.css';
import { text } from './text.ts';
import { useCount } from './use-count.ts';
import { useNeverFilled } from './use-never-filled.ts';
import { type RecordPages, useRecordPages } from './use-record-pages.ts';

/** Height of a row of the table, px. */
const ROW = 32;

/** The first records of a view in its order, as many as the tile has room for, with the columns of the grid. */
export function RecordsTile({ scope: { from, to, filters }, href, room }: TileProps & { form: TileForm<'records'> }) {
  const t = useText(text);
  const title = useText(tileWords).forms.records.rows;
  const { params } = useMemo(() => parseHash(href), [href]);
  const [sort, ...thenBy] = readSort(params.get('sort'));
  const where = readWhere(params);
  const asked = { from, to, filters, ...(where.length > 0 && { where }), search: params.get('search') ?? '' };
  const layout = readLayout(params.get(COLUMNS_PARAM)) ?? loadLayout();
  const { pages, waiting, lookedAt } = useRecordPages({ ...asked, sort, thenBy });
  const { store } = pages;
  useSyncExternalStore(store.subscribe, store.version);
  const hasRows = !waiting && store.hasSome;
  const count = useCount(asked, hasRows);
  const fits = Math.max(1, Math.floor(room / ROW) - 1);
  const last = fits - 1;
  useEffect(() => {
    lookedAt.current = { first: 0, last };
    store.show(0, last);
  }, [store, lookedAt, last]);
  const rows = Array.from({ length: fits }, (_, at) => store.row(at)).filter((row) => row !== undefined);
  const isAwaited = rows.length === 0 && count.exact !== 0;
  return (
    <Panel
      title={title}
      subtitle={
        <CountLine
          isSought={asked.search !== '' || where.length > 0}
          count={count}
          part={waiting ? null : store.part}
          waiting={!hasRows}
        />
      }
    >
      {store.error ? (
        <ErrorState error={store.error} onRetry={() => store.retry()} />
      ) : (
        <LoadingDim loading={waiting || isAwaited} empty={isAwaited} height={room}>
          {rows.length === 0 ? <EmptyState title={t.noMatch} /> : <FirstRows {...{ title, rows, pages, layout }} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

interface FirstRowsProps {
  title: string;
  rows: readonly ProductionRecord[];
  pages: RecordPages;
  layout: ColumnLayout;
}

function FirstRows({ title, rows, pages, layout }: FirstRowsProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const { neverFilled } = useNeverFilled();
  const columns = shownColumns(layout, neverFilled);
  return (
    <Scrolled label={t.grid} className={css.firstRows}>
      <table className={table.table}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.kind === 'number' ? undefined : table.name}>
                {[columnLabel(column, labels, t), columnUnit(column, t)].filter(Boolean).join(', ')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <tr key={record.id}>
              {columns.map((column) => (
                <td key={column.id} className={column.kind === 'number' ? undefined : table.name}>
                  {cellText(record, column, format, pages.decimals.get(column.id) ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
