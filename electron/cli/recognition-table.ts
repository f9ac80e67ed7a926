import type { ImportProfile } from '../../shared/import/profile.ts';
import type { Finding, Recognition } from '../../shared/import/recognition.ts';
import { recognitionText } from '../../shared/import/recognition-text.ts';
import { formatTable } from './table.ts';

const { confidences, formats, columnKinds, delimiter, reasons } = recognitionText.en;

/** What a file was recognised as, how sure each part of that is and why, as a table. */
export function recognitionTable(recognised: Recognition, profile: ImportProfile): string {
  const row = (what: string, value: string, { confidence, reason, of }: Finding) => [
    what,
    value,
    confidences[confidence],
    reasons[reason](of),
  ];
  return formatTable(
    (['what', 'is', 'how sure', 'why'] as const).map((title) => ({ title, align: 'left' as const })),
    [
      row('file', formats[profile.format], recognised.format),
      row('encoding', profile.encoding, recognised.encoding),
      row('delimiter', delimiter(profile.delimiter), recognised.delimiter),
      row('quote', profile.quote === '' ? 'none' : profile.quote, recognised.quote),
      row('headings', profile.headerLine === 0 ? 'of the format' : `line ${profile.headerLine}`, recognised.headerLine),
      ...recognised.columns.map(({ name, kind, finding }) => row(name, columnKinds[kind], finding)),
    ],
  );
}

/** What of a file is a guess, as sentences that name the option which says it otherwise. */
export function guessesIn(recognised: Recognition, profile: ImportProfile): string[] {
  const parts: [Finding, string, string][] = [
    [recognised.encoding, `its encoding is taken for ${profile.encoding}`, '--encoding'],
    [recognised.delimiter, `cells are cut at ${delimiter(profile.delimiter)}`, '--delimiter'],
    [recognised.headerLine, `line ${profile.headerLine} is taken for the headings`, '--header-line'],
  ];
  return parts
    .filter(([{ confidence }]) => confidence === 'guess')
    .map(
      ([{ reason, of }, what, option]) =>
        `${what}, which is a guess. ${reasons[reason](of)} Say otherwise with ${option}.`,
    );
}
