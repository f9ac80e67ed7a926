import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { root } from './store.ts';

/** With what the pictures were taken: another browser draws the same letters otherwise. */
const TAKEN_WITH = join(root, 'e2e', 'looks.spec.ts-snapshots', 'taken-with.txt');
const FONT_FILES = join(root, 'node_modules', '@expo-google-fonts', 'noto-sans-kr');
const weights = { 400: '400Regular', 600: '600SemiBold' } as const;

/** The version of the browser that the pictures were taken with; empty where there are none yet. */
export function takenWith(): Promise<string> {
  return readFile(TAKEN_WITH, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

export async function noteTakenWith(version: string): Promise<void> {
  await mkdir(dirname(TAKEN_WITH), { recursive: true });
  await writeFile(TAKEN_WITH, `${version}\n`);
}

/** The version that tells how a page is drawn: the first number of it. */
export function drawingVersion(page: Page): string {
  return page.context().browser()?.version().split('.')[0] ?? '';
}

/** Draws every text in a font of the project's own files, until the page is loaded anew: the fonts of a machine make no difference then. */
export async function useOwnFont(page: Page): Promise<void> {
  for (const [weight, name] of Object.entries(weights)) {
    const bytes = await readFile(join(FONT_FILES, name, `NotoSansKR_${name}.ttf`), 'base64');
    // As bytes: the window takes no font from an address.
    await page.evaluate(
      async ([ofWeight, text]) => {
        const face = new FontFace(
          'Looks',
          Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
          {
            weight: ofWeight,
          },
        );
        document.fonts.add(await face.load());
      },
      [weight, bytes] as const,
    );
  }
  await page.addStyleTag({ content: '* { font-family: Looks !important; }' });
}
