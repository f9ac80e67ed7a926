import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { createService, type Service } from '../service.ts';
import { parseProfile, writeProfile } from './profile-content.ts';

let scratch: ReturnType<typeof scratchFolder>;
let service: Service;
beforeAll(async () => {
  scratch = scratchFolder();
  service = await createService({ storeFolder: join(scratch.path, 'store'), appVersion: '0', access: 'own' });
});
afterAll(async () => {
  await service.close();
  scratch.remove();
});
const client = () => createRouterClient(service.router, { context: {} });

async function look(heading = 'good_quantity', profileId?: number | null) {
  const path = join(scratch.path, 'plant.csv');
  writeFileSync(path, `production_date,line,${heading}\n2024-01-01,A,1\n`);
  const fileId = service.files.register(path);
  return { fileId, ...(await client().imports.inspect({ fileId, profileId })) };
}
async function importAs(name?: string, heading?: string): Promise<void> {
  const { fileId, profile } = await look(heading, null);
  const { jobId } = await client().imports.start({ fileId, profile: name ? { ...profile, name } : profile });
  expect(await service.finished(jobId)).toMatchObject({ state: 'done' });
}
const kept = async () =>
  (await client().profiles.list()).map(({ name, headings, imports }) => [name, headings.at(-1), imports]);

test('each import keeps its profile by headings and name; a first name is given to what had none', async () => {
  await importAs();
  await importAs();
  expect(await kept()).toEqual([['', 'good_quantity', 2]]);
  await importAs('MES');
  expect(await kept()).toEqual([['MES', 'good_quantity', 3]]);
  await importAs('MES', 'good');
  await importAs('ERP');
  expect(await kept()).toEqual([
    ['ERP', 'good_quantity', 1],
    ['MES', 'good', 1],
    ['MES', 'good_quantity', 3],
  ]);
});

test('of several for the same headings the one used last is taken, or the one that is chosen, or none', async () => {
  const found = await look();
  expect(found).toMatchObject({ remembered: true, profile: { name: 'ERP' } });
  expect(found.profiles.map(({ name }) => name)).toEqual(['ERP', 'MES']);
  const mes = found.profiles[1]?.id ?? 0;
  expect(await look('good_quantity', mes)).toMatchObject({ profileId: mes, profile: { name: 'MES' } });
  const guessed = await look('good_quantity', null);
  expect(guessed).toMatchObject({ remembered: false, profileId: null });
  expect(guessed.profile).not.toHaveProperty('name');
});

test('a profile is renamed, copied, changed and removed; a name of the same headings is not given twice, and no change undoes another', async () => {
  const erp = (await client().profiles.list()).find(({ name }) => name === 'ERP');
  const id = erp?.id ?? 0;
  await expect(client().profiles.rename({ id, name: 'MES' })).rejects.toThrow("There is a profile 'MES' for the same");
  await client().profiles.copy({ id, name: 'ERP night' });
  await client().profiles.rename({ id, name: ' ERP day ' });
  const before = { ...(erp?.profile ?? ({} as never)), name: 'ERP day' };
  const profile = { ...before, decimalMark: ',' as const };
  const changed = await client().profiles.save({ id, profile, before });
  expect(changed.find((each) => each.id === id)).toMatchObject({ name: 'ERP day', profile: { decimalMark: ',' } });
  const late = client().profiles.save({ id, profile: { ...before, dateFormat: 'DD.MM.YYYY' }, before });
  await expect(late, 'made of what it was before').rejects.toThrow('changed meanwhile, in another window');
  expect((await client().profiles.list()).find((each) => each.id === id)?.profile).toMatchObject({ decimalMark: ',' });
  await client().profiles.remove({ id });
  expect((await kept()).map(([name]) => name)).toEqual(['MES', 'MES', 'ERP night']);
  await expect(client().profiles.remove({ id })).rejects.toThrow('no longer kept');
});

test('a profile goes out as a file and comes in again, and a person says which to keep', async () => {
  const [mes] = await client().profiles.list();
  const { downloadId, fileName } = await client().profiles.export({ id: mes?.id ?? 0 });
  expect(fileName).toBe('MES.json');
  const content = readFileSync(service.downloads.get(downloadId).path, 'utf8');
  const asked = await client().profiles.add({ content });
  expect(asked).toMatchObject({ outcome: 'sameHeadings', name: 'MES', others: [{ id: mes?.id }] });
  const beside = await client().profiles.add({ content, beside: true });
  expect(beside).toMatchObject({ outcome: 'added', profile: { name: 'MES (2)', headings: mes?.headings, imports: 0 } });
  const instead = await client().profiles.add({ content, insteadOf: mes?.id });
  expect(instead).toMatchObject({ outcome: 'added', profile: { name: 'MES' } });
  expect((await kept()).map(([name]) => name).toSorted()).toEqual(['ERP night', 'MES', 'MES', 'MES (2)']);
});

test('a file is refused in words that is no profile, or would do more than say how text is read', async () => {
  const fields = { productionDate: { column: 'Date' }, line: { column: 'Line' }, goodQuantity: { column: 'Good' } };
  const refused = async (content: string) =>
    client()
      .profiles.add({ content })
      .then(
        () => 'taken',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
  expect(await refused('no json')).toMatch(/not valid JSON .* Nothing was changed/);
  expect(await refused('{}')).toMatch(/can be used: fields/);
  for (const more of [{ path: '/etc/passwd' }, { script: 'x' }, { headings: 'Date' }])
    expect(await refused(JSON.stringify({ fields, ...more }))).toMatch(/no profile that can be used/);
  expect(await refused(JSON.stringify({ fields: { line: { column: 'Line' } } }))).not.toBe('taken');
  const content = parseProfile(JSON.stringify({ name: 'ä', fields, headings: ['Date', 'Line', 'Good'] }));
  expect(parseProfile(writeProfile(content))).toEqual(content);
});
