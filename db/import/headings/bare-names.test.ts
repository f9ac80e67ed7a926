import { expect, test } from 'vitest';
import { guessProfile } from '../guess/guess-profile.ts';

/** The fields that are read from a table with these headings beside its date and line. */
function fieldsOf(...headings: string[]) {
  const rows = Array.from({ length: 12 }, (_, at) => ({
    line: at + 2,
    cells: [`2024-03-${at + 10}`, `L${at % 2}`, ...headings.map((_each, place) => `${10 * (at + 1) - place}`)],
  }));
  const { fields } = guessProfile(['Date', 'Line', ...headings], rows);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, source]) =>
      'column' in source && headings.includes(source.column) ? [[field, source.column]] : [],
    ),
  );
}

test.each([
  ['a pivot table', 'Sum of Good Qty', 'Sum of Scrap Qty'],
  ['a pivot table in German', 'Summe von Gutmenge', 'Summe von Ausschuss'],
  ['a pivot table in Korean', '합계 : 양품수량', '합계 : 불량수량'],
  ['a tester', 'Pass', 'Fail'],
  ['a tester that counts', '# Passed', '# Failed'],
  ['a machine', 'Qty OK', 'Qty NOK'],
  ['a line', 'OK', 'NOK'],
  ['a counter', 'Parts good', 'Parts rejected'],
  ['SAP', 'Confirmed Yield (GMEIN)', 'Confirmed Scrap (GMEIN)'],
  ['SAP in German', 'Rückgemeldete Menge', 'Ausschussmenge'],
])('headings of %s say what was good and what was not', (_, good, bad) => {
  expect(fieldsOf(good, bad)).toEqual({ goodQuantity: good, defectQuantity: bad });
});

test.each([
  ['Plan', 'Actual'],
  ['Soll', 'Ist'],
  ['Target (pcs)', 'Actual (pcs)'],
  ['計画', '実績'],
])('what was made of %s is %s', (plan, made) => {
  expect(fieldsOf(plan, made)).toEqual({ plannedQuantity: plan, goodQuantity: made });
});

test('a heading that names nothing but that something is counted names no amount', () => {
  expect(fieldsOf('Total', 'No.', 'Number of parts')).toEqual({});
});

test('hours are no quantity, whatever they are called', () => {
  expect(fieldsOf('Plan (h)', 'Actual [min]', '실적(분)')).toEqual({});
});
