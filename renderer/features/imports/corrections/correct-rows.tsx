import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Corrections, CorrectionsFilter, RejectHeadings } from '../../../../shared/import/corrections.ts';
import type { GateDecisions } from '../../../../shared/import/gate.ts';
import { useClient } from '../../../lib/connection.tsx';
import { isOver, useJob } from '../../../lib/jobs.ts';
import { useFormat, useText, useTold } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Told } from '../../../ui/told.tsx';
import { findingsOfResult } from '../gate/decided-list.tsx';
import css from './corrections.module.css';
import { CorrectionsGrid } from './corrections-grid.tsx';
import { HeldRows } from './held-rows.tsx';
import { Pager } from './pager.tsx';
import { leaveCorrections } from './place.ts';
import { ReasonGroups } from './reason-groups.tsx';
import { ReplaceBar } from './replace-bar.tsx';
import { text } from './text.ts';
import { type Draft, useDraft } from './use-draft.ts';

const ROWS_A_PAGE = 100;

/** The rows of one import: what is wrong with them, the cells to correct, and the import of those that are records now. */
export function CorrectRows({ batchId, store }: { batchId: number; store: string }) {
  const t = useText(text);
  const tell = useTold();
  const format = useFormat();
  const client = useClient();
  const draft = useDraft(batchId, store);
  const [filter, setFilter] = useState<CorrectionsFilter>({ of: 'all' });
  const [page, setPage] = useState(0);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const asked = { batchId, steps: [...draft.steps], filter, offset: page * ROWS_A_PAGE, limit: ROWS_A_PAGE };
  const view = useQuery({
    queryKey: ['corrections', asked],
    queryFn: ({ signal }) => client.corrections.view(asked, { signal }),
    placeholderData: keepPreviousData,
  });
  const start = useMutation({
    mutationFn: (decisions: GateDecisions) => client.corrections.start({ batchId, steps: [...draft.steps], decisions }),
    onSuccess: (started) => setJobId(started.jobId),
  });
  const isRunning = start.isPending || (job !== undefined && !isOver(job));
  const { data } = view;
  const ready = data?.ready ?? 0;
  return (
    <Screen
      fill
      title={data ? t.titleOf(data.file) : t.title}
      subtitle={data && t.counts(format.number(ready), format.number(data.rows))}
      actions={
        <>
          <Button variant="default" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={leaveCorrections}>
            {t.back}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            disabled={draft.steps.length === 0}
            onClick={draft.takeBack}
          >
            {t.takeBack}
          </Button>
          <Button disabled={ready === 0 || view.isPlaceholderData} loading={isRunning} onClick={() => start.mutate({})}>
            {t.import(format.number(ready), ready === 1)}
          </Button>
        </>
      }
    >
      <div className={css.frame}>
        {start.isError && (
          <p className={css.bad} role="alert">
            <Told message={start.error.message} />
          </p>
        )}
        {job && isOver(job) && (
          <p className={job.state === 'done' ? css.done : css.bad} role={job.state === 'done' ? 'status' : 'alert'}>
            {job.state === 'done' ? t.imported(tell(job.message)) : tell(job.message)}
          </p>
        )}
        {job?.state === 'failed' && job.result?.code === 'HELD' && (
          <HeldRows
            key={job.id}
            findings={findingsOfResult(job.result)}
            isRunning={isRunning}
            onImport={(decisions) => start.mutate(decisions)}
          />
        )}
        {view.isError ? (
          <ErrorState error={view.error} onRetry={() => void view.refetch()} />
        ) : (
          <LoadingDim loading={view.isPending} empty={!data} height={320}>
            {data?.rows === 0 && <EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>}
            {data && data.rows > 0 && (
              <Rows
                data={data}
                draft={draft}
                filter={filter}
                onFilter={(next) => {
                  setFilter(next);
                  setPage(0);
                }}
                page={page}
                onPage={setPage}
                dimmed={view.isPlaceholderData}
              />
            )}
          </LoadingDim>
        )}
      </div>
    </Screen>
  );
}

interface RowsProps {
  data: Corrections;
  draft: Draft;
  filter: CorrectionsFilter;
  onFilter: (filter: CorrectionsFilter) => void;
  page: number;
  onPage: (page: number) => void;
  dimmed: boolean;
}

/** A column, by the headings that it is one of. */
interface ColumnPlace {
  below: RejectHeadings;
  column: number;
}

function Rows({ data, draft, filter, onFilter, page, onPage, dimmed }: RowsProps) {
  const t = useText(text);
  const kind = filter.of === 'kind' ? filter.kind : null;
  const group = data.groups.find((each) => each.kind === kind);
  const [chosen, setChosen] = useState<ColumnPlace>({ below: 'record', column: 0 });
  // Rows below other headings than those of the last cell may be all that is shown.
  const isShown = data.page.length === 0 || data.page.some(({ below }) => below === chosen.below);
  const below = isShown ? chosen.below : (data.page[0]?.below ?? 'record');
  const columns = data.columns[below] ?? [];
  const choose = (next: CorrectionsFilter) => {
    const of = data.groups.find((each) => next.of === 'kind' && each.kind === next.kind);
    if (of) setChosen({ below: of.below, column: of.columns[0] ?? (of.below === chosen.below ? chosen.column : 0) });
    onFilter(next);
  };
  return (
    <div className={css.work}>
      <ReasonGroups corrections={data} filter={filter} onFilter={choose} />
      <div className={css.main}>
        <div className={css.tools}>
          <ReplaceBar
            columns={columns}
            column={Math.min(chosen.column, columns.length - 1)}
            onColumn={(column) => setChosen({ below, column })}
            kind={kind}
            below={below}
            onStep={draft.add}
          />
          {group?.mayBeRight && (
            <Button variant="default" onClick={() => draft.add({ type: 'asTheyAre', kind })}>
              {t.asTheyAre}
            </Button>
          )}
        </div>
        <CorrectionsGrid
          key={`${JSON.stringify(filter)}${page}`}
          columns={data.columns}
          rows={data.page}
          dimmed={dimmed}
          onStep={draft.add}
          onTakeBack={draft.takeBack}
          onColumn={setChosen}
        />
        <div className={css.foot}>
          <span className={css.quiet}>{t.keys}</span>
          <Pager page={page} rows={data.found} rowsAPage={ROWS_A_PAGE} onPage={onPage} />
        </div>
      </div>
    </div>
  );
}
