import { fileURLToPath } from 'node:url';
import { HostedStore } from '../service/hosted-store.ts';
import { appVersion } from './app-version.ts';
import { startBrowserHost } from './host.ts';
import { openBrowser } from './open-browser.ts';

export interface ServeOptions {
  storeFolder: string;
  /** 0 lets the system choose. */
  port: number;
  /** Whether to open a browser, where there is one. */
  open: boolean;
  /** Told the address as soon as it answers. */
  onListening: (url: string) => void;
}

const rendererFolder = fileURLToPath(new URL('../../dist/renderer', import.meta.url));

/**
 * Owns a store and serves it to a browser until the process is asked to end (Ctrl+C); then closes the store in order. One that
 * is damaged is served to be put right.
 */
export async function serve({ storeFolder, port, open, onListening }: ServeOptions): Promise<void> {
  const store = await HostedStore.open({ storeFolder, appVersion: appVersion(), access: 'own', keepsSchedule: true });
  try {
    const host = await startBrowserHost({ service: store, rendererFolder, port });
    store.onReplaced = () => host.reconnect();
    const asked = askedToEnd();
    onListening(host.url);
    if (open) openBrowser(host.url);
    await asked;
    await host.close();
  } finally {
    await store.close();
  }
}

/** Settles at the first request to end; a second one ends at once. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}
