import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { appErrorOf } from '../../../shared/contract/contract-error.ts';
import { createService, type Service } from '../service.ts';

const { path, remove } = scratchFolder();
let service: Service;
beforeAll(async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
});
afterAll(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });

function leaves(node: object, at: string[] = []): { at: string[]; node: object }[] {
  if ('~orpc' in node) return [{ at, node }];
  return Object.entries(node).flatMap(([name, child]) => leaves(child, [...at, name]));
}
const find = (root: object, at: string[]) => at.reduce<unknown>((node, name) => Reflect.get(Object(node), name), root);

test('has a handler for each of its calls', () => {
  const calls = leaves(contract);
  expect(calls.length).toBeGreaterThan(15);
  for (const { at } of calls) {
    expect(find(service.router, at), at.join('.')).toMatchObject({ '~orpc': { handler: expect.any(Function) } });
  }
});

test.each<[string, () => Promise<unknown>, string, RegExp]>([
  [
    'a query that contradicts itself',
    () => client().query.run({ measures: ['good'], from: '2024-02-01', to: '2024-01-01' }),
    'INVALID_QUERY',
    /from \(2024-02-01\) is after to/,
  ],
  [
    'a measure that is none',
    () => client().query.run({ measures: ['goood' as 'good'] }),
    'INVALID_ARGUMENT',
    /'goood' is not a measure; known are/,
  ],
  [
    'a date of no calendar',
    () => client().query.run({ measures: ['good'], from: '2025-02-30' }),
    'INVALID_ARGUMENT',
    /'2025-02-30' is not a date of the calendar/,
  ],
  [
    'a question that is followed and contradicts itself',
    async () => {
      const query = { measures: ['good' as const], from: '2024-02-01', to: '2024-01-01' };
      for await (const _ of await client().query.follow({ query }));
    },
    'INVALID_QUERY',
    /from \(2024-02-01\) is after to/,
  ],
  ['a record that is not there', () => client().records.get({ id: 9 }), 'NOT_FOUND', /There is no record 9/],
  ['an undo of no import', () => client().imports.undo({ batchId: 9 }), 'NOT_FOUND', /There is no import 9/],
  [
    'rejects of an import without any',
    () => client().imports.rejects({ batchId: 9 }),
    'NOT_FOUND',
    /set no rows aside/,
  ],
  [
    'a file never handed over',
    () => client().imports.inspect({ fileId: '/etc/passwd' }),
    'NOT_FOUND',
    /choose it again/,
  ],
  [
    'an export of a wrong query',
    () => client().exports.report({ query: { measures: ['good'], orderBy: [{ field: 'x' }] } }),
    'INVALID_QUERY',
    /orderBy names 'x'/,
  ],
])('answers %s with a code and a sentence', async (_, call, code, sentence) => {
  const error = appErrorOf(await call().catch((thrown: unknown) => thrown));
  expect([error?.code, error?.message]).toEqual([code, expect.stringMatching(sentence)]);
});
