import { AppError, isAppError } from '../../../shared/lib/app-error.ts';
import { explainDiskError } from '../../store/disk-error.ts';

/** An AppError as plain data: classes and extra fields of errors do not survive every way out of a worker. */
export interface Failure {
  failure: Pick<AppError, 'code' | 'message' | 'details'>;
}

/** Runs work in a worker so that an AppError comes out as data; other errors stay what they are. */
export function workerFailure<Result>(work: () => Result): Result;
export function workerFailure(work: () => unknown): unknown {
  const asData = (thrown: unknown) => {
    const error = explainDiskError(thrown);
    if (isAppError(error))
      return { failure: { code: error.code, message: error.message, details: error.details } } satisfies Failure;
    throw error;
  };
  try {
    const result = work();
    return result instanceof Promise ? result.catch(asData) : result;
  } catch (error) {
    return asData(error);
  }
}

/** The other end: throws the AppError again, passes anything else through. */
export function unwrapFailure<Result>(result: Result): Result {
  if (typeof result === 'object' && result !== null && 'failure' in result) {
    const { failure } = result as unknown as Failure;
    throw new AppError(failure.code, failure.message, undefined, failure.details);
  }
  return result;
}

/** What a reader's death leaves to the one who waits for it, in words; any other error as it is. */
export function explainDeath(error: unknown): unknown {
  return explained(
    error,
    (why) =>
      `A reader stopped in the middle of this question${why}, and another one has taken its place. Nothing was changed; ask again.`,
  );
}

/** The same of the writer's. */
export function explainWriterDeath(error: unknown): unknown {
  return explained(
    error,
    (why) =>
      `The thread that writes stopped in the middle of this${why}, and another one has taken its place. Nothing half-done was kept; look whether it is done before you try again.`,
  );
}

/** The same of the thread that reads a file for an import. */
export function explainStagingDeath(error: unknown): unknown {
  return explained(
    error,
    (why) => `The thread that reads the file stopped in the middle of it${why}. Nothing was imported; import it again.`,
  );
}

function explained(error: unknown, words: (why: string) => string): unknown {
  if (!(error instanceof Error)) return error;
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!isOutOfMemory && !/^worker exited with code/.test(error.message)) return error;
  return new AppError('UNEXPECTED', words(isOutOfMemory ? ' as it ran out of memory' : ''), error);
}
