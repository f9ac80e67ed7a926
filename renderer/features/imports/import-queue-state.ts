import type { GateDecisions } from '../../../shared/import/gate.ts';
import type { FileChoice, ImportProfile } from '../../../shared/import/profile.ts';

/** What the person has said about a file so far. */
export interface Review {
  profile: ImportProfile;
  /** Questions that were answered, by their keys. */
  answered: readonly string[];
  /** The profile came from a file, whose author has answered by it. */
  isFromFile?: boolean;
  /** What was decided about what is not plausible in this file alone. */
  decisions?: GateDecisions;
}

/** How a person says that a file is to be read: how it is written, and by which profile; null for none of those that are kept. */
export type ReadingChoice = FileChoice & {
  profileId?: number | null;
  /** The file that is joined with it. */
  secondFileId?: string | undefined;
};

/** Where a file is on its way from the disk into the store. */
export type Stage =
  | { name: 'waiting' }
  | { name: 'sending'; sentBytes: number; totalBytes: number }
  | { name: 'ready'; fileId: string }
  | { name: 'importing'; jobId: string; fileId: string }
  | { name: 'failed'; message: string };

export interface QueuedFile {
  key: number;
  name: string;
  stage: Stage;
  /** How a person says that it is written, where it was not told or guessed right. */
  choice: ReadingChoice;
  /** Null until a person changed something. */
  review: Review | null;
}

/** Files to import, one after another: the first is the one being worked on. */
export interface ImportQueue {
  files: readonly QueuedFile[];
  nextKey: number;
}

export type QueueAction =
  | { type: 'add'; files: readonly { name: string; fileId?: string }[] }
  | { type: 'stage'; key: number; stage: Stage }
  | { type: 'choose'; key: number; choice: ReadingChoice }
  | { type: 'review'; key: number; review: Review }
  | { type: 'remove'; key: number };

export const emptyQueue: ImportQueue = { files: [], nextKey: 1 };

/** The queue after something happened; what concerns a file that was removed changes nothing. */
export function changeQueue(queue: ImportQueue, action: QueueAction): ImportQueue {
  switch (action.type) {
    case 'add': {
      const added = action.files.map(({ name, fileId }, index) => ({
        key: queue.nextKey + index,
        name,
        stage: fileId === undefined ? { name: 'waiting' as const } : { name: 'ready' as const, fileId },
        choice: {},
        review: null,
      }));
      return { files: [...queue.files, ...added], nextKey: queue.nextKey + added.length };
    }
    case 'stage':
      return {
        ...queue,
        files: queue.files.map((file) => (file.key === action.key ? { ...file, stage: action.stage } : file)),
      };
    case 'choose': // read otherwise it is another table, of which nothing has been said yet
      return {
        ...queue,
        files: queue.files.map((file) =>
          file.key === action.key ? { ...file, choice: action.choice, review: null } : file,
        ),
      };
    case 'review':
      return {
        ...queue,
        files: queue.files.map((file) => (file.key === action.key ? { ...file, review: action.review } : file)),
      };
    case 'remove':
      return { ...queue, files: queue.files.filter((file) => file.key !== action.key) };
  }
}
