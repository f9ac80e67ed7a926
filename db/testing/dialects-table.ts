import { dayFromIso } from '../../shared/domain/day.ts';
import type { RecordField } from '../../shared/domain/fields.ts';
import type { Encoding } from '../../shared/import/encodings.ts';
import type { Random } from '../sample/random.ts';
import type { CollectedRow } from './collect-rows.ts';
import { emptyDraft } from './draft.ts';

/** A table as a plant has it in mind, before anything says how it is written. */
export interface PlantTable {
  fields: RecordField[];
  /** What each row means; the line is given by whoever writes it. */
  rows: CollectedRow[];
}

/** Texts that every encoding can write, and that trip up what splits, quotes or guesses types. */
const plain = ['Press 1', 'press 1', "O'Brien", 'say "hi"', 'a,b', 'a;b', 'a|b', '=1+1', '@x', 'A-100', 'x%', '"'];

/** So long the rows of a table go on; then they begin again. */
const DAYS = 600;
const withBreaks = ['two\nlines', '"three"\n\nlines'];

const cyrillic = ['Пресс 1', 'Сборка', 'Скоба'];
const western = ['Füllanlage Süd', 'Größe 5', 'Linéa', 'Ñandú'];
/** Texts in the letters of each encoding. */
const lettersOf: Record<Encoding, readonly string[]> = {
  'utf-8': ['라인 3', 'プレス', 'Größe', '😀 one', 'e\u0301va', 'ｗide'],
  'utf-16le': ['라인 3', 'プレス', 'Größe', '😀 one', 'ｗide'],
  'utf-16be': ['라인 3', 'プレス', 'Größe', '😀 one', 'ｗide'],
  cp949: ['프레스 1호기', '브라켓', '똠방각하'],
  shift_jis: ['プレス一号', 'ブラケット', '表示ソ'],
  gb18030: ['冲压一线', '支架', '装配线'],
  big5: ['沖壓一線', '支架', '組裝線'],
  'windows-1252': western,
  'windows-1250': ['Řezání', 'Držák žlutý', 'Šroub'],
  'windows-1251': cyrillic,
  'windows-1253': ['Γραμμή', 'Πρέσα'],
  'windows-1254': ['Şase', 'Kalıp ığ'],
  'windows-1257': ['Ķīlis', 'Šūna'],
  'windows-1258': ['Đông', 'Máy'],
  'koi8-r': cyrillic,
  cp866: cyrillic,
  cp850: ['Größe 5', 'Ölung'],
};

const texts: readonly RecordField[] = ['shift', 'operator', 'site', 'itemName', 'orderNumber', 'note'];
const amounts: readonly RecordField[] = [
  'plannedQuantity',
  'defectQuantity',
  'reworkQuantity',
  'plannedMinutes',
  'runMinutes',
  'downMinutes',
  'idealCycleSeconds',
];

/** A table of some columns in any order, in letters that `encoding` can write; `breaks` lets cells have several lines. */
export function randomTable(
  random: Random,
  encoding: Encoding,
  rows: number,
  { breaks = false }: { breaks?: boolean } = {},
): PlantTable {
  const some = (fields: readonly RecordField[]) => fields.filter(() => random.chance(0.4));
  const fields: RecordField[] = ['line', 'itemCode', 'lotNumber', 'goodQuantity', ...some(texts), ...some(amounts)];
  fields.sort(() => random.next() - 0.5);
  if (random.chance(0.3)) fields.push('startedAt', 'endedAt');
  fields.splice(random.below(fields.length + 1), 0, 'productionDate');
  const words = [...plain, ...lettersOf[encoding], ...lettersOf[encoding], ...(breaks ? withBreaks : [])];
  const first = dayFromIso('2023-11-02') ?? 0;
  const table = Array.from({ length: rows }, (_, at) => randomRow(random, fields, words, first + ((at * 3) % DAYS)));
  return { fields, rows: table };
}

function randomRow(
  random: Random,
  fields: readonly RecordField[],
  words: readonly string[],
  day: number,
): CollectedRow {
  const { rounded: _rounded, itemName: _itemName, ...empty } = emptyDraft;
  const has = (field: RecordField) => fields.includes(field);
  const text = (field: RecordField) => (has(field) && random.chance(0.85) ? random.pick(words) : null);
  const amount = (field: RecordField) => (has(field) && random.chance(0.85) ? randomAmount(random) : null);
  const startedAt = has('startedAt') ? day * 86_400 + random.below(80_000) : null;
  return {
    ...empty,
    day,
    startedAt,
    endedAt: startedAt === null ? null : startedAt + random.below(5_000),
    line: random.pick(words),
    itemCode: random.pick(words),
    lotNumber: random.chance(0.9) ? `L${1_000 + random.below(9_000)}-${random.pick(words)}` : null,
    site: text('site'),
    shift: text('shift'),
    operator: text('operator'),
    orderNumber: text('orderNumber'),
    note: text('note'),
    goodQuantity: randomAmount(random),
    plannedQuantity: amount('plannedQuantity'),
    defectQuantity: amount('defectQuantity'),
    reworkQuantity: amount('reworkQuantity'),
    plannedMinutes: amount('plannedMinutes'),
    runMinutes: amount('runMinutes'),
    downMinutes: amount('downMinutes'),
    idealCycleSeconds: amount('idealCycleSeconds'),
  };
}

/** Millionths: whole, of a few decimals, or of all; up to some millions. */
function randomAmount(random: Random): number {
  const step = random.pick([1_000_000, 1_000_000, 100_000, 10_000, 1_000, 1]);
  return random.below(random.pick([10, 1_000, 3_000_000])) * step;
}
