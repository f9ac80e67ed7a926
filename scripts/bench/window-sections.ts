import type { BenchResult } from './result.ts';
import { metOrMissed, milliseconds, type Section } from './sections.ts';
import { figure } from './table.ts';
import type { WindowResult } from './window-gestures.ts';

/** At the 95th percentile: until something moves, and until what was asked stands there. */
const WANTED = { frameMs: 100, answerMs: 200 };

/** The tables of what was measured in the window; none where it was not. */
export function windowSections({ window: measured }: BenchResult): Section[] {
  return measured ? [gesturesOf(measured), scrolling(measured.scrolling)] : [];
}

function gesturesOf(measured: WindowResult): Section {
  return {
    title: 'Gestures',
    text: `From the event of a click or a key to the frame in a real browser: to the first one after it, and to the one that shows the answer,
with nothing on its way any more. Each round asks something else. Wanted, at the 95th percentile: the frame within ${WANTED.frameMs} ms, the answer
within ${WANTED.answerMs} ms.`,
    table: {
      header: ['gesture', 'first frame', 'p95', 'wanted', 'answer', 'p95', 'wanted'],
      rows: measured.gestures.map(({ title, frame, answered }) => [
        title,
        milliseconds(frame.medianMs),
        milliseconds(frame.p95Ms),
        metOrMissed(frame.p95Ms <= WANTED.frameMs),
        milliseconds(answered.medianMs),
        milliseconds(answered.p95Ms),
        metOrMissed(answered.p95Ms <= WANTED.answerMs),
      ]),
    },
  };
}

function scrolling({
  medianMs,
  p95Ms,
  mostMs,
  samples,
  shareLate,
  shareWithPlaceHolders,
}: WindowResult['scrolling']): Section {
  const percent = (share: number) => `${figure(share * 100)} %`;
  return {
    title: 'Scrolling',
    text: 'The records by the wheel for three seconds: the time between frames, those that came late by half a frame of a display of 60 a second, and those with a row that was still on its way.',
    table: {
      header: ['frames', 'median', 'p95', 'longest', 'late', 'with rows on their way'],
      rows: [
        [
          String(samples),
          milliseconds(medianMs),
          milliseconds(p95Ms),
          milliseconds(mostMs),
          percent(shareLate),
          percent(shareWithPlaceHolders),
        ],
      ],
    },
  };
}
