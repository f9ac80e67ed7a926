import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { assertProfileComplete, createRowMapper } from './map-row.ts';
import type { RecordDraft } from './record-draft.ts';

const basic: ImportProfileInput = {
  fields: {
    productionDate: { column: 'date' },
    line: { column: 'line' },
    goodQuantity: { column: 'good' },
  },
};

/** Maps one row, given by column. */
function mapRow(profile: ImportProfileInput, values: Record<string, string>) {
  const map = createRowMapper(importProfileSchema.parse(profile), { line: 1, cells: Object.keys(values) });
  return map({ line: 7, cells: Object.values(values) });
}

function draftOf(profile: ImportProfileInput, values: Record<string, string>): RecordDraft {
  const { draft, rejection } = mapRow(profile, values);
  if (!draft) throw new Error(rejection.reason);
  return draft;
}

function reasonOf(profile: ImportProfileInput, values: Record<string, string>): string | undefined {
  return mapRow(profile, values).rejection?.reason;
}

const row = { date: '2025-03-01', line: 'L1', good: '480' };

describe('a row becomes a record', () => {
  it('with what its columns hold, and null for what they do not', () => {
    expect(draftOf(basic, row)).toEqual({
      day: 20_148,
      startedAt: null,
      endedAt: null,
      site: null,
      line: 'L1',
      shift: null,
      operator: null,
      itemCode: null,
      itemName: null,
      unit: null,
      lotNumber: null,
      orderNumber: null,
      plannedQuantity: null,
      goodQuantity: 480_000_000,
      defectQuantity: null,
      reworkQuantity: null,
      plannedMinutes: null,
      runMinutes: null,
      downMinutes: null,
      idealCycleSeconds: null,
      note: null,
      defects: [],
      downtimes: [],
      sourceLine: 7,
      rounded: 0,
    });
  });

  it('whose texts are trimmed, so that a trailing blank is not another line', () => {
    expect(draftOf(basic, { ...row, line: ' finishing \u00a0' }).line).toBe('finishing');
  });

  it('whose joined texts leave out what is empty', () => {
    const joined = {
      fields: { ...basic.fields, line: { columns: ['department', 'line', 'cell'] } },
    };
    expect(draftOf(joined, { ...row, department: 'sewing ', cell: 'NA' }).line).toBe('sewing L1');
    expect(draftOf(joined, { ...row, department: '', line: '', cell: 'C' }).line).toBe('C');
  });

  it('whose item has its name for a code when it has no code', () => {
    const named = {
      fields: { ...basic.fields, itemCode: { column: 'code' }, itemName: { column: 'name' } },
    };
    expect(draftOf(named, { ...row, code: '', name: 'Bolt' })).toMatchObject({ itemCode: 'Bolt', itemName: 'Bolt' });
    expect(draftOf(named, { ...row, code: 'B1', name: 'Bolt' })).toMatchObject({ itemCode: 'B1', itemName: 'Bolt' });
  });

  it.each([
    ['4.0', 4_000_000],
    ['0', 0],
    ['.5', 500_000],
    ['+7', 7_000_000],
    ['0.000001', 1],
    ['1e3', 1_000_000_000],
    ['9007199254.740991', Number.MAX_SAFE_INTEGER],
  ])('whose quantity %s is exact', (text, millionths) => {
    expect(draftOf(basic, { ...row, good: text }).goodQuantity).toBe(millionths);
  });

  it('whose quantities are read as carefully as they are quickly', () => {
    for (let round = 0; round < 2_000; round += 1) {
      const whole = String(Math.floor(Math.random() * 10 ** (round % 12)));
      const fraction = String(Math.random()).slice(2, 2 + (round % 9));
      const text = fraction === '' ? whole : `${whole}.${fraction}`;
      const scale = (round % 7) - 3;
      const scaled = { fields: { ...basic.fields, goodQuantity: { column: 'good', scale } } };
      const { draft } = mapRow(scaled, { ...row, good: text });
      const careful = parseQuantity(text, scale);
      expect([text, scale, draft?.goodQuantity ?? null]).toEqual([text, scale, careful?.millionths ?? null]);
      if (draft) expect(draft.rounded).toBe(careful?.rounded ? 1 : 0);
    }
  });

  it('which counts the values that a millionth cannot hold', () => {
    expect(draftOf(basic, { ...row, good: '0.1234567' })).toMatchObject({ goodQuantity: 123_457, rounded: 1 });
  });

  it('whose quantity can be scaled and multiplied by another column, exactly', () => {
    const scaled = { fields: { ...basic.fields, goodQuantity: { column: 'good', scale: -2, times: 'yield' } } };
    expect(draftOf(scaled, { ...row, good: '240000', yield: '94.697' }).goodQuantity).toBe(227_272_800_000);
    expect(mapRow(scaled, { ...row, good: '240000', yield: 'NA' }).rejection?.reason).toContain('nothing was measured');
    const perMille = { fields: { ...basic.fields, goodQuantity: { column: 'good', scale: 3 } } };
    expect(draftOf(perMille, { ...row, good: '0.940725424' })).toMatchObject({ goodQuantity: 940_725_424, rounded: 0 });
  });

  it('whose value counts only in the rows where another column says so', () => {
    const stopped = {
      fields: { ...basic.fields, downMinutes: { value: '5', when: { column: 'status', in: ['3', 'alarm'] } } },
    };
    expect(draftOf(stopped, { ...row, status: 'alarm ' }).downMinutes).toBe(5_000_000);
    expect(draftOf(stopped, { ...row, status: '2' }).downMinutes).toBeNull();
  });

  it('whose trailing empty cells are forgiven', () => {
    const map = createRowMapper(importProfileSchema.parse(basic), { line: 1, cells: Object.keys(row) });
    expect(map({ line: 2, cells: [...Object.values(row), '', ' '] }).draft?.line).toBe('L1');
  });
});

