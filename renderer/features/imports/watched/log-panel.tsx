import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Batch } from '../../../../shared/contract/schemas.ts';
import type { Watched, WatchedFile } from '../../../../shared/contract/watched.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import { UndoButton } from '../history.tsx';
import { queueHandedFiles } from '../import-queue.ts';
import css from '../imports.module.css';
import { text as importsText } from '../text.ts';
import { UndoDialog } from '../undo-dialog.tsx';
import { useBatches } from '../use-batches.ts';
import { text } from './text.ts';
import { useWatchedChanges } from './use-watched.ts';
import own from './watched.module.css';

/** What came of each file, those first that wait for a person. */
export function LogPanel({ watched: { files, failed } }: { watched: Watched }) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const { again } = useWatchedChanges();
  const [undoing, setUndoing] = useState<Batch | null>(null);
  const open = useMutation({
    mutationFn: (claim: string) => client.watched.open({ claim }),
    onSuccess: (file) => queueHandedFiles([file]),
  });
  const shown = [...failed, ...files.filter(({ state }) => state !== 'failed')];
  const failure = open.error ?? again.error;
  return (
    <Panel
      title={t.logTitle}
      subtitle={failed.length > 0 ? t.failedHint(format.number(failed.length)) : t.logHint}
      actions={
        failed.length > 1 && (
          <Button
            variant="default"
            loading={again.isPending}
            onClick={() => again.mutate(failed.map(({ claim }) => claim))}
          >
            {t.againAll}
          </Button>
        )
      }
    >
      {failure && (
        <p className={css.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title={t.noLog}>{t.noLogHint}</EmptyState>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <div className={css.scroll} tabIndex={0}>
          <table className={css.table}>
            <thead>
              <tr>
                <th>{t.time}</th>
                <th>{t.file}</th>
                <th>{t.result}</th>
                <th className={css.number}>{t.batch}</th>
                <th aria-hidden />
              </tr>
            </thead>
            <tbody>
              {shown.map((file) => (
                <LogRow
                  key={file.claim}
                  file={file}
                  isBusy={open.isPending || again.isPending}
                  onOpen={() => open.mutate(file.claim)}
                  onAgain={() => again.mutate([file.claim])}
                  onUndo={setUndoing}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {undoing && <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />}
    </Panel>
  );
}

interface LogRowProps {
  file: WatchedFile;
  isBusy: boolean;
  onOpen: () => void;
  onAgain: () => void;
  onUndo: (batch: Batch) => void;
}

function LogRow({ file, isBusy, onOpen, onAgain, onUndo }: LogRowProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <tr>
      <td className={`${css.quiet} ${css.when}`}>
        {file.settledAt === null ? t.underWay : format.dateTime(file.settledAt)}
      </td>
      <th scope="row" className={own.file} title={`${file.folder}/${file.liesAt}`}>
        {file.file}
      </th>
      <td className={own.message}>
        <span className={`${own.result} ${file.state === 'failed' ? css.bad : ''}`}>{t.results[file.state]}.</span>{' '}
        <span className={css.quiet}>
          <Told message={file.message} />
        </span>
      </td>
      <td className={css.number}>{format.number(file.batchId)}</td>
      <td>
        <div className={css.rowActions}>
          {file.state === 'failed' && (
            <>
              <Button size="compact-xs" aria-label={t.openOf(file.file)} disabled={isBusy} onClick={onOpen}>
                {t.open}
              </Button>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={t.againOf(file.file)}
                disabled={isBusy}
                onClick={onAgain}
              >
                {t.again}
              </Button>
            </>
          )}
          {file.state === 'imported' && file.batchId !== null && <UndoOf batchId={file.batchId} onUndo={onUndo} />}
        </div>
      </td>
    </tr>
  );
}

/** Undoes the import of a file, as the list of imports does. */
function UndoOf({ batchId, onUndo }: { batchId: number; onUndo: (batch: Batch) => void }) {
  const t = useText(importsText);
  const batch = useBatches().data?.find((each) => each.batchId === batchId);
  if (!batch) return null;
  if (batch.state === 'undone') return <span className={css.quiet}>{t.undone}</span>;
  if (batch.inserted + batch.updated === 0) return null;
  return <UndoButton batch={batch} onUndo={() => onUndo(batch)} />;
}
