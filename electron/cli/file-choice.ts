import { encodings } from '../../shared/import/encodings.ts';
import { type FileChoice, fileChoiceSchema } from '../../shared/import/profile.ts';
import { typedDelimiter } from '../../shared/import/written-delimiter.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { integerOption, textOption } from './arguments.ts';
import type { OptionDefinition, OptionValues } from './command.ts';

/** Options of commands that read a file. */
export const fileChoiceOptions = {
  delimiter: {
    value: 'TEXT',
    description: 'what stands between cells, one to three characters; \\t or \\x01 for one that cannot be typed',
  },
  encoding: {
    value: 'NAME',
    description: `how its letters are written (default: as guessed): ${encodings.join(', ')}`,
  },
  escaping: { value: 'HOW', description: 'how a quote is written within a cell: doubled or backslash' },
  'header-line': { value: 'N', description: 'the line that holds the headings (default: as guessed)' },
  part: {
    value: 'NAME',
    description: 'the sheet of a workbook, the table of a database or the file of a zip archive (default: the first)',
  },
  quote: { value: 'WHICH', description: 'what surrounds cells: double, single or none' },
} satisfies Record<string, OptionDefinition>;

const quotes: Record<string, FileChoice['quote']> = { double: '"', single: "'", none: '' };

/** How options say that a file is written. Throws INVALID_ARGUMENT naming the option for what nobody knows. */
export function fileChoice(values: OptionValues): FileChoice {
  const encoding = textOption(values, 'encoding')?.toLowerCase();
  const quote = textOption(values, 'quote');
  const delimiter = textOption(values, 'delimiter');
  const said = {
    encoding: known('encoding', encodings, encoding),
    part: textOption(values, 'part'),
    headerLine: integerOption(values, 'header-line', { min: 1, max: 10_000 }),
    delimiter: delimiter === undefined ? undefined : delimiterOf(delimiter),
    quote: quotes[known('quote', Object.keys(quotes), quote) ?? ''],
    escaping: known('escaping', ['doubled', 'backslash'] as const, textOption(values, 'escaping')),
  };
  return fileChoiceSchema.parse(withoutAbsent(said));
}

function known<Name extends string>(
  option: string,
  names: readonly Name[],
  said: string | undefined,
): Name | undefined {
  const name = names.find((candidate) => candidate === said);
  if (said === undefined || name !== undefined) return name;
  throw new AppError('INVALID_ARGUMENT', `--${option} takes one of ${names.join(', ')}, not '${said}'.`);
}

function delimiterOf(typed: string): string {
  const delimiter = typedDelimiter(typed);
  if (delimiter !== null) return delimiter;
  throw new AppError(
    'INVALID_ARGUMENT',
    `--delimiter takes one to three characters, no quote or line break, not '${typed}'.`,
  );
}

/** What was not said must not take the place of what a profile says. */
function withoutAbsent(choice: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}
