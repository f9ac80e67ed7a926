/**
 * Times gestures in the window as a person sees them: from the event of the input, by its own stamp, to the frame in which what
 * is waited for stands on the screen. It is put into the page by who measures, and is no part of the program.
 */

/** What has to stand on the screen. */
export type Sign = { there: string } | { gone: string } | { changed: string };

export interface Gesture {
  /** The event that it begins with, as the page is told of it. */
  begins: 'click' | 'keydown' | 'input' | 'pointerup' | 'scroll';
  /** All of them together. */
  until: readonly Sign[];
}

export interface GestureTimes {
  /**
   * Until the first frame after the event is on the screen: whatever it shows, the window is not frozen. As the browser itself tells
   * it, in steps of 8 ms (https://w3c.github.io/event-timing/), but for scrolling, of which it does not.
   */
  frameMs: number;
  /** Until what is waited for is painted, with nothing that is still loading. */
  answeredMs: number;
}

/** What says that something is on its way. */
const LOADING = '[aria-busy="true"], #content [data-dimmed="true"], [role="grid"] [class*="place-holder"]';
const PATIENCE_MS = 15_000;
const MODIFIERS = new Set(['Alt', 'Control', 'Meta', 'Shift']);

let timed: Promise<GestureTimes> = Promise.reject(new Error('No gesture was announced.'));
timed.catch(() => {});

const textsOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((each) => each.textContent).join('\n');

/** Waits for the next such event; what is on the screen now is what has to change. */
function announceGesture({ begins, until }: Gesture): void {
  const before = until.map((sign) => ('changed' in sign ? textsOf(sign.changed) : ''));
  const isMet = (sign: Sign, at: number) => {
    if ('there' in sign) return document.querySelector(sign.there) !== null;
    if ('gone' in sign) return document.querySelector(sign.gone) === null;
    const now = textsOf(sign.changed);
    return now !== '' && now !== before[at];
  };
  timed = new Promise((resolve, reject) => {
    const frameOf = hearFrames(begins);
    const start = (event: Event) => {
      if (event instanceof KeyboardEvent && MODIFIERS.has(event.key)) return; // the key that it is held for comes after it
      removeEventListener(begins, start, { capture: true });
      const startedAt = event.timeStamp;
      let frameMs: number | null = null;
      const look = () => {
        const isAnswered = until.every(isMet) && document.querySelector(LOADING) === null;
        afterPaint(() => {
          const elapsed = performance.now() - startedAt;
          frameMs ??= elapsed;
          if (isAnswered) resolve(frameOf(startedAt, frameMs).then((frameMs) => ({ frameMs, answeredMs: elapsed })));
          else if (elapsed > PATIENCE_MS) {
            const missing = until.filter((sign, at) => !isMet(sign, at));
            const loading = document.querySelector(LOADING)?.outerHTML.slice(0, 200) ?? 'nothing';
            reject(
              new Error(`Not answered in ${PATIENCE_MS} ms. Missing: ${JSON.stringify(missing)}; loading: ${loading}`),
            );
          } else requestAnimationFrame(look);
        });
      };
      requestAnimationFrame(look);
    };
    // Scrolling of an element does not bubble; capturing hears it.
    addEventListener(begins, start, { capture: true });
  });
  timed.catch(() => {});
}

/** Shorter times are not told. */
const SHORTEST_TOLD_MS = 16;
/** The browser tells of a frame some frames later. */
const TOLD_WITHIN_MS = 250;

/**
 * Hears from now on what the browser tells of such events: how long the frame after one took, by the time of the event. What this
 * page measures itself comes later, as its own message waits behind whatever the program has to do next; it is taken where the
 * browser tells nothing, and is at most that then of which it would have told.
 */
function hearFrames(type: Gesture['begins']): (startedAt: number, measuredMs: number) => Promise<number> {
  const durations = new Map<number, number>();
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  const note = (entries: PerformanceEntryList) => {
    for (const { name, startTime, duration } of entries) if (name === type) durations.set(startTime, duration);
  };
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: SHORTEST_TOLD_MS,
  };
  observer.observe(events);
  return async (startedAt, measuredMs) => {
    if (type === 'scroll') return measuredMs;
    await new Promise((resolve) => setTimeout(resolve, TOLD_WITHIN_MS));
    note(observer.takeRecords());
    observer.disconnect();
    return durations.get(startedAt) ?? Math.min(measuredMs, SHORTEST_TOLD_MS);
  };
}

/** Calls back once the frame that is being made is painted. */
function afterPaint(done: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(null);
}

export interface FrameTimes {
  /** Between one frame and the next, each. */
  betweenMs: number[];
  /** Frames in which a row of the grid was still on its way. */
  withPlaceHolders: number;
}

/** Looks at every frame for so long. */
function watchFrames(durationMs: number): Promise<FrameTimes> {
  return new Promise((resolve) => {
    const betweenMs: number[] = [];
    let withPlaceHolders = 0;
    let first: number | null = null;
    let before: number | null = null;
    const look = (now: number) => {
      first ??= now;
      if (before !== null) betweenMs.push(now - before);
      before = now;
      if (document.querySelector('[role="grid"] [class*="place-holder"]')) withPlaceHolders += 1;
      if (now - first < durationMs) requestAnimationFrame(look);
      else resolve({ betweenMs, withPlaceHolders });
    };
    requestAnimationFrame(look);
  });
}

Object.assign(globalThis, { announceGesture, gestureTimes: () => timed, watchFrames });
