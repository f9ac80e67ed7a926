import type { Readable } from 'node:stream';
import type { Job } from '../../shared/contract/schemas.ts';

export interface ServiceOptions {
  storeFolder: string;
  appVersion: string;
  /** 'own' takes the store for this process (one at a time) and may write; 'read' only reads beside an owner. */
  access: 'own' | 'read';
}

export interface SampleOptions {
  records: number;
  /** First and last production date, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  seed: number;
}

/** A file that is ready to be handed to a person. */
export interface Download {
  path: string;
  fileName: string;
  contentType: string;
}
