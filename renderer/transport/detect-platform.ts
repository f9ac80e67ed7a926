import type { DesktopBridge } from '../../shared/contract/desktop-bridge.ts';
import { createBrowserPlatform } from './browser-platform.ts';
import { createDesktopPlatform } from './desktop-platform.ts';
import type { Platform } from './platform.ts';

declare global {
  interface Window {
    /** Put there by the preload of the desktop host; absent in a browser. */
    throughline?: DesktopBridge<File>;
  }
}

/** The platform of the host that this window runs in. Call it before anything reads the address's fragment. */
export function detectPlatform(): Platform {
  return window.throughline ? createDesktopPlatform(window.throughline) : createBrowserPlatform();
}
