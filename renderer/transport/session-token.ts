const STORAGE_KEY = 'throughline.token';
const FRAGMENT = /^#token=([A-Za-z0-9_-]+)$/;

/**
 * The session token of the browser host: from the address on the first visit, then from this tab's storage. The
 * address is cleaned at once, so that the token stands neither in the history nor in a bookmark. Empty when there is none.
 */
export function takeSessionToken(): string {
  const token = FRAGMENT.exec(location.hash)?.[1];
  if (token) {
    sessionStorage.setItem(STORAGE_KEY, token);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return token ?? sessionStorage.getItem(STORAGE_KEY) ?? '';
}

/** Starts the window anew when an address with a fresh token is pasted into it, which alone would not reload. */
export function reloadOnNewToken(): void {
  window.addEventListener('hashchange', () => {
    if (!FRAGMENT.test(location.hash)) return;
    takeSessionToken();
    location.reload();
  });
}
