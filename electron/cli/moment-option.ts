import { AppError } from '../../shared/lib/app-error.ts';
import { textOption } from './arguments.ts';
import type { OptionValues } from './command.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The moment given for an option, ISO: a time of this machine's clock, or the end of a day. Throws INVALID_ARGUMENT. */
export function momentOption(values: OptionValues, name: string): string | undefined {
  const text = textOption(values, name);
  if (text === undefined) return undefined;
  const moment = new Date(DATE.test(text) ? `${text}T23:59:59.999` : text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new AppError(
    'INVALID_ARGUMENT',
    `--${name} takes a time such as 2026-03-31 or 2026-03-31T14:00, not '${text}'.`,
  );
}
