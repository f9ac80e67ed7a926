import { createContext, use, useSyncExternalStore } from 'react';

/** The screen that is shown and what its address says beside: `#/records?from=2024-01-01` -> screen 'records'. */
export interface Address {
  screen: string;
  params: URLSearchParams;
}

/** Reads the fragment of an address; an empty one is no screen. */
export function parseHash(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  return { screen: path, params: new URLSearchParams(query) };
}

/** The fragment that `parseHash` reads back. */
export function formatHash(screen: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? `#/${screen}` : `#/${screen}?${query}`;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The address as text; re-renders when it changes. Within `ShownHash` it is that one. */
export function useHash(): string {
  const shown = use(ShownHash);
  return useSyncExternalStore(shown === null ? subscribe : subscribeToNothing, () => shown ?? window.location.hash);
}

/** The address that a part of the window shows, while that is on its way to a newer one. */
export const ShownHash = createContext<string | null>(null);

const subscribeToNothing = () => () => {};

/** Goes to another screen, or a part of it that `own` names, and keeps the scope (range and filters) in the address. */
export function goTo(screen: string, own: Readonly<Record<string, string>> = {}): void {
  const { params } = parseHash(window.location.hash);
  for (const [name, value] of Object.entries(own)) params.set(name, value);
  window.location.hash = formatHash(screen, params);
}

/** Puts other params into the address of the same screen; `replace` leaves no step to go back to. */
export function setParams(params: URLSearchParams, replace = false): void {
  const hash = formatHash(parseHash(window.location.hash).screen, params);
  if (replace) replaceHash(hash);
  else if (hash !== window.location.hash) {
    // By assigning it the window would know only after a while what was ticked, and show it unticked meanwhile.
    window.history.pushState(null, '', hash);
    tellChanged();
  }
}

/** Names the screen that is shown in an address that names none, without a step to go back to. */
export function replaceScreen(screen: string): void {
  replaceHash(formatHash(screen, parseHash(window.location.hash).params));
}

function replaceHash(hash: string): void {
  window.history.replaceState(null, '', hash);
  tellChanged();
}

/** The browser itself tells of no change that a page makes to its history. */
function tellChanged(): void {
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Whether there is a step of the program itself to go to: what was shown before it was opened is none. */
export function canStep(where: 'back' | 'forward'): boolean {
  // A browser that is not Chromium may not tell.
  const navigation: Navigation | undefined = window.navigation;
  return (where === 'back' ? navigation?.canGoBack : navigation?.canGoForward) ?? true;
}

/** Goes a step back or forward, where there is one. */
export function step(where: 'back' | 'forward'): void {
  if (canStep(where)) window.history[where]();
}

/** Params in place of the address's, for a part of the window that has its own. */
export const ParamsContext = createContext<{ params: URLSearchParams; set: (params: URLSearchParams) => void } | null>(
  null,
);

/** One param of the address as state; setting it to the fallback takes it out of the address. */
export function useParam<T extends string>(name: string, known: readonly T[], fallback: T): [T, (value: T) => void] {
  const own = use(ParamsContext);
  const hash = useHash();
  const text = (own?.params ?? parseHash(hash).params).get(name);
  const value = known.find((each) => each === text) ?? fallback;
  const set = (next: T) => {
    const params = own ? new URLSearchParams(own.params) : parseHash(window.location.hash).params;
    if (next === fallback) params.delete(name);
    else params.set(name, next);
    if (own) own.set(params);
    else setParams(params, true);
  };
  return [value, set];
}
