import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { importProfileSchema } from '../../shared/import/profile.ts';
import { createRandom } from '../sample/random.ts';
import { collectRows } from '../testing/collect-rows.ts';
import { randomTable } from '../testing/dialects-table.ts';
import { cellOf, headingOf, plainTexts } from '../testing/dialects-text.ts';
import { firstRowOf, type TextTable, tableKinds, writeKind } from '../testing/table-kinds.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { csvSource } from './csv-source.ts';

const folder = scratchFolder();
afterAll(folder.remove);

const SEED = 20_261_121;
const PAIRS = 40;
const MOST_ROWS = 30;

test('A table in two files of any kind, joined by a key, reads back equal in the order of the first', async () => {
  for (let nth = 0; nth < PAIRS; nth += 1) {
    const random = createRandom(SEED + nth);
    const { fields, rows } = randomTable(random, 'utf-8', 1 + random.below(MOST_ROWS));
    const place = 1 + random.below(fields.length - 1);
    const texts = rows.map((row, at) => [`K-${at}`, ...fields.map((field) => cellOf(row, field, plainTexts))]);
    const headings = fields.map(headingOf);
    const first: TextTable = {
      columns: ['key', ...headings.slice(0, place)],
      rows: texts.map((row) => row.slice(0, place + 1)),
    };
    const others = texts.map((row) => [row[0] ?? '', ...row.slice(place + 1)]).sort(() => random.next() - 0.5);
    const second: TextTable = { columns: ['the key', ...headings.slice(place)], rows: others };
    const [kind, otherKind] = [random.pick(tableKinds), random.pick(tableKinds)];
    const path = join(folder.path, 'first');
    const otherPath = join(folder.path, 'second');
    writeFileSync(path, writeKind[kind](first, random));
    writeFileSync(otherPath, writeKind[otherKind](second, random));
    const profile = importProfileSchema.parse({
      fields: Object.fromEntries(fields.map((field) => [field, { column: headingOf(field) }])),
      shape: {
        join: { on: [{ column: 'key', other: 'the key' }], bring: headings.slice(place), reading: {} },
      },
    });
    const source = await csvSource(path, 'first', profile, { path: otherPath, name: 'second' });
    const wanted = rows.map((row, at) => ({ ...row, sourceLine: at + firstRowOf[kind] }));
    expect(await collectRows(source), `${nth}: ${kind} and ${otherKind}`).toEqual({
      rows: wanted,
      rejections: [],
      notes: [],
    });
  }
});
