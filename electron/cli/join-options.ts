import { resolve } from 'node:path';
import { type NoteTally, type ShapeFinding, type ShapeNote, shapeNotes } from '../../shared/import/shape.ts';
import { linesInWords, shapeText } from '../../shared/import/shape-text.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { textOption } from './arguments.ts';
import type { OptionDefinition, OptionValues, StoreInvocation } from './command.ts';

/** Options by which a second file is joined. */
export const joinOptions = {
  join: {
    value: 'FILE',
    description: 'a second file of which columns are brought along, such as the process values of lots',
  },
  on: {
    value: 'COLUMN=COLUMN',
    description:
      'the column of the file and that of the second one that hold the same, several with a comma between (default: as guessed)',
  },
} satisfies Record<string, OptionDefinition>;

/** The second file, handed over, and the columns that join it. Throws INVALID_ARGUMENT. */
export function joinedFile({ values, service }: StoreInvocation): { secondFileId?: string; joinOn?: JoinOn } {
  const { path, joinOn } = joinOf(values);
  return path === undefined ? {} : { secondFileId: service.files.register(path), ...(joinOn && { joinOn }) };
}

/** The path of the second file, and the columns that join it, as the options say. Throws INVALID_ARGUMENT. */
export function joinOf(values: OptionValues): { path?: string; joinOn?: JoinOn } {
  const path = textOption(values, 'join');
  const joinOn = joinOnOption(values);
  if (path === undefined) {
    if (joinOn)
      throw new AppError('INVALID_ARGUMENT', '--on says how two files are joined; name the second with --join.');
    return {};
  }
  return { path: resolve(path), ...(joinOn && { joinOn }) };
}

type JoinOn = { column: string; other: string }[];

function joinOnOption(values: OptionValues): JoinOn | undefined {
  const text = textOption(values, 'on');
  return text?.split(',').map((pair) => {
    const [column = '', other = column, ...more] = pair.split('=').map((name) => name.trim());
    if (column !== '' && other !== '' && more.length === 0) return { column, other };
    throw new AppError('INVALID_ARGUMENT', `--on takes COLUMN=COLUMN, not '${pair}'.`);
  });
}

/** What was recognised of a file's shape, in sentences. */
export function shapeGuesses(findings: readonly ShapeFinding[]): string[] {
  const words = shapeText.en;
  return findings.map(
    ({ part, confidence, seen }) => `${words.findings[part](seen)} (${words.confidence[confidence]})`,
  );
}

/** What was left out of a file, or found nothing in the second one. */
export function describeNotes(notes: NoteTally): string[] {
  return shapeNotes.flatMap((note: ShapeNote) => {
    const found = notes[note];
    if (!found) return [];
    const word = found.count === 1 ? 'line' : 'lines';
    return [shapeText.en.notes[note](found.count, linesInWords(found.lines, found.count, word))];
  });
}
