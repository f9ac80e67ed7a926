/**
 * Columns with the same heading. The program tells them apart by a number behind it, but which of them a field is read from
 * the heading does not say: it is asked, unless they hold the same.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { AskedFile } from './ambiguities.ts';

/** 'Qty (2)' as columns are called here, and 'Qty.1' as other programs do that wrote the file. */
const NUMBERED = /^(.+?)(?: \((\d+)\)|\.(\d+))$/s;

/** The columns that have this one's heading, itself among them, in their order. */
export function columnsOfSameHeading(columns: readonly string[], column: string): string[] {
  const all = new Set(columns);
  const headingOf = (name: string) => {
    const base = NUMBERED.exec(name)?.[1];
    return base !== undefined && all.has(base) ? base : name;
  };
  const heading = headingOf(column);
  return columns.filter((name) => headingOf(name) === heading);
}

/** Asks which of several columns with the same heading is meant, of those that hold the same kind of thing and differ. */
export function sameHeadingQuestions(file: AskedFile): Question[] {
  const inUse = columnsInUse(file.profile);
  const asked = new Set<string>();
  return [...inUse].flatMap((column) => {
    const same = alike(file, column);
    const [first = ''] = same;
    // Where fields are read from several of them, somebody or their contents told them apart.
    if (same.filter((name) => inUse.has(name)).length !== 1 || asked.has(first)) return [];
    asked.add(first);
    return differ(file, same) ? [question(file, column, same)] : [];
  });
}

function columnsInUse({ fields }: ImportProfile): Set<string> {
  return new Set(Object.values(fields).flatMap((source) => ('column' in source ? [source.column] : [])));
}

function alike({ columns, sniffed }: AskedFile, column: string): string[] {
  const kindOf = (name: string) => sniffed.columns.find((facts) => facts.name === name)?.kind;
  const kind = kindOf(column);
  const same = columnsOfSameHeading(columns, column);
  return same.filter((name) => name === column || (kindOf(name) === kind && kind !== 'empty'));
}

function differ({ columns, rows }: AskedFile, same: readonly string[]): boolean {
  const [first = 0, ...others] = same.map((name) => columns.indexOf(name));
  const text = (cells: readonly string[], at: number) => (cells[at] ?? '').trim();
  return rows.some((cells) => others.some((at) => text(cells, at) !== text(cells, first)));
}

function question({ textsOf }: AskedFile, inUse: string, same: readonly string[]): Question {
  const [heading = ''] = same;
  const shown = same.map((name) => `'${name}' (such as ${samplesOf(textsOf(name))})`).join(' and ');
  return {
    field: 'sameHeading',
    column: heading,
    columns: [...same],
    sample: same.map((name) => `${name}: ${samplesOf(textsOf(name))}`).join('; '),
    message: `${same.length} columns have the heading '${heading}': ${shown}. '${inUse}' is read: check that this is the one that is meant.`,
    choices: [inUse, ...same.filter((name) => name !== inUse)],
  };
}

const SAMPLES = 3;

function samplesOf(texts: readonly string[]): string {
  return [...new Set(texts)].slice(0, SAMPLES).join(', ');
}
