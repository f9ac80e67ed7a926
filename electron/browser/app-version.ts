import { readFileSync } from 'node:fs';

/** The version of the program, as package.json says it. */
export function appVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String(JSON.parse(text).version);
}
