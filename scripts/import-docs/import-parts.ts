/** The parts of docs/import.md that are made from the tables, and by the very functions, that files are imported by. */
import { z } from 'zod';
import { NULL_TEXTS } from '../../db/import/guess/sniff.ts';
import { fieldNames } from '../../db/import/headings/field-names.ts';
import { createRowMapper } from '../../db/import/rows/map-row.ts';
import { createRowSplitter } from '../../db/import/rows/read-rows.ts';
import { compileDateFormat } from '../../db/import/times/dates.ts';
import { monthLanguages } from '../../db/import/times/month-names.ts';
import { UNFINISHED_ENDINGS } from '../../electron/service/watched/names.ts';
import { encodingNames } from '../../renderer/features/imports/encoding-names.ts';
import { text as watchedText } from '../../renderer/features/imports/watched/text.ts';
import { watchedStates } from '../../shared/contract/watched.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { recordFieldNames, recordFields } from '../../shared/domain/fields.ts';
import { namedZones } from '../../shared/import/dates.ts';
import { encodings } from '../../shared/import/encodings.ts';
import { fileFormats, formatFacts } from '../../shared/import/formats.ts';
import { type FindingKind, findingDefinitions, findingKinds } from '../../shared/import/gate.ts';
import { findingWords } from '../../shared/import/gate-words.ts';
import { importProfileSchema } from '../../shared/import/profile.ts';
import { recognitionText } from '../../shared/import/recognition-text.ts';
import { unitKinds } from '../../shared/import/units.ts';
import { en } from '../../shared/text/en.ts';
import { dateExamples } from './date-examples.ts';
import { profileWords } from './profile-words.ts';
import { rejectExamples, rejectHeading } from './reject-examples.ts';

/** The parts of the page by the names that stand in it. */
export const importParts: Record<string, () => string> = {
  formats: formatTable,
  encodings: encodingTable,
  blanks: () => [...NULL_TEXTS].map(code).join(' '),
  headings: headingTable,
  units: unitTable,
  dates: dateTable,
  zones: zoneList,
  months: () => monthLanguages.map((language) => languageName(language)).join(', '),
  rejections: rejectionTable,
  gate: gateTable,
  profile: profileTable,
  unfinished: () => UNFINISHED_ENDINGS.map((ending) => code(`.${ending}`)).join(' '),
  watched: watchedTable,
};

function formatTable(): string {
  const { formats, confidences } = recognitionText.en;
  const counted = { lines: 'the line of the file', rows: 'the row of the table' };
  const rows = fileFormats.map((format) => [
    formats[format],
    code(format),
    formatFacts[format].isNamed ? 'by the format itself' : 'in a line that is looked for',
    counted[formatFacts[format].counts],
  ]);
  const sure = Object.values(confidences).map((words) => `'${words}'`);
  return `${table(['format', 'in profiles', 'names of the columns', 'where a record stands'], rows)}\n\nWhat a file was taken for is said with how sure that is: ${sure.join(', ')}.`;
}

function encodingTable(): string {
  const words = encodingNames.en;
  return table(
    ['letters', 'in profiles and `--encoding`'],
    encodings.map((encoding) => [words[encoding], code(encoding)]),
  );
}

function headingTable(): string {
  const rows = recordFieldNames.map((field) => {
    const names = fieldNames[field]?.map((name) => name.replaceAll('_', ' ')) ?? [];
    return [en.fields[field], recordFields[field].kind, names.join(', ')];
  });
  return table(['field', 'holds', 'headings that name it'], rows);
}

function unitTable(): string {
  const rows = Object.entries(unitKinds).flatMap(([kind, units]) =>
    Object.entries(units).map(([unit, { names }]) => [kind, unit, names.join(', ')]),
  );
  return table(['kind', 'unit', 'written as'], rows);
}

function zoneList(): string {
  const distance = (minutes: number) => `${minutes < 0 ? '−' : '+'}${Math.abs(minutes) / 60}`;
  return Object.entries(namedZones)
    .map(([zone, minutes]) => `${code(zone)} ${distance(minutes)}`)
    .join(', ');
}

function dateTable(): string {
  const rows = dateExamples.map(({ token, meaning, format, text, is }) => {
    const read = shownDate(format, text);
    if (read !== is) throw new Error(`'${text}' as ${format} is read as ${read}, and the page says ${is}.`);
    return [token, meaning, code(format), code(text), is];
  });
  return table(['token', 'stands for', 'format', 'text', 'is'], rows);
}

function shownDate(format: string, text: string): string {
  const read = compileDateFormat(format, 'en')(text);
  if (!read) return 'nothing';
  const time = read.secondOfDay === null ? '' : ` ${new Date(read.secondOfDay * 1_000).toISOString().slice(11, 19)}`;
  const offset = read.offsetMinutes === null ? '' : `, ${read.offsetMinutes / 60} hours east of UTC`;
  return `${isoFromDay(read.day)}${time}${offset}`;
}

function rejectionTable(): string {
  const profile = importProfileSchema.parse({
    delimiter: ';',
    fields: {
      productionDate: { column: 'date' },
      startedAt: { column: 'started' },
      line: { column: 'line' },
      goodQuantity: { column: 'good' },
      defectQuantity: { column: 'defects' },
    },
    defectColumns: [{ column: 'scratched', reason: 'scratched' }],
  });
  const rows = rejectExamples.map(({ what, row }) => {
    const splitter = createRowSplitter(profile);
    const [header, first] = [...splitter.add(`${rejectHeading}\n${row}\n`), ...splitter.end()];
    if (!header || !first) throw new Error(`'${row}' is no row.`);
    const reason = createRowMapper(profile, header)(first).rejection?.reason;
    if (reason === undefined) throw new Error(`'${row}' is a record, and the page says that it is none: ${what}.`);
    return [what, code(row), reason];
  });
  return table(['a row with', `such as below ${code(rejectHeading)}`, 'is set aside, as'], rows);
}

function gateTable(): string {
  const decisions = { keep: 'keep', leaveOut: 'leave out' };
  const rows = findingKinds.map((kind: FindingKind) => {
    const { asks, decisions: may } = findingDefinitions[kind];
    const { title, hint } = findingWords.en[kind];
    const choice = may.map((decision) => decisions[decision]).join(' or ');
    return [code(kind), title('N', false), hint, asks ? `asks: ${choice}` : 'tells'];
  });
  return table(['finding', 'is', 'often because', 'waits for you'], rows);
}

function profileTable(): string {
  const schema = z.toJSONSchema(importProfileSchema, { io: 'input' });
  const rows = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const words = profileWords[name];
    if (words === undefined)
      throw new Error(`Say in scripts/import-docs/profile-words.ts what '${name}' of a profile means.`);
    const byDefault = typeof part === 'object' && 'default' in part ? JSON.stringify(part.default) : null;
    return [code(name), words, byDefault === null ? '' : code(byDefault)];
  });
  return table(['part', 'says', 'by default'], rows);
}

function watchedTable(): string {
  const lies: Record<(typeof watchedStates)[number], string> = {
    taken: '`working/`, while it is imported',
    imported: '`done/` and the day, as in `done/2024-03-07/`',
    failed: '`failed/`, until somebody sees to it',
    returned: 'the folder itself, where it waits for its turn again',
  };
  const { results } = watchedText.en;
  return table(
    ['in the window', 'in the log', 'the file lies in'],
    watchedStates.map((state) => [results[state], code(state), lies[state]]),
  );
}

function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
