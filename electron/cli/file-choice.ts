import { encodings } from '../../shared/import/encodings.ts';
import { type FileChoice, fileChoiceSchema } from '../../shared/import/profile.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { integerOption, textOption } from './arguments.ts';
import type { OptionDefinition, OptionValues } from './command.ts';

/** Options of commands that read a file. */
export const fileChoiceOptions = {
  encoding: {
    value: 'NAME',
    description: `how its letters are written (default: as guessed): ${encodings.join(', ')}`,
  },
  'header-line': { value: 'N', description: 'the line that holds the headings (default: as guessed)' },
  part: { value: 'NAME', description: 'the sheet of a workbook, or the file of a zip archive (default: the first)' },
} satisfies Record<string, OptionDefinition>;

/** How the options --encoding, --part and --header-line say that a file is written. Throws INVALID_ARGUMENT for an encoding nobody knows. */
export function fileChoice(values: OptionValues): FileChoice {
  const encoding = textOption(values, 'encoding')?.toLowerCase();
  const part = textOption(values, 'part');
  const headerLine = integerOption(values, 'header-line', { min: 1, max: 10_000 });
  const parsed = fileChoiceSchema.safeParse({ ...(encoding && { encoding }), ...(part && { part }), headerLine });
  if (parsed.success) return withoutAbsent(parsed.data);
  throw new AppError('INVALID_ARGUMENT', `--encoding takes one of ${encodings.join(', ')}, not '${encoding}'.`);
}

/** What was not said must not take the place of what a profile says. */
function withoutAbsent(choice: FileChoice): FileChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}
