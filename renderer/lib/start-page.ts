import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { parseHash } from './router.tsx';

const STORAGE_KEY = 'throughline.start';

const startPageSchema = z.object({
  /** The fragment of its address. */
  hash: z.string().startsWith('#/').max(10_000),
  /** What it is called. */
  name: z.string().max(200),
});

/** What opens first in this person's windows, as their language and theme are theirs. */
export type StartPage = z.infer<typeof startPageSchema>;

const listeners = new Set<() => void>();

/** Reads what was kept; null where nothing was chosen, or what is kept is no page. */
export function readStartPage(kept: string | null): StartPage | null {
  try {
    return startPageSchema
      .nullable()
      .catch(null)
      .parse(JSON.parse(kept ?? 'null'));
  } catch {
    return null; // what another program wrote in its place is no page
  }
}

/** Makes a page the first one; null for the first screen again. */
export function keepStartPage(page: StartPage | null): void {
  if (page) localStorage.setItem(STORAGE_KEY, JSON.stringify(page));
  else localStorage.removeItem(STORAGE_KEY);
  for (const listener of listeners) listener();
}

/** Opens the first page in a window whose address names none. */
export function openStartPage(): void {
  const page = readStartPage(localStorage.getItem(STORAGE_KEY));
  if (page && parseHash(window.location.hash).screen === '') window.history.replaceState(null, '', page.hash);
}

/** What opens first; null for the first screen. */
export function useStartPage(): StartPage | null {
  return readStartPage(useSyncExternalStore(subscribe, () => localStorage.getItem(STORAGE_KEY)));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another window of this person.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
