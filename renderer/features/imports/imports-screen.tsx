import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCommand } from '../../commands/commands.tsx';
import { usePlatform } from '../../lib/connection.tsx';
import { takeFiles, useWaitingFiles } from '../../lib/file-inbox.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Screen } from '../../ui/screen.tsx';
import { DropArea } from './drop-area.tsx';
import type { Said } from './gate/decisions.ts';
import { changeImports, queueFiles, queueHandedFiles, useImportQueue } from './import-queue.ts';
import type { QueuedFile } from './import-queue-state.ts';
import { ImportsPart } from './imports-part.tsx';
import { Outcome } from './outcome.tsx';
import { Review } from './review.tsx';
import { SendingPanel } from './sending-panel.tsx';
import { text } from './text.ts';
import { useSendFiles } from './use-send-files.ts';

/** From a file to records: one file after another is looked at, settled and imported; below, what was imported so far. */
export function ImportsScreen() {
  const t = useText(text);
  const format = useFormat();
  const platform = usePlatform();
  const waiting = useWaitingFiles();
  const { files } = useImportQueue();
  const [current, ...others] = files;
  useSendFiles();
  useEffect(() => {
    if (waiting > 0) queueFiles(takeFiles());
  }, [waiting]);

  const choose = useMutation({
    mutationFn: () => platform.chooseFiles(),
    onSuccess: queueHandedFiles,
  });
  useCommand('file.import', () => choose.mutate());

  return (
    <Screen
      title={t.title}
      subtitle={others.length > 0 ? t.waiting(format.list(others.map(({ name }) => name))) : undefined}
      actions={
        current && (
          <Button variant="default" onClick={() => choose.mutate()}>
            {t.choose}
          </Button>
        )
      }
    >
      {current ? (
        <Current key={current.key} file={current} hasNext={others.length > 0} />
      ) : (
        <DropArea onChoose={() => choose.mutate()} error={choose.error?.message ?? null} />
      )}
      {(!current || current.stage.name === 'importing') && <ImportsPart />}
    </Screen>
  );
}

function Current({ file, hasNext }: { file: QueuedFile; hasNext: boolean }) {
  const onLeave = () => changeImports({ type: 'remove', key: file.key });
  const { stage } = file;
  if (stage.name === 'ready') return <Review file={file} fileId={stage.fileId} onLeaveOut={onLeave} />;
  if (stage.name === 'importing') {
    const { jobId, fileId } = stage;
    // What was said about the file is kept, so that only what was wrong has to be changed.
    const onAgain = () => changeImports({ type: 'stage', key: file.key, stage: { name: 'ready', fileId } });
    const { review } = file;
    const held = review && {
      fileId,
      secondFileId: file.choice.secondFileId,
      before: { profile: review.profile, decisions: review.decisions ?? {} },
      onStarted: (next: string, said: Said) => {
        changeImports({ type: 'review', key: file.key, review: { ...review, ...said } });
        changeImports({ type: 'stage', key: file.key, stage: { name: 'importing', jobId: next, fileId } });
      },
    };
    return <Outcome name={file.name} jobId={jobId} hasNext={hasNext} held={held} onAgain={onAgain} onDone={onLeave} />;
  }
  return <SendingPanel file={file} onLeaveOut={onLeave} />;
}
