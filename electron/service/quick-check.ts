import type { Engine } from '../../db/engine/engine.ts';
import type { ClosingMark } from './closing-mark.ts';
import type { JobRunner } from './job-runner.ts';

interface QuickCheckParts {
  engine: Pick<Engine, 'quickCheck'>;
  jobs: JobRunner;
  mark: ClosingMark;
  /** Settles when the first screen has what it asks for, and memory what it holds. */
  loaded: Promise<void>;
  /** Told when damage is found. */
  onDamage(): void;
}

/**
 * Where the program before did not close the store, has live checked behind the first screen; the history and an alert tell what came
 * of it. Returns how to keep it from beginning, as when the store is closed.
 */
export function checkAfterUncleanEnd({ loaded, ...parts }: QuickCheckParts): () => void {
  let isWanted = parts.mark.isCheckOwed;
  void loaded.then(() => {
    if (isWanted) startCheck(parts);
  });
  return () => {
    isWanted = false;
  };
}

function startCheck({ engine, jobs, mark, onDamage }: Omit<QuickCheckParts, 'loaded'>): void {
  jobs.start({
    kind: 'quickCheck',
    subject: 'live',
    lane: 'read',
    cancellable: true,
    async run(control) {
      const running = engine.quickCheck(control.report);
      control.onCancel(running.cancel);
      const { findings, ...outcome } = await running.result;
      mark.noteChecked();
      if (!outcome.sound) onDamage();
      return {
        message: outcome.sound
          ? `live.db is whole: the program had not closed it, and that left no damage in its ${outcome.tables} tables.`
          : `live.db is damaged; no record was changed. ${findings.slice(0, 3).join('; ')} Check integrity, and restore what it names.`,
        result: { ...outcome, findings: findings.join('\n') },
      };
    },
  });
}
