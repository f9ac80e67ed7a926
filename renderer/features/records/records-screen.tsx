import { Button } from '@mantine/core';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { RecordsScope, SortLevels } from '../../../shared/query/records-query.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useCommands } from '../../commands/commands.tsx';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { useScope } from '../../lib/scope.tsx';
import { useLate } from '../../lib/use-late.ts';
import { useReport } from '../../lib/use-report.ts';
import { useStatus } from '../../lib/use-status.ts';
import { useUndoKeys } from '../../lib/use-undo-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { whyCount } from '../../why/why.ts';
import { WhyButton } from '../../why/why-button.tsx';
import { CellMenu } from './cell-menu.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { hiddenAsEmpty } from './column-layout.ts';
import { CountLine } from './count-line.tsx';
import { ColumnFilter } from './filter/column-filter.tsx';
import { ConditionChips } from './filter/condition-chips.tsx';
import { filteredColumns } from './filter/kinds.ts';
import { text as filterText } from './filter/text.ts';
import type { HeadingRequest } from './grid-headings.tsx';
import { totalMeasures } from './grid-totals.tsx';
import { HeadingMenu } from './heading-menu.tsx';
import { roomNeeded } from './number-room.ts';
import { RecordPanel } from './record-panel.tsx';
import css from './records.module.css';
import { type CellRequest, type GridHandle, RecordsGrid } from './records-grid.tsx';
import { SearchBox } from './search-box.tsx';
import { StatusLine } from './status-line.tsx';
import { text } from './text.ts';
import { useCellFilters } from './use-cell-filters.ts';
import { type Columns, useColumns } from './use-columns.ts';
import { useCopy } from './use-copy.ts';
import { useCount } from './use-count.ts';
import { useNeverFilled } from './use-never-filled.ts';
import { type RecordPages, useRecordPages } from './use-record-pages.ts';
import { useViewParams } from './use-view-params.ts';

