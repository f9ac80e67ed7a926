import type { Question } from '../../../shared/contract/schemas.ts';
import { recordFields } from '../../../shared/domain/fields.ts';
import { type ColumnReading, readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { conversion, EACH_ITS_OWN, unitNamed } from '../../../shared/import/units.ts';
import { amountColumnsOf, mayBeMillions } from '../guess/guess-readings.ts';
import type { ColumnFacts } from '../guess/sniff.ts';
import { isLetterM } from '../numbers/number-scales.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import { readingOfNumbers } from '../numbers/sniff-numbers.ts';
import { isWordedSpan } from '../times/clock-text.ts';
import type { AskedFile } from './ambiguities.ts';

/** What the numbers of a file leave open. */
export function amountQuestions(file: AskedFile): Question[] {
  const { profile, sniffed } = file;
  const questions: Question[] = [];
  for (const [column, field] of amountColumnsOf(profile)) {
    const facts = sniffed.columns.find(({ name }) => name === column);
    if (!facts) continue;
    const own = readingOfColumn(profile.columns, column);
    if (own.percent !== undefined) {
      // What a quantity is multiplied by can only be a share of it.
      if (own.percent === 'share' && isFactorAlone(profile, column)) continue;
      questions.push(percentQuestion(facts, own.percent, file.textsOf(column)));
    } else if (recordFields[field].kind === 'quantity') {
      questions.push(...letterQuestion(facts, own, file.textsOf(column)));
      questions.push(...unitQuestion(facts, own.unit, file.textsOf(column)));
    } else questions.push(...timeQuestion(facts, own.unit, file.textsOf(column)));
  }
  return [...markQuestions(file), ...questions];
}

function isFactorAlone({ fields, defectColumns, downtimeColumns }: ImportProfile, column: string): boolean {
  const sources = Object.values(fields).filter((source) => 'column' in source);
  const amounts = [
    ...sources.flatMap(({ column: own, minus }) => [own, minus]),
    ...defectColumns.map((each) => each.column),
  ];
  const others = downtimeColumns.map((each) => each.column);
  return ![...amounts, ...others].includes(column) && sources.some(({ times }) => times === column);
}

function percentQuestion({ name }: ColumnFacts, inUse: 'share' | 'number', texts: readonly string[]): Question {
  const sample = texts.find((text) => /[%‰]/.test(text)) ?? '';
  const message = `Column '${name}' has percent signs (such as '${sample}'), which are read as ${inUse === 'share' ? 'shares, 0.125 for 12.5 %' : 'numbers, 12.5 for 12.5 %'}: check that this is what the field holds.`;
  return {
    field: 'percent',
    column: name,
    sample,
    message,
    choices: inUse === 'share' ? ['share', 'number'] : ['number', 'share'],
  };
}

/** '1.5M' can be millions, or metres. */
function letterQuestion({ name, written }: ColumnFacts, own: ColumnReading, texts: readonly string[]): Question[] {
  if (!mayBeMillions(written)) return [];
  const inUse = own.letterM ?? (own.unit === 'm' ? 'metres' : 'millions');
  const sample = texts.find((text) => isLetterM(numberTextOf(text)?.unit ?? '')) ?? '';
  const message = `The letter in column '${name}' (such as '${sample}') can be millions or metres. It is read as ${inUse}: check that this is what the plant means.`;
  const choices = [inUse, inUse === 'millions' ? 'metres' : 'millions'];
  return [{ field: 'letterM', column: name, sample, message, choices }];
}

/** Several units in one column of quantities, or numbers without a unit beside such with one. */
function unitQuestion({ name, written }: ColumnFacts, inUse: string | undefined, texts: readonly string[]): Question[] {
  const units = [...new Set([...written.units.keys()].map((unit) => unitNamed(unit)?.unit ?? unit))];
  if (inUse === undefined || units.length === 0 || (units.length === 1 && written.bare === 0)) return [];
  const choices = [inUse, ...units.filter((unit) => unit !== inUse)];
  const areSeveral = units.length > 1;
  if (areSeveral && inUse !== EACH_ITS_OWN) choices.push(EACH_ITS_OWN);
  const others = units.filter((unit) => unit !== inUse);
  const refused = others.filter((unit) => conversion(unit, inUse) === null);
  const what = areSeveral
    ? `counts in several units (${units.join(', ')})`
    : `has a unit (${units[0]}) in some rows only`;
  const meaning =
    inUse === EACH_ITS_OWN
      ? 'Each row keeps its own'
      : `All is read in ${inUse}${refused.length > 0 ? `, and rows in ${refused.join(', ')} are set aside` : ''}`;
  const sample = texts.find((text) => (numberTextOf(text)?.unit ?? '') !== '') ?? '';
  return [
    {
      field: 'unit',
      column: name,
      sample,
      message: `Column '${name}' ${what}. ${meaning}: check that this is what the plant means.`,
      choices,
    },
  ];
}

/** Times as a clock writes them, of which it is open whether they are hours, and times with a unit in some rows only. */
function timeQuestion({ name, written }: ColumnFacts, inUse: string | undefined, texts: readonly string[]): Question[] {
  if ((inUse === 'h:mm' || inUse === 'mm:ss') && !texts.some(isWordedSpan)) {
    const sample = texts.find((text) => text.includes(':')) ?? '';
    const other = inUse === 'h:mm' ? 'mm:ss' : 'h:mm';
    const message = `Times in column '${name}' (such as '${sample}') can be hours and minutes or minutes and seconds. They are read as ${inUse}: check that this is what the plant means.`;
    return [{ field: 'unit', column: name, sample, message, choices: [inUse, other] }];
  }
  if (written.units.size === 0 || written.bare === 0) return [];
  const sample = texts.find((text) => numberTextOf(text)?.unit === '') ?? '';
  const bare = inUse ?? 'min';
  const message = `Column '${name}' has a unit in some rows only. Numbers without one (such as '${sample}') are read as ${bare}: check that this is what the plant means.`;
  return [
    {
      field: 'unit',
      column: name,
      sample,
      message,
      choices: [bare, ...['min', 'h', 's'].filter((unit) => unit !== bare)],
    },
  ];
}

/** '1.234' can be a thousand or a fraction: asked once for the file, or for a column where columns differ. */
function markQuestions({ profile, sniffed, textsOf }: AskedFile): Question[] {
  const columns = [...amountColumnsOf(profile).keys()].filter(
    (column) => readingOfColumn(profile.columns, column).decimalMark === undefined,
  );
  const numbersOf = (column: string) => textsOf(column).map((text) => numberTextOf(text)?.number ?? text);
  const { ambiguous } = readingOfNumbers(columns.map(numbersOf), profile.delimiter);
  if (ambiguous !== null) return [markQuestion(profile, ambiguous)];
  if (sniffed.marks.size === 0) return [];
  return columns.flatMap((column) => {
    const alone = readingOfNumbers([numbersOf(column)], profile.delimiter).ambiguous;
    return alone === null ? [] : [markQuestion(profile, alone, column)];
  });
}

function markQuestion(marks: { decimalMark: '.' | ',' }, ambiguous: string, column?: string): Question {
  const asFraction = ambiguous.includes(marks.decimalMark);
  const digits = ambiguous.replace(/[.,]/g, '');
  const meaning = asFraction
    ? `a fraction (${ambiguous.replace(',', '.')}), with '${marks.decimalMark}' as the decimal mark`
    : `a whole number (${digits})`;
  const inUse = marks.decimalMark === '.' ? ',' : '.';
  const place = column === undefined ? '' : ` in column '${column}'`;
  const message = `Numbers such as '${ambiguous}'${place} can be ${digits} or ${ambiguous.replace(',', '.')}, and nothing in the first rows tells which. They are read as ${meaning}: check that this is what the plant means.`;
  const about = { field: 'thousandsMark', ...(column === undefined ? {} : { column }), sample: ambiguous };
  return { ...about, message, choices: inUse === ',' ? [',', '.'] : ['.', ','] };
}
