import { Button, Progress } from '@mantine/core';
import { IconBuildingFactory2, IconFileImport } from '@tabler/icons-react';
import { useCommands } from '../../commands/commands.tsx';
import { useClient } from '../../lib/connection.tsx';
import { isOver, useJobs } from '../../lib/jobs.ts';
import { useFormat, useText, useTold } from '../../lib/language.tsx';
import { Screen } from '../../ui/screen.tsx';
import css from './start-screen.module.css';
import { text } from './text.ts';

/** The first run: an empty store and the two ways to fill it. Gives way to the screens once there are records. */
export function StartScreen() {
  const t = useText(text);
  const format = useFormat();
  const tell = useTold();
  const client = useClient();
  const { run } = useCommands();
  const job = useJobs().data?.find(({ kind }) => kind === 'sample');
  const running = job !== undefined && !isOver(job);
  const failure = job?.state === 'failed' ? tell(job.message) : null;

  return (
    <Screen title={t.title}>
      <div className={css.start}>
        <h2 className={css.heading}>{t.heading}</h2>
        <p className={css.lead}>{t.lead}</p>
        <div className={css.ways}>
          <section className={css.way} aria-label={t.importTitle}>
            <IconFileImport size={24} stroke={1.6} aria-hidden />
            <h3 className={css.title}>{t.importTitle}</h3>
            <p className={css.words}>{t.importWords}</p>
            <Button size="sm" disabled={running} onClick={() => run('file.import')}>
              {t.importAction}
            </Button>
          </section>
          <section className={css.way} aria-label={t.sampleTitle}>
            <IconBuildingFactory2 size={24} stroke={1.6} aria-hidden />
            <h3 className={css.title}>{t.sampleTitle}</h3>
            <p className={css.words}>{t.sampleWords}</p>
            {running ? (
              <div className={css.progress} role="status">
                <Progress size="sm" value={job.total ? (100 * job.done) / job.total : 0} aria-label={t.making} />
                <div className={css.progressWords}>
                  <span>{job.total ? t.progress(format.number(job.done), format.number(job.total)) : t.making}</span>
                  {job.cancellable && (
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      title={t.cancelWhatNow}
                      onClick={() => void client.jobs.cancel({ jobId: job.id })}
                    >
                      {t.cancel}
                    </Button>
                  )}
                </div>
              </div>
            ) : (
              <Button size="sm" variant="default" onClick={() => run('file.samplePlant')}>
                {t.sampleAction}
              </Button>
            )}
            {failure && (
              <p className={css.failure} role="alert">
                {failure}
              </p>
            )}
          </section>
        </div>
        <p className={css.hint}>{t.dropHint}</p>
      </div>
    </Screen>
  );
}
