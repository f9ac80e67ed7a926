import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../testing/test-store.ts';
import { zipOf } from '../../testing/zip-file.ts';
import { openEntry, withZip } from './contents.ts';

test('damage in an archive that shows before anybody reads is told to who reads then', async () => {
  const { path, remove } = scratchFolder();
  const file = join(path, 'damaged.zip');
  const bytes = zipOf({ 'a.csv': 'date,line,good\n'.repeat(500) });
  // The bytes behind the name are packed; these are of no kind that there is.
  bytes.fill(0xff, bytes.indexOf('a.csv') + 'a.csv'.length, bytes.indexOf('a.csv') + 'a.csv'.length + 8);
  writeFileSync(file, bytes);
  const reading = withZip(file, async (zip) => {
    for await (const entry of zip.eachEntry()) {
      const chunks = await openEntry(zip, entry);
      await pause(100);
      for await (const chunk of chunks) expect(chunk.length).toBeGreaterThan(0);
    }
  });
  await expect(reading).rejects.toThrow(/damaged\.zip/);
  remove();
});
