import { questionAsked } from './indexes/asking.ts';
import type { IndexUse } from './indexes/index-use.ts';
import type { ServiceGround } from './service-parts.ts';

/** Passes on what the engine tells by itself: to the log, to the index monitor, and to those who go by the set of files. */
export function listenToEngine(
  { engine, owns, log }: ServiceGround,
  { indexUse, onChange, onDamage }: { indexUse: IndexUse; onChange: () => Promise<void>; onDamage: () => void },
): void {
  engine.onReaderDied = (error) => log.error({ error }, 'a reader died with nothing to do');
  engine.onPlanChange = (change) => log.info(change, 'SQLite runs a statement in another way than before');
  engine.onLiveDamaged = (because) => {
    log.error({ because }, 'the live file cannot be read or written');
    onDamage();
  };
  engine.onIndexesUsed = (indexes) => {
    const question = questionAsked();
    if (question) indexUse.note(question, indexes);
  };
  // Questions are planned without it from now on; that it is noted in the store tells windows and the next start.
  engine.onSetAside = async (name, because) => {
    log.error({ name, because }, 'an archive cannot be read and is set aside');
    try {
      if (owns) await engine.recordSetAside(name, because);
      await onChange();
    } catch (error) {
      log.warn({ error }, 'that an archive is set aside could not be noted');
    }
  };
}
