/**
 * Every code a person or a script can meet. `usage` codes mean that the request was wrong (the command line
 * exits with 2), 'held' that a person has to decide first (exit 3); the others mean that it was right and could not be
 * done (exit 1).
 */
export const errorCodes = {
  INVALID_QUERY: 'usage',
  INVALID_ARGUMENT: 'usage',
  INVALID_PROFILE: 'usage',
  NOT_FOUND: 'failed',
  FILE_UNREADABLE: 'failed',
  FILE_NOT_TABULAR: 'failed',
  STORE_UNUSABLE: 'failed',
  STORE_IN_USE: 'failed',
  STORE_FROM_FUTURE: 'failed',
  STORE_ON_NETWORK: 'failed',
  NOT_UNDOABLE: 'failed',
  NOTHING_TO_ARCHIVE: 'failed',
  DISK_FULL: 'failed',
  TOO_LARGE: 'failed',
  DAMAGED: 'failed',
  CANCELLED: 'failed',
  TIME_LIMIT: 'failed',
  HELD: 'held',
  UNEXPECTED: 'failed',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** The one error of the program: `message` tells a person what happened, what was kept and what to do next. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** What a program can read beside the sentence, such as the findings that wait for a decision. */
  readonly details: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, message: string, cause?: unknown, details: Readonly<Record<string, string>> = {}) {
    super(message, { cause });
    this.code = code;
    this.details = details;
  }
}

/** Recognises an AppError also after it crossed a worker boundary, where the class is lost but the fields are not. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code in errorCodes;
}
