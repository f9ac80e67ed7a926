import { useFormat, useText } from '../lib/language.tsx';
import type { Reading } from '../lib/readings.ts';
import css from './reading.module.css';
import { text } from './text.ts';

/** What is said of a reading: how far it is, and whether it goes on. */
export type NotedReading = Pick<Reading, 'state' | 'stop'> & {
  partial: Pick<Reading['partial'], 'recordsRead' | 'recordsTotal'>;
};

interface ReadingNoteProps {
  report: { reading: NotedReading | null; readToTheEnd: () => void };
  /** What is read, for those who hear the button alone. */
  subject: string;
}

/** How far the reading for an answer is, with a button to stop it; or that it was stopped, with one to go on. */
export function ReadingNote({ report: { reading, readToTheEnd }, subject }: ReadingNoteProps) {
  const t = useText(text);
  if (!reading) return null;
  const [action, run] = reading.state === 'going' ? [t.stop, reading.stop] : [t.readToTheEnd, readToTheEnd];
  return (
    <span className={css.note} data-state={reading.state}>
      <ReadingWords {...reading} />
      <button type="button" className={css.action} aria-label={`${action}: ${subject}`} onClick={run}>
        {action}
      </button>
    </span>
  );
}

/** How many of the records were read. */
export function ReadingWords({ state, partial }: Pick<NotedReading, 'state' | 'partial'>) {
  const t = useText(text);
  const format = useFormat();
  const words = t.reading[state](
    format.compact(rounded(partial.recordsRead)),
    format.compact(rounded(partial.recordsTotal)),
  );
  return (
    // Counting aloud would drown all else; that it was stopped is told once.
    <span className={css.words} title={words} role={state === 'going' ? undefined : 'status'}>
      {words}
    </span>
  );
}

/** Two digits: more would only flicker. */
function rounded(records: number): number {
  return Number(records.toPrecision(2));
}

/** The same as a thin line at the upper edge of what surrounds it. */
export function ReadingLine({ report: { reading } }: { report: { reading: NotedReading | null } }) {
  if (!reading) return null;
  const { recordsRead, recordsTotal } = reading.partial;
  return (
    <div className={css.line} data-state={reading.state} aria-hidden>
      <div className={css.done} style={{ transform: `scaleX(${recordsTotal > 0 ? recordsRead / recordsTotal : 0})` }} />
    </div>
  );
}
