import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import type { MarkAt } from './plot.ts';

/** Which way the places of a chart go. */
export type Along = 'across' | 'down';

interface MarksOptions {
  places: number;
  series: number;
  along: Along;
  onDrill: (mark: MarkAt) => void;
  onMenu?: OnMenu | undefined;
  /** Chooses the places from the first to the last; absent where places have no order to choose by. */
  onBrush?: ((first: number, last: number) => void) | undefined;
}

/** Asks what can be done with a mark, at a point of the window, px. */
export type OnMenu = (mark: MarkAt, at: { x: number; y: number }) => void;

/** The mark that is looked at, by pointer or by arrow keys, and the stretch that is drawn over. */
export interface Marks {
  active: MarkAt | null;
  /** Whether the keyboard put it there, so that it is read out. */
  byKey: boolean;
  /** The first and the last place of the stretch. */
  stretch: { first: number; last: number } | null;
  point: (mark: MarkAt | null) => void;
  press: (place: number) => void;
  release: (mark: MarkAt | null) => void;
  leave: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** By the right button or the menu key; `hit` is the mark below the pointer. */
  onContextMenu: (event: MouseEvent, hit: MarkAt | null) => void;
  onFocus: () => void;
  onBlur: () => void;
}

const steps: Record<Along, Record<string, { place: number; series: number }>> = {
  across: {
    ArrowRight: { place: 1, series: 0 },
    ArrowLeft: { place: -1, series: 0 },
    ArrowUp: { place: 0, series: 1 },
    ArrowDown: { place: 0, series: -1 },
  },
  down: {
    ArrowDown: { place: 1, series: 0 },
    ArrowUp: { place: -1, series: 0 },
    ArrowRight: { place: 0, series: 1 },
    ArrowLeft: { place: 0, series: -1 },
  },
};

/** The mark after an arrow key, Home or End; null for another key. */
export function markAfterKey(
  now: MarkAt | null,
  key: string,
  { places, series, along }: Pick<MarksOptions, 'places' | 'series' | 'along'>,
): MarkAt | null {
  if (places === 0 || series === 0) return null;
  const from = now ?? { place: 0, series: 0 };
  if (key === 'Home') return { ...from, place: 0 };
  if (key === 'End') return { ...from, place: places - 1 };
  const step = steps[along][key];
  if (!step) return null;
  if (now === null) return from;
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  return { place: within(from.place + step.place, places), series: within(from.series + step.series, series) };
}

/** Looks after the marks of a chart: arrow keys move, Enter looks closer, Shift or a drag chooses a stretch, Escape lets go. */
export function useMarks({ places, series, along, onDrill, onMenu, onBrush }: MarksOptions): Marks {
  const [active, setActive] = useState<MarkAt | null>(null);
  const [byKey, setByKey] = useState(false);
  const [anchor, setAnchor] = useState<number | null>(null);
  const shown = active && active.place < places && active.series < series ? active : null;
  const stretch =
    anchor === null || shown === null
      ? null
      : { first: Math.min(anchor, shown.place), last: Math.max(anchor, shown.place) };
  const choose = (mark: MarkAt) => {
    setAnchor(null);
    if (stretch && stretch.first !== stretch.last && onBrush) onBrush(stretch.first, stretch.last);
    else onDrill(mark);
  };
  return {
    active: shown,
    byKey,
    stretch: stretch && stretch.first !== stretch.last ? stretch : null,
    point: (mark) => {
      setByKey(false);
      if (mark?.place !== active?.place || mark?.series !== active?.series) setActive(mark);
    },
    press: (place) => onBrush && setAnchor(place),
    release: (mark) => mark && choose(mark),
    leave: () => {
      setActive(null);
      setAnchor(null);
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'Enter' && shown) {
        event.preventDefault();
        choose(shown);
        return;
      }
      if (event.key === 'Escape' && (anchor !== null || shown)) {
        event.preventDefault();
        setAnchor(null);
        setActive(null);
        return;
      }
      const next = markAfterKey(shown, event.key, { places, series, along });
      if (!next) return;
      event.preventDefault();
      setByKey(true);
      setActive(next);
      if (!event.shiftKey || !onBrush) setAnchor(null);
      else setAnchor(anchor ?? shown?.place ?? next.place);
    },
    onContextMenu: (event, hit) => {
      const mark = byKey ? shown : hit;
      if (!mark || !onMenu) return;
      event.preventDefault();
      setAnchor(null);
      const box = event.currentTarget.getBoundingClientRect();
      onMenu(mark, byKey ? { x: box.left + 24, y: box.top + 24 } : { x: event.clientX, y: event.clientY });
    },
    onFocus: () => setByKey(true),
    onBlur: () => {
      setActive(null);
      setAnchor(null);
    },
  };
}
