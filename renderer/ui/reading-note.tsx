import { useFormat, useText } from '../lib/language.tsx';
import type { Report } from '../lib/use-report.ts';
import css from './reading.module.css';
import { text } from './text.ts';

interface ReadingNoteProps {
  report: Pick<Report, 'reading' | 'readToTheEnd'>;
  /** What is read, for those who hear the button alone. */
  subject: string;
}

/** How far the reading for an answer is, with a button to stop it; or that it was stopped, with one to go on. */
export function ReadingNote({ report: { reading, readToTheEnd }, subject }: ReadingNoteProps) {
  const t = useText(text);
  const format = useFormat();
  if (!reading) return null;
  const { state, partial } = reading;
  const words = t.reading[state](
    format.compact(rounded(partial.recordsRead)),
    format.compact(rounded(partial.recordsTotal)),
  );
  const [action, run] = state === 'going' ? [t.stop, reading.stop] : [t.readToTheEnd, readToTheEnd];
  return (
    <span className={css.note} data-state={state}>
      {/* Counting aloud would drown all else; that it was stopped is told once. */}
      <span className={css.words} title={words} role={state === 'going' ? undefined : 'status'}>
        {words}
      </span>
      <button type="button" className={css.action} aria-label={`${action}: ${subject}`} onClick={run}>
        {action}
      </button>
    </span>
  );
}

/** Two digits: more would only flicker. */
function rounded(records: number): number {
  return Number(records.toPrecision(2));
}

/** The same as a thin line at the upper edge of what surrounds it. */
export function ReadingLine({ report: { reading } }: { report: Pick<Report, 'reading'> }) {
  if (!reading) return null;
  const { recordsRead, recordsTotal } = reading.partial;
  return (
    <div className={css.line} data-state={reading.state} aria-hidden>
      <div className={css.done} style={{ transform: `scaleX(${recordsTotal > 0 ? recordsRead / recordsTotal : 0})` }} />
    </div>
  );
}
