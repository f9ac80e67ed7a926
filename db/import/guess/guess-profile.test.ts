import { describe, expect, it } from 'vitest';
import { recordFieldNames } from '../../../shared/domain/fields.ts';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import { labels, languages } from '../../../shared/text/labels.ts';
import { guessProfile, headerFingerprint } from './guess-profile.ts';

/** Guesses from columns given by name with one value each. */
function guess(values: Record<string, string>, delimiter = ',') {
  return guessProfile(Object.keys(values), [{ line: 2, cells: Object.values(values) }], delimiter);
}

/** Columns by field, for sources that are a plain column. */
function columnsOf(values: Record<string, string>) {
  const fields = Object.entries(guess(values).fields);
  return Object.fromEntries(fields.map(([field, source]) => [field, 'column' in source ? source.column : source]));
}

describe('a guess from headings', () => {
  it('maps every one of our own headings to its field', () => {
    const ours = Object.fromEntries(
      recordFieldNames.map((field) => {
        const heading = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        return [heading, exampleOf(field)];
      }),
    );
    const expected = Object.fromEntries(recordFieldNames.map((field, index) => [field, Object.keys(ours)[index]]));
    expect(columnsOf(ours)).toEqual(expected);
    // Whatever order the columns stand in.
    expect(columnsOf(Object.fromEntries(Object.entries(ours).reverse()))).toEqual(expected);
  });

  it.each(languages)('maps every label of ours in %s to its field', (language) => {
    const ours = Object.fromEntries(
      recordFieldNames.map((field) => [labels[language].fields[field], exampleOf(field)]),
    );
    expect(columnsOf(ours)).toEqual(labels[language].fields);
  });

  it('leaves alone what an export of ours says of the origin of a record', () => {
    const exported = {
      production_date: '2025-01-31',
      item_code: 'A',
      good_quantity: '1',
      source_file: 'a',
      source_line: '2',
    };
    expect(Object.keys(columnsOf({ ...exported, import_batch: '1' }))).toEqual([
      'productionDate',
      'itemCode',
      'goodQuantity',
    ]);
  });

  it.each([
    [
      'English',
      {
        'Production Date': '2025-01-31',
        Machine: 'M1',
        'Part No.': 'P1',
        'Good Qty (pcs)': '5',
        'Scrap Qty': '1',
        'Batch No': 'B1',
      },
      {
        productionDate: 'Production Date',
        line: 'Machine',
        itemCode: 'Part No.',
        goodQuantity: 'Good Qty (pcs)',
        defectQuantity: 'Scrap Qty',
        lotNumber: 'Batch No',
        unit: { value: 'pieces' },
      },
    ],
    [
      'Korean',
      {
        생산일: '2025-01-31',
        라인: '1호기',
        품목코드: 'A',
        품목명: '병',
        계획수량: '10',
        양품수량: '8',
        불량수량: '2',
        작업자: '김',
        교대: '주간',
      },
      {
        productionDate: '생산일',
        line: '라인',
        itemCode: '품목코드',
        itemName: '품목명',
        plannedQuantity: '계획수량',
        goodQuantity: '양품수량',
        defectQuantity: '불량수량',
        operator: '작업자',
        shift: '교대',
      },
    ],
    [
      'German',
      {
        Datum: '31.01.2025',
        Schicht: 'Früh',
        Maschine: 'P3',
        Artikelnummer: '4711',
        Gutmenge: '5',
        Ausschuß: '1',
        Rüstzeit: '3',
      },
      {
        productionDate: 'Datum',
        shift: 'Schicht',
        line: 'Maschine',
        itemCode: 'Artikelnummer',
        goodQuantity: 'Gutmenge',
        defectQuantity: 'Ausschuß',
      },
    ],
    [
      'Spanish',
      {
        Fecha: '31/01/2025',
        Turno: '1',
        Línea: 'L1',
        Producto: 'X',
        'Cantidad buena': '5',
        Rechazos: '0',
        Lote: 'L-1',
      },
      {
        productionDate: 'Fecha',
        shift: 'Turno',
        line: 'Línea',
        itemCode: 'Producto',
        goodQuantity: 'Cantidad buena',
        defectQuantity: 'Rechazos',
        lotNumber: 'Lote',
      },
    ],
    [
      'Portuguese',
      { 'Data de produção': '31/01/2025', Máquina: 'M', Produto: 'X', Produção: '5', Refugo: '1' },
      {
        productionDate: 'Data de produção',
        line: 'Máquina',
        itemCode: 'Produto',
        goodQuantity: 'Produção',
        defectQuantity: 'Refugo',
      },
    ],
    [
      'Slovenian',
      { Datum: '31.1.2025', Izmena: '1', Stroj: 'S', 'Šifra izdelka': '77', Količina: '5', Izmet: '1' },
      {
        productionDate: 'Datum',
        shift: 'Izmena',
        line: 'Stroj',
        itemCode: 'Šifra izdelka',
        goodQuantity: 'Količina',
        defectQuantity: 'Izmet',
      },
    ],
    [
      'words run together',
      { ProdDate: '2025-01-31', LineName: 'L1', ItemCode: 'A', GoodQty: '5' },
      { productionDate: 'ProdDate', line: 'LineName', itemCode: 'ItemCode', goodQuantity: 'GoodQty' },
    ],
  ])('understands %s', (_language, values, expected) => {
    expect(columnsOf(values as unknown as Record<string, string>)).toEqual(expected);
  });
});