describe('the production date of a record', () => {
  const stamped: ImportProfileInput = {
    dateFormat: 'YYYY-MM-DD',
    day: { startsAt: '06:00' },
    fields: { startedAt: { column: 'start' }, line: { column: 'line' }, goodQuantity: { column: 'good' } },
  };
  const night = { start: '2025-03-02 02:00:00', line: 'L1', good: '1' };

  it('follows the rule of the plant when a start is given', () => {
    const draft = draftOf(stamped, night);
    expect(isoFromDay(draft.day)).toBe('2025-03-01');
    expect(draft.startedAt).toBe(Date.UTC(2025, 2, 2, 2) / 1000);
  });

  it('stands as written beside a start when no rule is set', () => {
    const both = { ...stamped, day: {}, fields: { ...stamped.fields, productionDate: { column: 'date' } } };
    expect(isoFromDay(draftOf(both, { ...night, date: '2025-03-01' }).day)).toBe('2025-03-01');
  });

  it('stands as written, whatever the rule, without a time of day', () => {
    const dated = { ...basic, day: { startsAt: '06:00' } };
    expect(isoFromDay(draftOf(dated, row).day)).toBe('2025-03-01');
  });

  it('is the first of the month when only the month is known', () => {
    const monthly = {
      ...basic,
      dateFormat: 'YYYY MMM',
      monthNames: 'pt',
      fields: { ...basic.fields, productionDate: { columns: ['ANO', 'MÊS'] } },
    };
    const draft = draftOf(monthly, { ANO: '2005', MÊS: 'ABR', line: 'L1', good: '0' });
    expect(isoFromDay(draft.day)).toBe('2005-04-01');
  });
});

describe('reasons of defects and downtime', () => {
  const reasons: ImportProfileInput = {
    ...basic,
    defectColumns: [
      { column: 'scratch', reason: 'Scratch' },
      { column: 'dent', reason: 'Dent' },
    ],
  };

  it('add up to the total when no total is given, and zeros are no reasons', () => {
    expect(draftOf(reasons, { ...row, scratch: '2', dent: '0.5' })).toMatchObject({
      defectQuantity: 2_500_000,
      defects: [
        { reason: 'Scratch', amount: 2_000_000 },
        { reason: 'Dent', amount: 500_000 },
      ],
    });
    expect(draftOf(reasons, { ...row, scratch: '0', dent: '' })).toMatchObject({ defectQuantity: 0, defects: [] });
    expect(draftOf(reasons, { ...row, scratch: '', dent: '' })).toMatchObject({ defectQuantity: null, defects: [] });
  });

  it('may leave a part of the total without a reason, but not exceed it', () => {
    const total = { ...reasons, fields: { ...basic.fields, defectQuantity: { column: 'bad' } } };
    expect(draftOf(total, { ...row, bad: '5', scratch: '2', dent: '1' }).defectQuantity).toBe(5_000_000);
    expect(reasonOf(total, { ...row, bad: '2', scratch: '2', dent: '1' })).toBe(
      'Defects: the reasons add up to 3, more than the total of 2',
    );
  });

  it('can be named in one column', () => {
    const named = {
      fields: {
        ...basic.fields,
        downMinutes: { column: 'down' },
        downtimeReason: { column: 'why' },
      },
    };
    expect(draftOf(named, { ...row, down: '30', why: 'Jam' }).downtimes).toEqual([
      { reason: 'Jam', amount: 30_000_000 },
    ]);
    expect(draftOf(named, { ...row, down: '0', why: 'Jam' }).downtimes).toEqual([]);
    expect(draftOf(named, { ...row, down: '30', why: '' }).downtimes).toEqual([]);
  });

  it('given in two columns of one name are one reason', () => {
    const same = {
      ...reasons,
      defectColumns: reasons.defectColumns?.map((entry) => ({ ...entry, reason: 'Surface' })),
    };
    expect(draftOf(same, { ...row, scratch: '2', dent: '1' }).defects).toEqual([
      { reason: 'Surface', amount: 3_000_000 },
    ]);
  });

  it('do not leak from one row into the next', () => {
    const map = createRowMapper(importProfileSchema.parse(reasons), {
      line: 1,
      cells: ['date', 'line', 'good', 'scratch', 'dent'],
    });
    const first = map({ line: 2, cells: ['2025-03-01', 'L1', '1', '2', ''] }).draft;
    const second = map({ line: 3, cells: ['2025-03-01', 'L1', '1', '', ''] }).draft;
    expect(first?.defects).toEqual([{ reason: 'Scratch', amount: 2_000_000 }]);
    expect(second?.defects).toEqual([]);
  });
});