/** Every record of the scope, over all partitions: sorted, searched, opened and copied. */
export function RecordsScreen() {
  const t = useText(text);
  const filterWords = useText(filterText);
  const labels = useLabels();
  const { from, to, filters, setRange, clear } = useScope();
  const { run } = useCommands();
  const { search, sort, where, setSearch, setSort, setWhere } = useViewParams();
  const scope: RecordsScope = { from, to, filters, ...(where.length > 0 && { where }), search };
  const isSought = search !== '' || where.length > 0;

  const [first, ...thenBy] = sort;
  const order = { sort: first, thenBy };
  const { pages, waiting, lookedAt } = useRecordPages({ ...scope, ...order });
  useSyncExternalStore(pages.store.subscribe, pages.store.version);
  const rowsAreThere = !waiting && pages.store.hasSome;
  const part = waiting ? null : pages.store.part;
  const count = useCount(scope, rowsAreThere && part === null);
  const totalsQuery: ReportQueryInput = { measures: totalMeasures, from, to, filters, where: scope.where };
  const totals = useReport(search === '' ? totalsQuery : null);
  const late = useLate(waiting);
  const { neverFilled, isReady } = useNeverFilled();
  const columns = useColumns(neverFilled, roomNeeded(pages.extremes, pages.decimals));
  const [columnsOpened, setColumnsOpened] = useState(false);
  const grid = useRef<GridHandle>(null);
  const { copied, copy } = useCopy(pages);
  const [openRow, setOpenRow] = useState<{ row: number; id: number } | null>(null);
  const [request, setRequest] = useState<CellRequest | null>(null);
  const [headingRequest, setHeadingRequest] = useState<HeadingRequest | null>(null);
  const [filterRequest, setFilterRequest] = useState<HeadingRequest | null>(null);
  const cellFilters = useCellFilters();
  const storeRecords = useStatus().data?.records ?? 0;

  const open = (row: number) => {
    const record = pages.store.row(row);
    if (!record) return;
    setOpenRow({ row, id: record.id });
  };
  const step = (by: -1 | 1) => {
    if (!openRow || !pages.store.row(openRow.row + by)) return;
    grid.current?.goToRow(openRow.row + by);
    open(openRow.row + by);
  };
  useUndoKeys({ undo: () => run('view.undo'), redo: () => run('view.redo') });
  const copyChosen = (withHeadings: boolean) => grid.current && copy(grid.current, withHeadings);

  const known = pages.store.extent(count.exact);
  const { error } = pages.store;
  const isBlank = error !== null && !pages.store.hasSome;
  return (
    <Screen
      fill
      title={t.title}
      subtitle={
        copied ? (
          <span role="status">{copied}</span>
        ) : (
          <span className={css.countLine}>
            <CountLine isSought={isSought} count={count} part={part} waiting={!rowsAreThere} />
            {count.exact !== null && <WhyButton of={labels.measures.records} why={whyCount(scope)} />}
          </span>
        )
      }
      actions={
        <>
          <SearchBox search={search} onSearch={setSearch} onDone={() => grid.current?.focus()} />
          <ColumnChooser columns={columns} opened={columnsOpened} onChange={setColumnsOpened} />
          <WhyButton why={{ of: 'page', query: { ...scope, ...order } }} />
          <CommandButton command="file.export">{t.exportShown}</CommandButton>
        </>
      }
    >
      <div className={css.layout}>
        <ConditionChips where={where} onWhere={setWhere} />
        {isBlank ? (
          <ErrorState error={error} onRetry={() => pages.store.retry()} />
        ) : known === 0 ? (
          <EmptyState
            title={t.noMatch}
            action={
              <NextSteps
                steps={[
                  ...(search ? [{ label: t.clearSearch, run: () => setSearch('') }] : []),
                  ...(where.length > 0 ? [{ label: filterWords.clearConditions, run: () => setWhere([]) }] : []),
                  ...(filters.length > 0 ? [{ label: t.clearFilters, run: clear }] : []),
                  { label: t.allDates, run: () => setRange('all') },
                ]}
              />
            }
          >
            {t.noMatchHint}
          </EmptyState>
        ) : !isReady ? null : (
          <RecordsGrid
            handle={grid}
            pages={pages}
            lookedAt={lookedAt}
            dimmed={late}
            count={count.exact}
            most={storeRecords}
            columns={columns}
            sort={sort}
            onSort={setSort}
            filtered={filteredColumns(where, filters)}
            onFilter={setFilterRequest}
            totals={search === '' ? totals.data : null}
            totalsFailed={totals.isError}
            totalsWhy={
              search === '' && totals.data ? (
                <WhyButton of={t.totals} why={{ of: 'report', measures: totalMeasures, query: totalsQuery }} />
              ) : null
            }
            openId={openRow?.id ?? null}
            onOpen={open}
            onMenu={setRequest}
            onHeadingMenu={setHeadingRequest}
            onCopy={copyChosen}
            onCellKey={cellFilters.press}
            status={(chosen) => (
              <StatusLine pages={pages} chosen={chosen}>
                <GridNotes pages={pages} sort={sort} columns={columns} onColumns={() => setColumnsOpened(true)} />
              </StatusLine>
            )}
          />
        )}
        {error && !isBlank && (
          <div className={css.trouble} role="alert">
            <span>{error.message}</span>
            <Button variant="default" onClick={() => pages.store.retry()}>
              {t.retry}
            </Button>
          </div>
        )}
      </div>
      <CellMenu
        request={request}
        onClose={() => {
          setRequest(null);
          grid.current?.focus();
        }}
        onOpen={() => request && open(request.row)}
        onCopy={copyChosen}
      />
      <HeadingMenu
        request={headingRequest}
        onClose={() => {
          setHeadingRequest(null);
          grid.current?.focus();
        }}
        columns={columns}
        count={columns.table.getVisibleLeafColumns().length}
        sort={sort}
        onSort={setSort}
        onFit={(column) => grid.current?.fit(column)}
        onFilter={setFilterRequest}
      />
      <ColumnFilter
        request={filterRequest}
        where={where}
        onWhere={setWhere}
        onClose={() => {
          setFilterRequest(null);
          grid.current?.focus();
        }}
      />
      {openRow && <RecordPanel id={openRow.id} onClose={() => setOpenRow(null)} onStep={step} />}
    </Screen>
  );
}

interface GridNotesProps {
  pages: RecordPages;
  sort: SortLevels;
  columns: Columns;
  /** Opens the choice of columns. */
  onColumns: () => void;
}

/** What is to be known of the grid: that an order reads every record, and that columns are hidden as no record fills them. */
function GridNotes({ pages, sort, columns, onColumns }: GridNotesProps) {
  const t = useText(text);
  const format = useFormat();
  const way = pages.way();
  const hidden = hiddenAsEmpty(columns.layout, columns.neverFilled).length;
  return (
    <>
      {sort[0].field !== 'productionDate' && (way === 'inOrder' || way === 'oneByOne') && <span>{t.readsAll}</span>}
      {hidden > 0 && (
        <button type="button" className={css.noteButton} onClick={onColumns}>
          {t.hiddenAsEmpty(format.number(hidden), hidden === 1)}
        </button>
      )}
    </>
  );
}

function NextSteps({ steps }: { steps: { label: string; run: () => void }[] }) {
  return (
    <div style={{ display: 'flex', gap: 8 }}>
      {steps.map(({ label, run }, index) => (
        <Button key={label} variant={index === 0 ? 'filled' : 'default'} onClick={run}>
          {label}
        </Button>
      ))}
    </div>
  );
}
