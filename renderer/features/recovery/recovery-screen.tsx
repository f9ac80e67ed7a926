import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StartTrouble, StartWay } from '../../../shared/contract/standby.ts';
import { useClient } from '../../lib/connection.tsx';
import { isOver, useJobs } from '../../lib/jobs.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { FolderField } from '../../ui/folder-field.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { MissingPart } from '../../ui/missing-part.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './recovery-screen.module.css';
import { text } from './text.ts';

/** Stands in place of everything else while the store cannot be opened: why, and which copies can take its place. */
export function RecoveryScreen({ trouble: first }: { trouble: StartTrouble }) {
  const t = useText(text);
  const client = useClient();
  const [folder, setFolder] = useState<string | undefined>(undefined);
  const looked = useQuery({
    queryKey: ['start', folder ?? ''],
    queryFn: () => client.start.look({ folder }),
    enabled: folder !== undefined,
    placeholderData: keepPreviousData,
  });
  const put = useMutation({
    mutationFn: (way: Pick<StartWay, 'way' | 'folder' | 'at'> | 'salvage') =>
      way === 'salvage' ? client.start.salvage() : client.start.putInPlace(way),
  });
  const job = useJobs().data?.find(({ id }) => id === put.data?.jobId);
  const isBusy = put.isPending || (job !== undefined && !isOver(job)) || job?.state === 'done';
  const { ways, message, canSalvage } = looked.data ?? first;
  const failure = put.error?.message ?? looked.error?.message ?? (job?.state === 'failed' ? job.message : null);
  return (
    <main className={css.alone}>
      <Screen title={t.title}>
        <div className={css.recovery}>
          <p role="alert">{t.what}</p>
          <p className={css.detail}>{message}</p>
          {ways.length > 0 && (
            <p className={css.quiet}>
              {t.lead} {t.kept}
            </p>
          )}
          <section aria-label={t.ways} className={css.ways}>
            {ways.map((way, nth) => (
              <Way
                key={`${way.way} ${way.folder}`}
                way={way}
                isFirst={nth === 0}
                isBusy={isBusy}
                onPut={() => put.mutate({ way: way.way, folder: way.folder, at: way.at })}
              />
            ))}
            {ways.length === 0 && (
              <p>
                {t.none} <span className={css.quiet}>{t.noneWhatNow}</span>
              </p>
            )}
          </section>
          {canSalvage && (
            <section className={css.way} aria-label={t.salvageTitle}>
              <h2 className={css.name}>{t.salvageTitle}</h2>
              <p>{t.salvageWords}</p>
              <Button variant="default" disabled={isBusy} onClick={() => put.mutate('salvage')}>
                {t.salvage}
              </Button>
            </section>
          )}
          {job && !isOver(job) && <JobProgress job={job} />}
          {isBusy && (
            <p role="status" className={css.quiet}>
              {t.putting}
            </p>
          )}
          {failure !== null && (
            <p className={css.bad} role="alert">
              {failure}
            </p>
          )}
          <Elsewhere isBusy={isBusy || looked.isFetching} onLook={setFolder} />
        </div>
      </Screen>
    </main>
  );
}

interface WayProps {
  way: StartWay;
  /** The one that lacks least. */
  isFirst: boolean;
  isBusy: boolean;
  onPut: () => void;
}

function Way({ way, isFirst, isBusy, onPut }: WayProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <article className={css.way} aria-label={t.names[way.way]}>
      <h2 className={css.name}>{t.names[way.way]}</h2>
      <p>{t.holds(format.number(way.records), format.dateTime(way.at))}</p>
      <p className={css.folder}>{way.folder}</p>
      <MissingPart missing={way.missing} at={way.at} />
      <Button variant={isFirst ? 'filled' : 'default'} disabled={isBusy} onClick={onPut}>
        {t.put[way.way]}
      </Button>
    </article>
  );
}

function Elsewhere({ isBusy, onLook }: { isBusy: boolean; onLook: (folder: string) => void }) {
  const t = useText(text);
  const [folder, setFolder] = useState('');
  return (
    <form
      className={css.elsewhere}
      onSubmit={(event) => {
        event.preventDefault();
        onLook(folder.trim());
      }}
    >
      <FolderField
        className={css.elsewhereFolder}
        classNames={{ description: css.quiet }}
        label={t.elsewhere}
        description={t.elsewhereWords}
        folder={folder}
        onFolder={setFolder}
      />
      <Button type="submit" variant="default" disabled={isBusy || folder.trim() === ''}>
        {t.look}
      </Button>
    </form>
  );
}
