import { expect, test } from 'vitest';
import { readStartPage } from './start-page.ts';

test('a page is read back as it was kept', () => {
  const page = { hash: '#/dashboards?board=morning', name: 'Morning' };
  expect(readStartPage(JSON.stringify(page))).toEqual(page);
});

test.each([null, '', 'half a pa', '{}', '{"hash":"javascript:alert(1)","name":"x"}', '{"hash":"#/overview"}'])(
  'what is no page (%j) opens none',
  (kept) => {
    expect(readStartPage(kept)).toBeNull();
  },
);
