import { AppError, type ErrorCode, errorCodes } from '../lib/app-error.ts';

/**
 * The AppError that a failed call of the contract stands for: code and sentence as the service gave them. Null when
 * the error is no answer of the service, as when the connection broke.
 */
export function appErrorOf(error: unknown): AppError | null {
  if (!(error instanceof Error) || !('data' in error) || !('status' in error)) return null;
  const { data } = error;
  if (typeof data === 'object' && data !== null && 'code' in data && isErrorCode(data.code)) {
    return new AppError(data.code, error.message, error);
  }
  if (error.status !== 400) return new AppError('UNEXPECTED', error.message, error);
  return new AppError('INVALID_ARGUMENT', `${error.message}${describeIssues(data)}.`, error);
}

function describeIssues(data: unknown): string {
  const issues: unknown = typeof data === 'object' && data !== null && 'issues' in data ? data.issues : null;
  if (!Array.isArray(issues) || issues.length === 0) return '';
  return `: ${issues.map((issue) => `${[issue?.path ?? []].flat().join('.')} ${issue?.message ?? ''}`.trim()).join('; ')}`;
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorCodes;
}
