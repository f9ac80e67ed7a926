import { useEffect } from 'react';
import { usePlatform } from '../../lib/connection.tsx';
import { changeImports, contentOf, releaseContent, useImportQueue } from './import-queue.ts';

/** Hands queued files to the host, one after another. */
export function useSendFiles(): void {
  const platform = usePlatform();
  const { files } = useImportQueue();
  const isSending = files.some(({ stage }) => stage.name === 'sending');
  const next = isSending ? undefined : files.find(({ stage }) => stage.name === 'waiting');
  const key = next?.key;

  useEffect(() => {
    if (key === undefined) return;
    const content = contentOf(key);
    if (!content) return;
    const stage = (sentBytes: number) =>
      changeImports({ type: 'stage', key, stage: { name: 'sending', sentBytes, totalBytes: content.size } });
    stage(0);
    platform.handOver(content, stage).then(
      ({ fileId }) => {
        releaseContent(key);
        changeImports({ type: 'stage', key, stage: { name: 'ready', fileId } });
      },
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        changeImports({ type: 'stage', key, stage: { name: 'failed', message } });
      },
    );
  }, [platform, key]);
}
