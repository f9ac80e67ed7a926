import { AppError } from './app-error.ts';

/** What a question ends with that nobody waits for any more. */
export function takenBack(): AppError {
  return new AppError('CANCELLED', 'The question was taken back; nothing was changed.');
}
