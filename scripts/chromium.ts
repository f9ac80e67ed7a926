import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess, runTool } from './run-process.ts';

const VERSION_MS = 20_000;

/** Where browsers of the Chromium family are found, the commonest first. */
function knownPlaces(): string[] {
  if (process.platform === 'linux') {
    return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'].map(
      (name) => `/usr/bin/${name}`,
    );
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
  return folders.flatMap((folder) => (folder ? programs.map((program) => join(folder, program)) : []));
}

/** A browser for the end-to-end tests that is there already: THROUGHLINE_CHROMIUM, else a known one of the system. */
export function findChromium(): string | null {
  const places = [process.env.THROUGHLINE_CHROMIUM ?? '', ...knownPlaces()];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

/** A browser that runs, installing one where there is none. Throws with what was tried when none can be had. */
export async function obtainChromium(): Promise<string> {
  const found = await findWorking();
  if (found) return found;
  process.stdout.write('There is no Chromium yet; installing one…\n');
  if (isDebian() && process.getuid?.() === 0) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProcess('apt-get', ['update', '-q'], { env });
    await runProcess('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
    });
    const installed = await findWorking();
    if (installed) return installed;
  }
  const withLibraries = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : [];
  await runTool('@playwright/test/cli.js', ['install', ...withLibraries, 'chromium']);
  const { chromium } = await import('@playwright/test');
  const bundled = chromium.executablePath();
  if (existsSync(bundled)) return bundled;
  throw new Error(
    'No Chromium could be found or installed. Install Chromium or Chrome, or name one with THROUGHLINE_CHROMIUM.',
  );
}

/** A place may hold a stand-in that only says how to install the browser, so it is asked for its version. */
async function findWorking(): Promise<string | null> {
  const place = findChromium();
  if (!place) return null;
  if (process.platform === 'win32') return place; // opens a window there instead of answering
  const { code } = await runProcess(place, ['--version'], { output: 'keep', timeLimitMs: VERSION_MS });
  return code === 0 ? place : null;
}

function isDebian(): boolean {
  return existsSync('/etc/debian_version');
}
