import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Job } from '../../shared/contract/schemas.ts';
import { useClient, usePlatform } from './connection.tsx';
import { isOver, useJob } from './jobs.ts';

/** An export on its way: started, its job, saved by itself as soon as it is written. */
export interface Export {
  start: () => void;
  cancel: () => void;
  /** Hands the finished file out once more. */
  save: () => void;
  forget: () => void;
  job: Job | undefined;
  busy: boolean;
  /** Why it could not be started or saved. */
  error: Error | null;
}

/** Runs an export that `begin` starts. */
export function useExport(begin: () => Promise<{ jobId: string }>): Export {
  const client = useClient();
  const platform = usePlatform();
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const begun = useMutation({ mutationFn: begin, onSuccess: (started) => setJobId(started.jobId) });
  const saved = useMutation({
    mutationFn: ({ result }: Job) =>
      platform.saveDownload(String(result?.downloadId ?? ''), String(result?.fileName ?? '')),
  });

  const isDone = job?.state === 'done';
  const save = useEffectEvent(() => job && saved.mutate(job));
  useEffect(() => {
    if (isDone) save();
  }, [isDone]);

  return {
    start: () => begun.mutate(),
    cancel: () => void (jobId && client.jobs.cancel({ jobId })),
    save: () => job && saved.mutate(job),
    forget: () => {
      setJobId(null);
      begun.reset();
      saved.reset();
    },
    job,
    busy: begun.isPending || (jobId !== null && (!job || !isOver(job))),
    error: begun.error ?? saved.error,
  };
}
