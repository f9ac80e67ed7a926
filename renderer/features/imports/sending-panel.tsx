import { Button, Progress } from '@mantine/core';
import { useFormat, useText } from '../../lib/language.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { QueuedFile } from './import-queue-state.ts';
import css from './imports.module.css';
import { text } from './text.ts';

/** A file on its way into the host's hands, or why it did not get there. */
export function SendingPanel({ file, onLeaveOut }: { file: QueuedFile; onLeaveOut: () => void }) {
  const t = useText(text);
  const format = useFormat();
  const { stage } = file;
  const leave = (
    <Button variant="default" onClick={onLeaveOut}>
      {t.leaveOut}
    </Button>
  );
  return (
    <Panel title={file.name} actions={stage.name === 'failed' ? undefined : leave}>
      {stage.name === 'failed' && <ErrorState error={new Error(stage.message)} action={leave} />}
      {stage.name === 'sending' && (
        <div className={css.sending}>
          <Progress
            size="sm"
            value={stage.totalBytes > 0 ? (100 * stage.sentBytes) / stage.totalBytes : 0}
            aria-label={file.name}
          />
          <p className={css.quiet}>{t.sending(format.bytes(stage.sentBytes), format.bytes(stage.totalBytes))}</p>
        </div>
      )}
    </Panel>
  );
}