describe('a row is set aside with its line and a reason that says', () => {
  it.each([
    ['what is not a number', { good: 'abc' }, "Good: 'abc' in column 'good' is not a number"],
    ['what has the marks of another language', { good: '1,5' }, "Good: '1,5' in column 'good' is not a number"],
    ['what is negative', { good: '-1' }, "Good: '-1' in column 'good' is negative"],
    [
      'what is too large',
      { good: '99999999999999' },
      "Good: '99999999999999' in column 'good' is too large to be held exactly",
    ],
    ['that the date is missing', { date: '' }, "Production date: there is no date in column 'date'"],
    [
      'that the calendar has no such date',
      { date: '2025-02-30' },
      "Production date: '2025-02-30' in column 'date' is not a date written as YYYY-MM-DD",
    ],
    ['that neither line nor item is given', { line: 'NA' }, 'neither line nor item is given'],
    ['that nothing was measured', { good: '-' }, 'nothing was measured: no quantity and no minutes are given'],
  ])('%s', (_name, change, reason) => {
    const values = { ...row, ...change };
    expect(mapRow(basic, values)).toEqual({ rejection: { line: 7, cells: Object.values(values), reason } });
  });

  it('that cells are missing or too many', () => {
    const map = createRowMapper(importProfileSchema.parse(basic), { line: 1, cells: Object.keys(row) });
    expect(map({ line: 2, cells: ['x'] }).rejection?.reason).toBe('the row has 1 cell where the header has 3');
    expect(map({ line: 2, cells: ['a', 'b', 'c', 'd'] }).rejection?.reason).toBe(
      'the row has 4 cells where the header has 3',
    );
  });

  it('what kept it from being read, and the next row is read again', () => {
    const map = createRowMapper(importProfileSchema.parse(basic), { line: 1, cells: Object.keys(row) });
    const cells = Object.values(row);
    expect(map({ line: 2, cells, problem: 'an open quote' }).rejection?.reason).toBe('an open quote');
    expect(map({ line: 3, cells }).draft?.sourceLine).toBe(3);
  });
});

describe('a profile', () => {
  it('that reads a column the file lacks is refused, naming it and those there are', () => {
    expect(() => mapRow(basic, { date: '', line: '', qty: '' })).toThrow(
      "The profile reads a column 'good' that the file lacks. It has: 'date', 'line', 'qty'.",
    );
  });

  it('finds columns of the same name by their number', () => {
    const map = createRowMapper(
      importProfileSchema.parse({ fields: { ...basic.fields, goodQuantity: { column: 'qty (2)' } } }),
      { line: 1, cells: [' date ', 'line', 'qty', 'qty'] },
    );
    expect(map({ line: 2, cells: ['2025-01-01', 'L', '1', '2'] }).draft?.goodQuantity).toBe(2_000_000);
  });

  it('is refused for a file of one column', () => {
    expect(() => mapRow(basic, { 'date;line;good': '' })).toThrow(/single column/);
  });

  it('is complete with a date, a line or item, and something measured', () => {
    expect(() => assertProfileComplete(importProfileSchema.parse(basic))).not.toThrow();
    expect(() => assertProfileComplete(importProfileSchema.parse({ fields: {} }))).toThrow(
      'No column is chosen for the production date, nor for the line or the item, nor for a quantity or minutes.',
    );
  });
});
