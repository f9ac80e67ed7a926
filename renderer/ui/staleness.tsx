import type { HeldAnswer } from '../lib/follow-report.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { useLate } from '../lib/use-late.ts';
import { text } from './text.ts';

/** Says that an answer is not the newest, and since when, or why it could not be made new; of what is soon over nothing. */
export function Staleness({ answer }: { answer: HeldAnswer | undefined }) {
  const t = useText(text);
  const format = useFormat();
  const isStale = answer?.cache === 'stale';
  const late = useLate(isStale);
  if (!isStale || !(late || answer.refreshError)) return null;
  const time = format.time(answer.asOf);
  const words = answer.refreshError ? t.refreshFailed(time, answer.refreshError) : t.asOf(time);
  return (
    <span role="status" data-note={answer.refreshError ? 'failed' : 'passing'}>
      {` · ${words}`}
    </span>
  );
}
