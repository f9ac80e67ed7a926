import type { Standby } from '../../../../shared/contract/standby.ts';
import type { Format } from '../../../lib/format.ts';
import type { StandbyText } from './text.ts';

/** How far the standby is behind. */
export function lagWords({ lagSeconds }: Pick<Standby, 'lagSeconds'>, t: StandbyText, format: Format): string {
  if (lagSeconds === null) return t.never;
  return lagSeconds === 0 ? t.inStep : t.behind(format.duration(lagSeconds * 1_000));
}

/** What the standby lacks. */
export function missingWords({ now, missing }: Standby, t: StandbyText, format: Format): string {
  if (now.state === 'following') {
    const { records, batches } = now.missing;
    if (records + batches === 0) return t.nothing;
    return t.missingNow(format.number(records), format.number(batches));
  }
  if (missing.records === null) return t.unknown;
  if (missing.records === 0 && missing.changes.length === 0) return t.nothing;
  return t.missingNow(format.number(missing.records), format.number(missing.changes.length));
}

/** What it is doing, where that is not to follow in step; null where nothing needs saying. `bad` needs a person's eye. */
export function stateWords({ now }: Standby, t: StandbyText, format: Format): { words: string; bad: boolean } | null {
  switch (now.state) {
    case 'off':
    case 'failingOver':
      return null;
    case 'idle':
      return { words: t.idle, bad: false };
    case 'starting':
      return { words: t.starting, bad: false };
    case 'copying':
    case 'comparing':
      return { words: t[now.state](format.bytes(now.done), format.bytes(now.total)), bad: false };
    case 'following':
      return now.missingArchives.length === 0
        ? null
        : { words: t.missingArchives(format.list(now.missingArchives)), bad: true };
    case 'trouble':
      return { words: t.trouble(now.message), bad: true };
    case 'stopped':
      return { words: now.message, bad: true };
  }
}
