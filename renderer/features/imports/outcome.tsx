import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Job } from '../../../shared/contract/schemas.ts';
import { isOver, useJob } from '../../lib/jobs.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { useLate } from '../../lib/use-late.ts';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Told } from '../../ui/told.tsx';
import { WhyButton } from '../../why/why-button.tsx';
import { CorrectButton, ReasonsList, useReasons } from './corrections/reasons-list.tsx';
import { DecidedList, findingsOfResult } from './gate/decided-list.tsx';
import { HeldPanel, type HeldPanelProps } from './gate/held-panel.tsx';
import css from './imports.module.css';
import { NotesList } from './shape/notes-list.tsx';
import { text as shapePanelText } from './shape/text.ts';
import { ShowImported } from './show-imported.tsx';
import { text } from './text.ts';
import { useBatches } from './use-batches.ts';
import { useSaveRejects } from './use-save-rejects.ts';

interface OutcomeProps {
  name: string;
  jobId: string;
  hasNext: boolean;
  /** How the file goes on where it waits for a decision. */
  held: Pick<HeldPanelProps, 'fileId' | 'secondFileId' | 'before' | 'onStarted'> | null;
  /** Goes back to how the file is read, after nothing came of it. */
  onAgain: () => void;
  onDone: () => void;
}

/** An import on its way, and then what came of it. */
export function Outcome({ name, jobId, hasNext, held, onAgain, onDone }: OutcomeProps) {
  const t = useText(text);
  const job = useJob(jobId);
  if (!job || !isOver(job)) {
    return <Panel title={name}>{job && <JobProgress job={job} untitled cancelHint={t.cancelHint} />}</Panel>;
  }
  const againOrLeave = (
    <div className={css.buttons}>
      <Button onClick={onAgain}>{t.lookAgain}</Button>
      <Button variant="default" onClick={onDone}>
        {hasNext ? t.next : t.done}
      </Button>
    </div>
  );
  if (job.state === 'cancelled') {
    return (
      <Panel title={t.cancelled(name)} subtitle={t.cancelledHint}>
        {againOrLeave}
      </Panel>
    );
  }
  if (job.state === 'failed' && job.result?.code === 'HELD' && held) {
    const otherwise = (
      <>
        <Button variant="default" onClick={onDone}>
          {t.leaveOut}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {t.lookAgain}
        </Button>
      </>
    );
    return <HeldPanel name={name} findings={findingsOfResult(job.result)} {...held} otherwise={otherwise} />;
  }
  if (job.state === 'failed') {
    return (
      <Panel title={t.failed(name)}>
        <p className={css.bad} role="alert">
          <Told message={job.message} />
        </p>
        {againOrLeave}
      </Panel>
    );
  }
  return <Done name={name} job={job} hasNext={hasNext} onDone={onDone} />;
}

interface DoneProps {
  name: string;
  job: Job;
  hasNext: boolean;
  onDone: () => void;
}

/** What came of a file: its counts, what to do next, and below it what there is to tell of its rows. */
function Done({ name, job, hasNext, onDone }: DoneProps) {
  const result = job.result ?? {};
  const t = useText(text);
  const shapeWords = useText(shapePanelText);
  const format = useFormat();
  const saveRejects = useSaveRejects();
  const count = (field: string) => (typeof result[field] === 'number' ? result[field] : 0);
  const batches = useBatches();
  const batch = batches.data?.find(({ batchId }) => batchId === result.batchId);
  const reasons = useReasons(count('rejected') > 0 ? count('batchId') : null);
  // All at once where that is soon: what comes later moves what stands beside and below it.
  const isComing = (!batch && batches.isFetching) || reasons.isLoading;
  const isLate = useLate(isComing);
  // A file that is chosen while this stands is looked at without another gesture; rows set aside are first to be seen to.
  const [hadNext] = useState(hasNext);
  const isChosenSince = hasNext && !hadNext && count('rejected') === 0;
  const goOn = useEffectEvent(onDone);
  useEffect(() => {
    if (isChosenSince) goOn();
  }, [isChosenSince]);
  const [isShown, setShown] = useState(false);
  if (!isShown && (!isComing || isLate)) setShown(true);
  const shown = ['rowsRead', 'inserted', 'updated', 'unchanged', 'rejected'] as const;
  if (!isShown)
    return (
      <Panel title={name}>
        <JobProgress job={job} untitled />
      </Panel>
    );
  return (
    <Panel
      title={t.outcome(name)}
      subtitle={count('inserted') + count('updated') === 0 ? t.nothingNew : undefined}
      actions={<WhyButton of={name} why={{ of: 'import', batchId: count('batchId') }} />}
    >
      <dl className={css.counts}>
        {shown.map((field) => (
          <div key={field}>
            <dt>{t[field]}</dt>
            <dd>{format.number(count(field))}</dd>
          </div>
        ))}
        {count('skipped') > 0 && (
          <div>
            <dt>{shapeWords.skipped}</dt>
            <dd>{format.number(count('skipped'))}</dd>
          </div>
        )}
      </dl>
      <div className={css.buttons}>
        {hasNext && <Button onClick={onDone}>{t.next}</Button>}
        {batch && <ShowImported batch={batch} isNext={!hasNext} onLeave={onDone} />}
        {count('rejected') > 0 && <CorrectButton batchId={count('batchId')} onLeave={onDone} />}
        {count('rejected') > 0 && (
          <Button variant="default" onClick={() => saveRejects.mutate(count('batchId'))}>
            {t.rejectsFile}
          </Button>
        )}
        {!hasNext && (
          <Button variant="default" onClick={onDone}>
            {t.done}
          </Button>
        )}
      </div>
      {saveRejects.isError && (
        <p className={css.bad} role="alert">
          <Told message={saveRejects.error.message} />
        </p>
      )}
      {count('rounded') > 0 && <p className={css.quiet}>{t.rounded(format.number(count('rounded')))}</p>}
      {count('rejected') > 0 && <ReasonsList batchId={count('batchId')} />}
      <NotesList result={result} />
      <DecidedList findings={findingsOfResult(result)} />
    </Panel>
  );
}
