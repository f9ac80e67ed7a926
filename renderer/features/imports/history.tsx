import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Batch } from '../../../shared/contract/schemas.ts';
import { useFormat, useText, useTold } from '../../lib/language.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { CorrectIcon, CorrectionNote } from './corrections/in-history.tsx';
import { FoundInHistory } from './gate/found-in-history.tsx';
import css from './imports.module.css';
import { text } from './text.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useBatches } from './use-batches.ts';
import { useSaveRejects } from './use-save-rejects.ts';

const counts = ['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected'] as const;

/** Every import so far with its counts; the rows set aside can be saved, and the whole be undone. */
export function History() {
  const t = useText(text);
  const batches = useBatches();
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const isEmpty = batches.data?.length === 0;
  return (
    <Panel title={t.history} subtitle={isEmpty || !batches.data ? undefined : t.historyHint}>
      {batches.isError ? (
        <ErrorState error={batches.error} onRetry={() => void batches.refetch()} />
      ) : (
        <LoadingDim loading={batches.isPending} empty={!batches.data} height={160}>
          {isEmpty && <EmptyState title={t.noHistory}>{t.noHistoryHint}</EmptyState>}
          {batches.data && !isEmpty && <BatchTable batches={batches.data} onUndo={setUndoing} />}
        </LoadingDim>
      )}
      {undoing && <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />}
    </Panel>
  );
}

function BatchTable({ batches, onUndo }: { batches: readonly Batch[]; onUndo: (batch: Batch) => void }) {
  const t = useText(text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      <table className={`${css.table} ${css.history}`}>
        <thead>
          <tr>
            <th>{t.importedAt}</th>
            <th>{t.file}</th>
            <th>{t.dates}</th>
            {counts.map((name) => (
              <th key={name} className={css.number}>
                {t[name]}
              </th>
            ))}
            <th>
              <span className="visually-hidden">{t.undo}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.batchId} batch={batch} onUndo={() => onUndo(batch)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BatchRow({ batch, onUndo }: { batch: Batch; onUndo: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const saveRejects = useSaveRejects();
  const isUndone = batch.state === 'undone';
  const dates =
    batch.firstDate && batch.lastDate ? format.dateRange(batch.firstDate, batch.lastDate) : format.date(null);
  return (
    <tr>
      <td className={`${css.quiet} ${css.when}`}>{format.dateTime(batch.importedAt)}</td>
      <th scope="row" className={`${css.file} ${isUndone ? css.undone : ''}`} title={batch.file}>
        {batch.file}
        <CorrectionNote batch={batch} />
      </th>
      <td className={`${css.dates} ${isUndone ? css.undone : ''}`}>{dates}</td>
      {counts.map((name) => (
        <td key={name} className={`${css.number} ${isUndone ? css.undone : ''}`}>
          {format.number(batch[name])}
        </td>
      ))}
      <td>
        <div className={css.rowActions}>
          <WhyButton of={batch.file} why={{ of: 'import', batchId: batch.batchId }} />
          <FoundInHistory batch={batch} />
          {batch.rejected > 0 && (
            <ActionIcon
              size="sm"
              aria-label={t.rejectsOf(batch.file)}
              title={saveRejects.error?.message ?? t.rejectsFile}
              loading={saveRejects.isPending}
              onClick={() => saveRejects.mutate(batch.batchId)}
            >
              <IconDownload size={16} aria-hidden />
            </ActionIcon>
          )}
          {!isUndone && batch.rejected > batch.corrected && <CorrectIcon file={batch.file} batchId={batch.batchId} />}
          {isUndone && <span className={css.quiet}>{t.undone}</span>}
          {!isUndone && batch.inserted + batch.updated > 0 && <UndoButton batch={batch} onUndo={onUndo} />}
        </div>
      </td>
    </tr>
  );
}

/** Stays reachable when it cannot be used, so that the reason can be read. */
export function UndoButton({ batch, onUndo }: { batch: Batch; onUndo: () => void }) {
  const t = useText(text);
  const tell = useTold();
  const reason = batch.notUndoableReason;
  return (
    <Tooltip
      label={reason && tell(reason)}
      disabled={reason === null}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      maw={320}
    >
      <Button
        variant="default"
        size="compact-xs"
        aria-label={t.undoOf(batch.file)}
        aria-disabled={reason !== null}
        data-disabled={reason !== null || undefined}
        onClick={(event) => (reason === null ? onUndo() : event.preventDefault())}
      >
        {t.undo}
      </Button>
    </Tooltip>
  );
}
