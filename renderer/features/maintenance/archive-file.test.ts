import { expect, it } from 'vitest';
import { archiveFileOf } from './archive-file.ts';

it('names the file of the year', () => {
  expect(archiveFileOf(2024, [{ name: 'live' }, { name: 'archive_2023' }])).toBe('archive_2024.db');
});

it('names a further file for records that came in after the year was archived', () => {
  const partitions = [{ name: 'archive_2024' }, { name: 'archive_2024_2' }];
  expect(archiveFileOf(2024, partitions)).toBe('archive_2024_3.db');
});
