import type { Preview } from '../../shared/contract/schemas.ts';
import { recordFieldNames, recordFields } from '../../shared/domain/fields.ts';
import type { ImportProfile } from '../../shared/import/profile.ts';
import type { SniffedColumns } from './sniff.ts';
import { rivalReadings } from './sniff-dates.ts';
import { readingOfNumbers } from './sniff-numbers.ts';

/**
 * The questions about a file that only a person can answer, each naming the setting of the profile it is about
 * ('dateFormat', 'thousandsMark') and the values it can have, the one in use first. Choosing a thousands mark makes
 * the other of '.' and ',' the decimal mark.
 */
export function findAmbiguities(
  profile: ImportProfile,
  names: readonly string[],
  rows: readonly string[][],
  sniffed: SniffedColumns,
): Preview['ambiguities'] {
  const nulls = new Set([...profile.nulls, ...sniffed.nulls]);
  const textsOf = (name: string): string[] => {
    const index = names.indexOf(name);
    return rows.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '' && !nulls.has(text));
  };
  const ofNumbers = sniffed.numbers.ambiguous === null ? [] : numberAmbiguity(profile, textsOf);
  return [...dateAmbiguity(profile, sniffed, textsOf), ...ofNumbers];
}

function dateAmbiguity(
  profile: ImportProfile,
  sniffed: SniffedColumns,
  textsOf: (name: string) => string[],
): Preview['ambiguities'] {
  for (const field of ['productionDate', 'startedAt', 'endedAt'] as const) {
    const source = profile.fields[field];
    if (!source || !('column' in source)) continue;
    const readings = sniffed.columns.find((column) => column.name === source.column)?.dates ?? [];
    const inUse = readings.find((reading) => reading.format === profile.dateFormat);
    if (!inUse) continue;
    const texts = textsOf(source.column);
    const rivals = rivalReadings([inUse, ...readings.filter((reading) => reading !== inUse)], texts);
    if (rivals.length === 0) continue;
    const choices = [inUse, ...rivals].map((reading) => reading.format);
    const message = `The dates in column '${source.column}' (such as '${texts[0]}') can be read as ${choices.join(' or as ')}. They are read as ${inUse.format}: check that this is what the plant means.`;
    return [{ field: 'dateFormat', message, choices }];
  }
  return [];
}

function numberAmbiguity(profile: ImportProfile, textsOf: (name: string) => string[]): Preview['ambiguities'] {
  const columns = new Set<string>();
  for (const field of recordFieldNames) {
    const source = profile.fields[field];
    if (!source || !('column' in source) || !['quantity', 'minutes', 'seconds'].includes(recordFields[field].kind))
      continue;
    columns.add(source.column);
    if (source.times !== undefined) columns.add(source.times);
  }
  for (const { column } of [...profile.defectColumns, ...profile.downtimeColumns]) columns.add(column);
  const { ambiguous } = readingOfNumbers([...columns].map(textsOf), profile.delimiter);
  if (ambiguous === null) return [];
  const asFraction = ambiguous.includes(profile.decimalMark);
  const digits = ambiguous.replace(/[.,]/g, '');
  const meaning = asFraction
    ? `a fraction (${ambiguous.replace(',', '.')}), with '${profile.decimalMark}' as the decimal mark`
    : `a whole number (${digits})`;
  const inUse = profile.decimalMark === '.' ? ',' : '.';
  const message = `Numbers such as '${ambiguous}' can be ${digits} or ${ambiguous.replace(',', '.')}, and nothing in the first rows tells which. They are read as ${meaning}: check that this is what the plant means.`;
  return [{ field: 'thousandsMark', message, choices: inUse === ',' ? [',', '.'] : ['.', ','] }];
}
