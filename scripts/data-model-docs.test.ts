import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createStore } from '../db/testing/test-store.ts';
import { recordFieldNames, recordFields } from '../shared/domain/fields.ts';
import { dimensionNames, dimensions } from '../shared/query/dimensions.ts';
import { type MeasureDefinition, measureNames, measures, measuresByReason } from '../shared/query/measures.ts';
import { en } from '../shared/text/en.ts';

const page = readFileSync(new URL('../docs/data-model.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, as cells without their backquotes. */
function tableUnder(heading: string): string[][] {
  const section = page.split(/^#+ /m).find((part) => part.replaceAll('`', '').startsWith(`${heading}\n`)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

function unitInWords({ kind, unit }: MeasureDefinition): string {
  return kind === 'quantity' ? 'of the items' : (unit ?? '');
}

test('the page describes every measure by its label, unit and formula, in the order of the program', () => {
  const described = measureNames.map((name) => [
    en.measures[name],
    name,
    unitInWords(measures[name]),
    measures[name].formula,
  ]);
  expect(tableUnder('Measures')).toEqual(described);
});

test('the page describes every dimension, in the order of the program', () => {
  const described = tableUnder('Dimensions').map(([label, name]) => [label, name]);
  expect(described).toEqual(dimensionNames.map((name) => [en.dimensions[name], name]));
});

test('the page describes every field of a record with its kind', () => {
  const described = tableUnder('A production record').flatMap(([names = '', kind]) =>
    names.split(', ').map((name) => [name, kind]),
  );
  expect(described).toEqual(recordFieldNames.map((name) => [name, recordFields[name].kind]));
});

test('the page names the measures that each reason has', () => {
  const reasons = dimensionNames.filter(
    (name) => dimensions[name].kind === 'reason',
  ) as (keyof typeof measuresByReason)[];
  const words = page.replaceAll(/\s+/g, ' ');
  for (const reason of reasons) {
    const names = measuresByReason[reason].map((name) => `\`${name}\``);
    expect(words).toContain(`by \`${reason}\` there are ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
  }
});

test('the page describes every column of the view that other tools read, and nothing else', () => {
  const { store, remove } = createStore();
  try {
    const columns = store.live.rows("SELECT name FROM pragma_table_info('production_records')").map(([name]) => name);
    const described = tableUnder('The view production_records').flatMap(([names = '']) => names.split(', '));
    expect(described.toSorted()).toEqual(columns.toSorted());
  } finally {
    store.close();
    remove();
  }
});
