import { expect, test } from 'vitest';
import { guessProfile } from '../guess/guess-profile.ts';

/** What is guessed of a table with these headings, of which one row stands for all. */
function fieldsOf(headings: string, row: string) {
  const rows = Array.from({ length: 12 }, (_, at) => ({
    line: at + 2,
    cells: row.replaceAll('#', `${at % 3}`).split(';'),
  }));
  const { fields } = guessProfile(headings.split(';'), rows, ';');
  return Object.fromEntries(
    Object.entries(fields).map(([field, source]) => [field, 'column' in source && source.column]),
  );
}

const fields = ['productionDate', 'line', 'shift', 'itemCode', 'goodQuantity', 'defectQuantity', 'downMinutes'];

test.each([
  ['French', 'Date de production;Ligne;Équipe;Produit;Quantité produite;Rebuts;Arrêts (min)'],
  ['Italian', 'Data di produzione;Linea;Turno;Codice articolo;Quantità prodotta;Scarti;Fermo'],
  ['Polish', 'Data produkcji;Linia;Zmiana;Wyrób;Ilość dobra;Braki;Przestój'],
  ['Turkish', 'Üretim Tarihi;Hat;Vardiya;Ürün Kodu;Üretim Miktarı;Fire;Duruş (dk)'],
  ['Japanese', '日付;ライン;直;品番;良品数;不良数;停止時間（分）'],
  ['Chinese', '生产日期;产线;班次;产品编号;良品数量;不良数量;停机时间(分钟)'],
])('headings in %s name the fields of a record', (_, headings) => {
  const found = fieldsOf(headings, '1#.03.2024;L#;A;P#;120#;1#;2#');
  expect(found).toMatchObject(Object.fromEntries(headings.split(';').map((heading, at) => [fields[at], heading])));
});

test('a good quantity is taken before all that was made, in any language', () => {
  for (const headings of ['Jour;Ligne;Quantité produite;Quantité bonne', '日付;ライン;生産数;良品数']) {
    expect(fieldsOf(headings, '1#.03.2024;L#;130#;120#').goodQuantity).toBe(headings.split(';').at(-1));
  }
});
