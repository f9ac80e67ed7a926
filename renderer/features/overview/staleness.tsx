import { useFormat, useText } from '../../lib/language.tsx';
import type { HeldAnswer } from '../../lib/use-report.ts';
import { text } from './text.ts';

/** Says that an answer is not the newest, and since when, or why it could not be made new. */
export function Staleness({ answer }: { answer: HeldAnswer | undefined }) {
  const t = useText(text);
  const format = useFormat();
  if (answer?.cache !== 'stale') return null;
  const words = answer.refreshError ? t.refreshFailed(answer.refreshError) : t.asOf(format.time(answer.asOf));
  return <span role="status">{` · ${words}`}</span>;
}
