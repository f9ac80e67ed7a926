import { describe, expect, it } from 'vitest';
import { kindChoice } from '../../../shared/import/kind-choice.ts';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import {
  answerQuestion,
  currentChoice,
  exampleDate,
  openQuestions,
  questionKey,
  tellingDate,
  tellingNumber,
} from './questions.ts';

const profile = importProfileSchema.parse({ fields: {}, dateFormat: 'M/D/YYYY' });
const dates = { field: 'dateFormat', message: '', choices: ['M/D/YYYY', 'D/M/YYYY'] };
const marks = { field: 'thousandsMark', message: '', choices: [',', '.'] };

describe('questions about a file', () => {
  it('stay open until they are answered, also when the guess was right', () => {
    expect(openQuestions([dates, marks], [])).toEqual([dates, marks]);
    expect(openQuestions([dates, marks], [questionKey(dates)])).toEqual([marks]);
  });

  it('are the same question in whatever order the choices come', () => {
    expect(questionKey({ ...dates, choices: ['D/M/YYYY', 'M/D/YYYY'] })).toBe(questionKey(dates));
    expect(questionKey({ ...dates, choices: ['D/M/YYYY', 'YY/M/D'] })).not.toBe(questionKey(dates));
  });

  it('about columns of reasons say of all of them what they count, and leave others as they are', () => {
    const own = { ...profile, downtimeColumns: [{ column: 'jam', reason: 'Jam' }] };
    const reasons = {
      ...{ field: 'reasons', column: '1', columns: ['1', '2'], message: '' },
      choices: ['nothing', 'downMinutes', 'defectQuantity'],
    };
    expect(currentChoice(own, reasons)).toBe('nothing');
    const down = answerQuestion(own, reasons, 'downMinutes');
    expect(down.downtimeColumns.map(({ column, reason }) => `${column} ${reason}`)).toEqual(['jam Jam', '1 1', '2 2']);
    expect(currentChoice(down, reasons)).toBe('downMinutes');
    const defects = answerQuestion(down, reasons, 'defectQuantity');
    expect(defects).toMatchObject({
      downtimeColumns: own.downtimeColumns,
      defectColumns: [{ column: '1' }, { column: '2' }],
    });
    expect(answerQuestion(defects, reasons, 'nothing')).toEqual(own);
    const named = { ...profile, downtimeColumns: [{ column: '1', reason: 'Spill' }, ...own.downtimeColumns] };
    expect(answerQuestion(named, reasons, 'defectQuantity').defectColumns[0]?.reason).toBe('Spill');
  });

  it('about what was made take the scrap off it, or leave it', () => {
    const made = { ...profile, fields: { goodQuantity: { column: 'Output' }, defectQuantity: { column: 'Scrap' } } };
    const choices = ['apart', 'within'];
    const within = { field: 'scrapWithin', column: 'Output', columns: ['Output', 'Scrap'], message: '', choices };
    expect(currentChoice(made, within)).toBe('apart');
    const less = answerQuestion(made, within, 'within');
    expect(less.fields.goodQuantity).toEqual({ column: 'Output', minus: 'Scrap' });
    expect(currentChoice(less, within)).toBe('within');
    expect(answerQuestion(less, within, 'apart')).toEqual(made);
  });

  it('about columns of reasons keep the names that were found for them when they count again', () => {
    const found = { ...profile, downtimeColumns: [{ column: '1', reason: 'Spill' }] };
    const choices = ['downMinutes', 'defectQuantity', 'nothing'];
    const reasons = { field: 'reasons', column: '1', columns: ['1', '2'], message: '', choices };
    const nothing = answerQuestion(found, reasons, 'nothing', found);
    expect(nothing.downtimeColumns).toEqual([]);
    expect(answerQuestion(nothing, reasons, 'downMinutes', found).downtimeColumns).toEqual([
      { column: '1', reason: 'Spill' },
      { column: '2', reason: '2' },
    ]);
  });

  it('about columns with one heading move what is read from one to another, with all that is said of it', () => {
    const read = { ...profile, fields: { ...profile.fields, goodQuantity: { column: 'Qty', scale: 3 } } };
    const which = { field: 'sameHeading', column: 'Qty', message: '', choices: ['Qty', 'Qty (2)'] };
    expect(currentChoice(read, which)).toBe('Qty');
    const other = answerQuestion(read, which, 'Qty (2)');
    expect(other.fields.goodQuantity).toEqual({ column: 'Qty (2)', scale: 3 });
    expect(currentChoice(other, which)).toBe('Qty (2)');
  });

  it('about a letter M make metres the unit of the records, and millions none', () => {
    const letter = { field: 'letterM', column: 'Good', message: '', choices: ['millions', 'metres'] };
    const metres = answerQuestion(profile, letter, 'metres');
    expect(metres).toMatchObject({
      columns: { Good: { letterM: 'metres', unit: 'm' } },
      fields: { unit: { value: 'm' } },
    });
    expect(currentChoice(metres, letter)).toBe('metres');
    expect(answerQuestion(metres, letter, 'millions')).toEqual({
      ...profile,
      columns: { Good: { letterM: 'millions' } },
    });
  });

  it('about rows that take back others keep what tells them', () => {
    const reversals = {
      field: 'reversals',
      column: 'BWART',
      sample: '102, 262',
      message: '',
      choices: ['kept', 'aside'],
    };
    expect(currentChoice(profile, reversals)).toBe('kept');
    const aside = answerQuestion(profile, reversals, 'aside');
    expect(aside.reversals).toEqual({ column: 'BWART', in: ['102', '262'], are: 'aside' });
    expect(answerQuestion(aside, reversals, 'kept').reversals).toMatchObject({ are: 'kept', in: ['102', '262'] });
  });

  it('about columns that are better left read them as what they are called, or not', () => {
    const question = { field: 'shortened', column: 'Lot', message: '', choices: ['nothing', 'lotNumber'] };
    expect(currentChoice(profile, question)).toBe('nothing');
    const read = answerQuestion(profile, question, 'lotNumber');
    expect(read.fields.lotNumber).toEqual({ column: 'Lot' });
    expect(currentChoice(read, question)).toBe('lotNumber');
    expect(answerQuestion(read, question, 'nothing').fields.lotNumber).toBeUndefined();
  });

  it('about rows that say what they count read them by that, or all as good', () => {
    const kinds = { column: 'Qty', by: 'Type', fields: { defectQuantity: ['Scrap', 'Waste'], goodQuantity: ['Good'] } };
    const question = { field: 'kinds', column: 'Type', message: '', choices: [kindChoice(kinds), 'goodQuantity'] };
    const of = importProfileSchema.parse({ fields: { line: { column: 'Line' }, goodQuantity: { column: 'Qty' } } });
    expect(currentChoice(of, question)).toBe('goodQuantity');
    const byKind = answerQuestion(of, question, kindChoice(kinds));
    expect(byKind.fields).toEqual({
      line: { column: 'Line' },
      goodQuantity: { column: 'Qty', when: { column: 'Type', in: ['Good'] } },
      defectQuantity: { column: 'Qty', when: { column: 'Type', in: ['Scrap', 'Waste'] } },
    });
    expect(currentChoice(byKind, question)).toBe(kindChoice(kinds));
    expect(answerQuestion(byKind, question, 'goodQuantity')).toEqual(of);
  });

  it('about texts that stand alone in their rows make them one field, or none', () => {
    const alone = { field: 'alone', column: 'Between rows', message: '', choices: ['line', 'shift', 'nothing'] };
    const none = answerQuestion(profile, alone, 'nothing');
    expect(currentChoice(none, alone)).toBe('nothing');
    const line = answerQuestion(profile, alone, 'line');
    expect(line.fields.line).toEqual({ column: 'Between rows' });
    expect(currentChoice(line, alone)).toBe('line');
    const shift = answerQuestion(line, alone, 'shift');
    expect(shift.fields).toMatchObject({ shift: { column: 'Between rows' } });
    expect(shift.fields.line).toBeUndefined();
    expect(answerQuestion(shift, alone, 'nothing').fields.shift).toBeUndefined();
  });

  it('about the unit of several columns say it of all of them', () => {
    const unit = { field: 'unit', column: 'a', columns: ['a', 'b'], message: '', choices: ['h', 'min'] };
    expect(answerQuestion(profile, unit, 'h').columns).toEqual({ a: { unit: 'h' }, b: { unit: 'h' } });
  });

  it('change the profile when they are answered', () => {
    expect(answerQuestion(profile, dates, 'D/M/YYYY').dateFormat).toBe('D/M/YYYY');
    expect(answerQuestion(profile, marks, '.')).toMatchObject({ thousandsMark: '.', decimalMark: ',' });
    expect(currentChoice(profile, dates)).toBe('M/D/YYYY');
    expect(currentChoice(profile, marks)).toBeNull();
  });
});

describe('examples that make a question plain', () => {
  it('read a date by each format', () => {
    expect(exampleDate('2/3/2015', 'M/D/YYYY')).toBe('2015-02-03');
    expect(exampleDate('2/3/2015', 'D/M/YYYY')).toBe('2015-03-02');
    expect(exampleDate('2/3/15 14:00', 'D/M/YY')).toBe('2015-03-02');
    expect(exampleDate('30/2/2015', 'D/M/YYYY')).toBeNull();
  });

  it('are samples on which the answers differ', () => {
    expect(tellingDate(['1/1/2015', '4/5/2015'], dates.choices)).toBe('4/5/2015');
    expect(tellingDate(['1/1/2015'], dates.choices)).toBeNull();
    expect(tellingNumber(['12', '1.234'])).toBe('1.234');
    expect(tellingNumber(['12.5'])).toBeNull();
  });
});
