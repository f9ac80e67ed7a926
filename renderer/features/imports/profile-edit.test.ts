import { describe, expect, it } from 'vitest';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import {
  changeProfile,
  columnsInUse,
  columnsOf,
  countsNothing,
  describeSource,
  isCalculated,
  shortcomings,
  sourceOfColumns,
} from './profile-edit.ts';

const profile = importProfileSchema.parse({
  fields: {
    productionDate: { column: 'date' },
    line: { columns: ['department', 'team'] },
    goodQuantity: { column: 'good' },
    lotNumber: { column: 'lot' },
  },
  key: ['lotNumber'],
});

describe('editing how a file is read', () => {
  it('maps a field to another column and leaves the rest alone', () => {
    const changed = changeProfile(profile, { type: 'map', field: 'goodQuantity', source: { column: 'ok' } });
    expect(changed.fields.goodQuantity).toEqual({ column: 'ok' });
    expect(changed.fields.line).toEqual(profile.fields.line);
    expect(profile.fields.goodQuantity).toEqual({ column: 'good' });
  });

  it('tells of a profile that counts neither what was made nor what was scrapped', () => {
    expect(countsNothing(profile)).toBe(false);
    const without = changeProfile(profile, { type: 'map', field: 'goodQuantity', source: null });
    expect(countsNothing(without)).toBe(true);
    expect(countsNothing({ ...without, defectColumns: [{ column: 'dents', reason: 'Dents' }] })).toBe(false);
  });

  it('takes a field out of the key when it is no longer in the file', () => {
    const changed = changeProfile(profile, { type: 'map', field: 'lotNumber', source: null });
    expect(changed.fields).not.toHaveProperty('lotNumber');
    expect(changed.key).toEqual([]);
  });

  it('never lets one character be both marks', () => {
    const comma = changeProfile(profile, { type: 'read', setting: 'thousandsMark', value: '.' });
    expect(comma).toMatchObject({ thousandsMark: '.', decimalMark: ',' });
    const point = changeProfile(comma, { type: 'read', setting: 'decimalMark', value: '.' });
    expect(point).toMatchObject({ decimalMark: '.', thousandsMark: '' });
  });

  it('keeps the reason of a column that was already chosen', () => {
    const named = { ...profile, defectColumns: [{ column: 'def_1', reason: 'Scratch' }] };
    const changed = changeProfile(named, { type: 'reasons', kind: 'defectColumns', columns: ['def_1', 'dent '] });
    expect(changed.defectColumns).toEqual([
      { column: 'def_1', reason: 'Scratch' },
      { column: 'dent ', reason: 'dent' },
    ]);
  });

  it('keeps the key in the order of the fields', () => {
    const changed = changeProfile(profile, { type: 'key', fields: ['lotNumber', 'productionDate'] });
    expect(changed.key).toEqual(['productionDate', 'lotNumber']);
  });

  it('lets a name, and a time zone, be taken away again', () => {
    const named = changeProfile(profile, { type: 'name', name: 'Press hall' });
    expect(named.name).toBe('Press hall');
    expect(changeProfile(named, { type: 'name', name: '' })).not.toHaveProperty('name');
    const zoned = changeProfile(profile, { type: 'day', day: { timeZone: 'Asia/Seoul', startsAt: '06:00' } });
    expect(zoned.day).toEqual({ startsAt: '06:00', belongsTo: 'start', timeZone: 'Asia/Seoul' });
    expect(changeProfile(zoned, { type: 'day', day: { timeZone: '' } }).day).not.toHaveProperty('timeZone');
  });

  it('makes profiles the service accepts', () => {
    const changed = changeProfile(profile, { type: 'read', setting: 'decimalMark', value: ',' });
    expect(importProfileSchema.safeParse(changed).success).toBe(true);
  });
});

describe('what a profile lacks', () => {
  it('is nothing when there is a date, a line or item, and a quantity', () => {
    expect(shortcomings(profile)).toEqual([]);
  });

  it('is named, each thing apart', () => {
    const empty = importProfileSchema.parse({ fields: {} });
    expect(shortcomings(empty)).toEqual(['noDate', 'noSubject', 'noMeasure']);
  });

  it('is no quantity where reasons are counted', () => {
    const reasons = importProfileSchema.parse({
      fields: { productionDate: { column: 'd' }, line: { column: 'l' } },
      defectColumns: [{ column: 'scratch', reason: 'Scratch' }],
    });
    expect(shortcomings(reasons)).toEqual([]);
  });
});

describe('where a field comes from, in words', () => {
  it('names the columns and what is done with them', () => {
    expect(describeSource({ columns: ['department', 'team'], join: ' ' })).toBe('department + team');
    expect(describeSource({ column: 'size', times: 'yield', scale: -2 })).toBe('size × yield × 10^-2');
    expect(describeSource({ value: 'm3' })).toBe('= m3');
    expect(describeSource({ column: 'n', when: { column: 'status', in: ['3'] } })).toBe('n (status = 3)');
  });

  it('is calculated only when more is done than reading a column', () => {
    expect(isCalculated({ column: 'good', scale: 3 })).toBe(true);
    expect(isCalculated({ value: '5', when: { column: 'status', in: ['3'] } })).toBe(true);
    expect(isCalculated({ column: 'good' })).toBe(false);
    expect(isCalculated({ columns: ['a', 'b'], join: ' ' })).toBe(false);
  });
});

describe('choosing columns for a field', () => {
  it('joins several and takes one as it is', () => {
    expect(sourceOfColumns(undefined, ['year', 'month'])).toEqual({ columns: ['year', 'month'], join: ' ' });
    expect(sourceOfColumns({ columns: ['year', 'month'], join: '-' }, ['year', 'day'])).toEqual({
      columns: ['year', 'day'],
      join: '-',
    });
    expect(sourceOfColumns({ columns: ['year', 'month'], join: '-' }, ['year'])).toEqual({ column: 'year' });
    expect(sourceOfColumns({ column: 'year' }, [])).toBeNull();
  });

  it('keeps what is calculated with the column', () => {
    expect(sourceOfColumns({ column: 'size', scale: 3 }, ['length'])).toEqual({ column: 'length', scale: 3 });
  });

  it('names a code of a column, and takes the code for its name where none is left', () => {
    const named = changeProfile(profile, { type: 'code', column: 'stop', code: 'E1', name: 'Jam' });
    expect(named.columns).toEqual({ stop: { names: { E1: 'Jam' } } });
    const both = changeProfile(named, { type: 'code', column: 'stop', code: 'E2', name: '' });
    expect(both.columns).toEqual({ stop: { names: { E1: 'Jam', E2: 'E2' } } });
  });

  it('knows every column that plays a part', () => {
    const all = importProfileSchema.parse({
      fields: {
        line: { columns: ['a', 'b'] },
        goodQuantity: { column: 'c', times: 'd' },
        downMinutes: { value: '5', when: { column: 'e', in: ['3'] } },
      },
      defectColumns: [{ column: 'f', reason: 'F' }],
    });
    expect([...columnsInUse(all)].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(columnsOf(all.fields.line)).toEqual(['a', 'b']);
    expect(columnsOf(all.fields.downMinutes)).toEqual([]);
  });
});
