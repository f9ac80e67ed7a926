import type { Engine } from '../../db/engine/engine.ts';
import { isUnreadable } from '../../db/store/archives.ts';
import { isAppError } from '../../shared/lib/app-error.ts';
import type { ServiceGround } from './service-parts.ts';

interface DecayCheckParts extends Pick<ServiceGround, 'log'> {
  engine: Pick<Engine, 'findDecay'>;
  /** Told when a file is not as it was left, which is noted by then. */
  onDecay(): Promise<void>;
  /** Told when live cannot be read. */
  onDamage(): void;
}

/**
 * Looks behind the first screen whether the disk changed a file while the store was closed; from then on every answer over it says
 * so. Returns how to end it, as when the store is closed.
 */
export function checkForDecay({ engine, log, onDecay, onDamage }: DecayCheckParts): () => Promise<void> {
  const closing = new AbortController();
  const checked = (async () => {
    try {
      const names = await engine.findDecay(closing.signal);
      if (names.length === 0) return;
      log.error({ names }, 'files are not as they were left');
      await onDecay();
    } catch (error) {
      if (isAppError(error) && error.code === 'CANCELLED') return;
      log.error({ error }, 'whether files are as they were left could not be seen');
      if (isUnreadable(error)) onDamage();
    }
  })();
  return () => {
    closing.abort();
    return checked;
  };
}
