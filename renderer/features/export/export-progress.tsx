import { Button, Progress } from '@mantine/core';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { Format } from '../../lib/format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import type { Export } from '../../lib/use-export.ts';
import { Told } from '../../ui/told.tsx';
import css from './export-dialog.module.css';
import { text, type Words } from './text.ts';

/** Rows so far, or tiles of those that there are. */
function writingWords({ unit, done, total }: Job, t: Words, format: Format): string {
  if (unit === 'steps') return total === null ? t.writing : t.writingTiles(format.number(done), format.number(total));
  return t.writingCount(format.number(done));
}

interface ExportProgressProps {
  run: Export;
  onClose: () => void;
  /** Has what was written done by the clock; null where that cannot be. */
  onSchedule: (() => void) | null;
}

/** How far an export is, and what came of it. */
export function ExportProgress({ run, onClose, onSchedule }: ExportProgressProps) {
  const t = useText(text);
  const format = useFormat();
  const { job, busy, error } = run;
  if (busy) {
    return (
      <div key="going" className={css.outcome} role="status">
        <Progress
          size="sm"
          animated={!job?.total}
          value={job?.total ? (100 * job.done) / job.total : 100}
          aria-label={t.writing}
        />
        <div className={css.buttons}>
          <span className={css.words}>{job ? writingWords(job, t, format) : t.writing}</span>
          <Button variant="default" onClick={run.cancel} disabled={!job?.cancellable}>
            {t.cancel}
          </Button>
        </div>
      </div>
    );
  }
  const failure = error?.message ?? (job?.state === 'failed' ? job.message : null);
  const rows = typeof job?.result?.rows === 'number' ? job.result.rows : null;
  const tiles = typeof job?.result?.tiles === 'number' ? job.result.tiles : null;
  const fileName = String(job?.result?.fileName);
  const written =
    tiles === null ? t.written(format.number(rows), fileName) : t.writtenTiles(format.number(tiles), fileName);
  const words = job?.state === 'cancelled' ? t.cancelled : written;
  return (
    // Another part than the one that goes on, so that its button takes the focus.
    <div key="over" className={css.outcome} role="status">
      {failure ? (
        <p role="alert">
          <strong>{t.failed}.</strong> <Told message={failure} />
        </p>
      ) : (
        <p>{words}</p>
      )}
      <div className={css.buttons}>
        {job?.state === 'done' && onSchedule && (
          <Button variant="default" className={css.apart} onClick={onSchedule}>
            {t.schedule}
          </Button>
        )}
        {job?.state === 'done' && (
          <Button variant="default" onClick={run.save}>
            {t.save}
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}
