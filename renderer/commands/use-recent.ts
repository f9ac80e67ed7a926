import { useState } from 'react';
import { useStatus } from '../lib/use-status.ts';
import { type Choice, readRecent, withChoice } from './recent.ts';

/** What was chosen in the palette of late on this store, newest first, and the way to add to it. */
export function useRecent(): [readonly Choice[], (choice: Choice) => void] {
  // Items and lots of one store mean nothing in another.
  const key = `throughline.recent.${useStatus().data?.folder ?? ''}`;
  const [recent] = useState(() => readRecent(localStorage.getItem(key)));
  const note = (choice: Choice) => localStorage.setItem(key, JSON.stringify(withChoice(recent, choice)));
  return [recent, note];
}
