import { spawn } from 'node:child_process';

/** Opens an address in the person's browser where there is one; says nothing and fails never where there is none. */
export function openBrowser(url: string): void {
  const opener = openers[process.platform] ?? openers.linux;
  if (!opener) return;
  const child = spawn(opener.command, [...opener.args, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}

const openers: Partial<Record<NodeJS.Platform, { command: string; args: string[] }>> = {
  linux: { command: 'xdg-open', args: [] },
  darwin: { command: 'open', args: [] },
  win32: { command: 'rundll32', args: ['url.dll,FileProtocolHandler'] },
};
