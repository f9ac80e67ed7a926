import type { AnyRouter } from '@orpc/server';
import type { Job } from '../../shared/contract/schemas.ts';
import type { Download, SampleOptions } from '../service/service.ts';

/** The parts of the service that the command line uses beside the contract. */
export interface LocalService {
  router: AnyRouter;
  files: { register(path: string): string };
  downloads: { get(downloadId: string): Download };
  startSample(options: SampleOptions): string;
  /** Settles when the job has ended, well or not. */
  finished(jobId: string): Promise<Job>;
  close(): Promise<void>;
}
