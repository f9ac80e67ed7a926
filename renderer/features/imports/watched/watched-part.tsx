import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Watched, WatchedFolder } from '../../../../shared/contract/watched.ts';
import { useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import css from '../imports.module.css';
import { FolderDialog } from './folder-dialog.tsx';
import { FolderTable } from './folder-table.tsx';
import { LogPanel } from './log-panel.tsx';
import { text } from './text.ts';
import { useWatched } from './use-watched.ts';

/** The folders whose files are imported as they come, and what came of each file. */
export function WatchedPart() {
  const t = useText(text);
  const watched = useWatched();
  const [dialog, setDialog] = useState<WatchedFolder | 'new' | null>(null);
  const isEmpty = watched.data?.folders.length === 0;
  const add = <Button onClick={() => setDialog('new')}>{t.add}</Button>;
  return (
    <>
      <Panel title={t.title} subtitle={t.hint} actions={isEmpty ? undefined : add}>
        {watched.isError && !watched.data ? (
          <ErrorState error={watched.error} onRetry={() => void watched.refetch()} />
        ) : (
          <LoadingDim loading={watched.isPending} empty={!watched.data} height={120}>
            {isEmpty && (
              <EmptyState title={t.noFolder} action={add}>
                {t.noFolderHint}
              </EmptyState>
            )}
            {watched.data && !isEmpty && <Folders watched={watched.data} onChange={setDialog} />}
          </LoadingDim>
        )}
      </Panel>
      {watched.data && (!isEmpty || watched.data.files.length > 0) && <LogPanel watched={watched.data} />}
      {dialog !== null && <FolderDialog folder={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function Folders({ watched, onChange }: { watched: Watched; onChange: (folder: WatchedFolder) => void }) {
  return (
    <>
      {watched.trouble !== null && (
        <p className={css.bad} role="alert">
          <Told message={watched.trouble} />
        </p>
      )}
      <FolderTable folders={watched.folders} onChange={onChange} />
    </>
  );
}
