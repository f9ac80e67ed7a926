import { useText } from '../lib/language.tsx';
import { useIsAnyGoing } from '../lib/readings.ts';
import { useLate } from '../lib/use-late.ts';
import { text } from './text.ts';

/** Tells those who do not see it, once, that what is shown is not whole yet. */
export function ReadingAnnouncer() {
  const t = useText(text);
  const going = useLate(useIsAnyGoing());
  return (
    <p role="status" className="visually-hidden">
      {going ? t.readingAnnounced : ''}
    </p>
  );
}
