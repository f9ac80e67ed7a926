import { expect, test } from 'vitest';
import { attachment } from './content-disposition.ts';

test('a name of any script is kept, with a plain one beside it', () => {
  expect(attachment('생산 2024.csv')).toBe(
    `attachment; filename="__ 2024.csv"; filename*=UTF-8''%EC%83%9D%EC%82%B0%202024.csv`,
  );
});

test('a name cannot break out of the header', () => {
  expect(attachment('a"\r\nset-cookie: b.csv')).not.toMatch(/[\r\n]|a"/);
});
