import { type Exact, ONE } from '../domain/exact.ts';

/**
 * Units that are written beside numbers, as data: what each is called, and how many of the smallest of its kind it is. Two
 * units of a kind convert exactly; a unit that is not listed converts into nothing.
 */
export const unitKinds = {
  time: {
    s: {
      size: 1,
      names: [
        's',
        'sec',
        'secs',
        'second',
        'seconds',
        'sek',
        'sekunden',
        '초',
        '秒',
        'сек',
        'seg',
        'segundos',
        'secondes',
        'sn',
        'saniye',
      ],
    },
    min: {
      size: 60,
      names: [
        'min',
        'mins',
        'minute',
        'minutes',
        'minuten',
        'minutos',
        '분',
        '分',
        'мин',
        'mn',
        'minuti',
        'minut',
        'dk',
        'dakika',
        '分钟',
        '分鐘',
      ],
    },
    h: {
      size: 3_600,
      names: [
        'h',
        'hr',
        'hrs',
        'hour',
        'hours',
        'std',
        'stunden',
        'horas',
        '시간',
        '時間',
        '小时',
        'ч',
        'час',
        'heure',
        'heures',
        'hora',
        'ore',
        'godz',
        'godziny',
        'sa',
        'saat',
        '小時',
      ],
    },
    d: { size: 86_400, names: ['d', 'day', 'days', 'tag', 'tage', 'dias'] },
  },
  mass: {
    mg: { size: 1, names: ['mg'] },
    g: { size: 1_000, names: ['g', 'gr', 'г'] },
    kg: { size: 1_000_000, names: ['kg', 'kgs', 'кг', '㎏'] },
    t: { size: 1_000_000_000, names: ['t', 'tonne', 'tonnes', '톤', 'т'] },
  },
  volume: {
    ml: { size: 1, names: ['ml', '㎖'] },
    cl: { size: 10, names: ['cl'] },
    l: { size: 1_000, names: ['l', 'liter', 'litre', 'liters', 'litres', '리터', 'л'] },
    hl: { size: 100_000, names: ['hl'] },
    m3: { size: 1_000_000, names: ['m3', 'm³', 'cbm', '㎥'] },
  },
  length: {
    mm: { size: 1, names: ['mm', 'мм'] },
    cm: { size: 10, names: ['cm', 'см'] },
    m: { size: 1_000, names: ['m', 'meter', 'metre', 'meters', 'metres', '미터', 'м'] },
    km: { size: 1_000_000, names: ['km', 'км'] },
  },
  area: { m2: { size: 1, names: ['m2', 'm²', 'qm', '㎡'] } },
  pieces: {
    pieces: {
      size: 1,
      names: [
        ...[
          'pcs',
          'pc',
          'piece',
          'pieces',
          'ea',
          'each',
          'stk',
          'stck',
          'stück',
          'stuck',
          'un',
          'und',
          'unid',
          'ud',
          'uds',
        ],
        ...['pz', 'pza', 'pzas', 'szt', 'ks', 'kos', 'kom', 'adet', 'unit', 'units', '개', '個', '个', '件', 'шт'],
      ],
    },
    dozen: { size: 12, names: ['dozen', 'dz', 'dzn', 'doz', '다스'] },
  },
} as const satisfies Record<string, Record<string, { size: number; names: readonly string[] }>>;

export type UnitKind = keyof typeof unitKinds;

export interface KnownUnit {
  /** What the unit is called here: 'kg'. */
  unit: string;
  kind: UnitKind;
  size: number;
}

/** Units written as a clock writes: '1:30' hours or minutes, '1:30:00'; with a point, '1.30' is an hour and a half. */
export const clockUnits = ['h:mm', 'mm:ss', 'h:mm:ss', 'h.mm', 'mm.ss'] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** Each row in the unit that is written in it. */
export const EACH_ITS_OWN = '*';

const known = new Map<string, KnownUnit[]>();
for (const [kind, units] of Object.entries(unitKinds)) {
  for (const [unit, { size, names }] of Object.entries(units)) {
    for (const name of names) {
      const folded = fold(name);
      known.set(folded, [...(known.get(folded) ?? []), { unit, kind: kind as UnitKind, size }]);
    }
  }
}
// A minute, where time is measured; a metre elsewhere.
known.get('m')?.push({ unit: 'min', kind: 'time', size: 60 });

/** The unit that a text names, of the kind that is preferred where it can be of several; null for one that is not known. */
export function unitNamed(text: string, preferred?: UnitKind): KnownUnit | null {
  // A megagram is a tonne, a milligram is not.
  if (text === 'Mg') return null;
  const units = known.get(fold(text)) ?? [];
  return units.find(({ kind }) => kind === preferred) ?? units[0] ?? null;
}

/** How many of the other unit one is; null where they do not convert. */
export function conversion(from: string, to: string, preferred?: UnitKind): Exact | null {
  if (fold(from) === fold(to)) return ONE;
  const [source, target] = [unitNamed(from, preferred), unitNamed(to, preferred)];
  if (!source || !target || source.kind !== target.kind) return null;
  if (source.size === target.size) return ONE;
  return { above: BigInt(source.size), below: BigInt(target.size) };
}

function fold(text: string): string {
  return text.trim().replace(/\.$/, '').toLowerCase();
}
