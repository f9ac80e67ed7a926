import { Button, Progress } from '@mantine/core';
import { useFormat, useText } from '../../lib/language.tsx';
import type { Export } from '../../lib/use-export.ts';
import css from './export-dialog.module.css';
import { text } from './text.ts';

/** How far an export is, and what came of it. */
export function ExportProgress({ run, onClose }: { run: Export; onClose: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const { job, busy, error } = run;
  if (busy) {
    return (
      <div className={css.outcome} role="status">
        <Progress
          size="sm"
          animated={!job?.total}
          value={job?.total ? (100 * job.done) / job.total : 100}
          aria-label={t.writing}
        />
        <div className={css.buttons}>
          <span className={css.words}>{job ? t.writingCount(format.number(job.done)) : t.writing}</span>
          <Button variant="default" onClick={run.cancel} disabled={!job?.cancellable}>
            {t.cancel}
          </Button>
        </div>
      </div>
    );
  }
  const failure = error?.message ?? (job?.state === 'failed' ? job.message : null);
  const rows = typeof job?.result?.rows === 'number' ? job.result.rows : null;
  const words =
    job?.state === 'cancelled' ? t.cancelled : t.written(format.number(rows), String(job?.result?.fileName));
  return (
    <div className={css.outcome} role="status">
      {failure ? (
        <p role="alert">
          <strong>{t.failed}.</strong> {failure}
        </p>
      ) : (
        <p>{words}</p>
      )}
      <div className={css.buttons}>
        {job?.state === 'done' && (
          <Button variant="default" onClick={run.save}>
            {t.save}
          </Button>
        )}
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </div>
  );
}