describe('a guess from content', () => {
  it('takes a stamp with a time for the production date and the start', () => {
    const profile = guess({ ts: '2025-01-31 06:05:00', asset: '1', items: '4.0' });
    expect(profile.fields).toMatchObject({ productionDate: { column: 'ts' }, startedAt: { column: 'ts' } });
    expect(profile.dateFormat).toBe('YYYY-MM-DD HH:mm:ss');
  });

  it('joins a year and a month that stand in two columns', () => {
    const profile = guess({ Jahr: '2025', Monat: '3', Werk: 'Nord', Menge: '5' }, ';');
    expect(profile).toMatchObject({ dateFormat: 'YYYY M', delimiter: ';' });
    expect(profile.fields.productionDate).toEqual({ columns: ['Jahr', 'Monat'], join: ' ' });
  });

  it('takes a year and a week in columns of their own for the Monday of that week', () => {
    const profile = guess({ Jahr: '2024', KW: '9', Linie: 'L1', Gut: '5' });
    expect(profile.fields.productionDate).toEqual({ columns: ['Jahr', 'KW'], join: '-W' });
    expect(profile.dateFormat).toBe('YYYY-Www');
  });

  it('finds a date whatever its column is called, and prefers the one that is called so', () => {
    expect(columnsOf({ when: '2025-01-31', line: 'L', qty: '1' }).productionDate).toBe('when');
    const two = { expiry: '2027-01-31', production_date: '2025-01-31', line: 'L', qty: '1' };
    expect(columnsOf(two).productionDate).toBe('production_date');
  });

  it('takes a column that is called a date for it even if no date of it exists', () => {
    expect(columnsOf({ date: '2025-02-30', line: 'L', qty: '1' }).productionDate).toBe('date');
  });

  it('never takes text for a quantity', () => {
    expect(columnsOf({ date: '2025-01-31', line: 'L', good: 'yes', qty: '3' }).goodQuantity).toBe('qty');
  });

  it('makes a text column the line when nothing is called a line or an item', () => {
    const rows = ['North', 'South', 'North'].map((hall, index) => ({
      line: index + 2,
      cells: ['2025-01-31', hall, `remark ${index}`, '5'],
    }));
    const profile = guessProfile(['date', 'hall', 'free text', 'qty'], rows);
    expect(profile.fields.line).toEqual({ column: 'hall' });
  });

  it('keeps the texts that the file writes for nothing', () => {
    expect(guess({ date: '2025-01-31', line: 'L', qty: '1', wip: 'NaN' }).nulls).toContain('NaN');
  });

  it('is a valid profile even for a file that holds no production', () => {
    expect(importProfileSchema.safeParse(guess({ city: 'Graz', mayor: 'N.N.' })).success).toBe(true);
  });
});

describe('the fingerprint of a header', () => {
  it('is the same however headings are spaced or capitalised, and differs with columns or delimiter', () => {
    const fingerprint = headerFingerprint(['Date', 'Good  qty'], ',');
    expect(headerFingerprint([' date ', 'good qty'], ',')).toBe(fingerprint);
    expect(headerFingerprint(['good qty', 'date'], ',')).not.toBe(fingerprint);
    expect(headerFingerprint(['date', 'good qty', 'x'], ',')).not.toBe(fingerprint);
    expect(headerFingerprint(['date', 'good qty'], ';')).not.toBe(fingerprint);
    expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });
});

function exampleOf(field: (typeof recordFieldNames)[number]): string {
  if (field === 'productionDate') return '2025-01-31';
  if (field === 'startedAt' || field === 'endedAt') return '2025-01-31 06:00:00';
  return /Quantity|Minutes|Seconds/.test(field) ? '12.5' : 'A';
}
