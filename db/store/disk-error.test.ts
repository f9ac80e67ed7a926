import { expect, test } from 'vitest';
import { explainDiskError } from './disk-error.ts';

test.each(['ENOSPC', 'EDQUOT'])('%s is told as a full disk, with what to do', (code) => {
  const error = Object.assign(new Error('no space left on device, write'), { code });
  expect(explainDiskError(error)).toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringMatching(/full\. What was stored before is unchanged.*free some space/),
  });
});

test.each(['EROFS', 'EACCES', 'EPERM'])('%s is told as a store that cannot be written', (code) => {
  const error = Object.assign(new Error('open /store/exports/x.csv'), { code });
  expect(explainDiskError(error)).toMatchObject({
    code: 'STORE_UNUSABLE',
    message: expect.stringMatching(/cannot be written.*exports.*unchanged; check the permissions/),
  });
});

test.each([
  ['EIO', 'EIO: i/o error, fsync'],
  ['', ", Unknown error: Input/output error '/store/last-seen.json'"],
])('an error %j of the disk itself is told as one', (code, message) => {
  const error = Object.assign(new Error(message), { code, syscall: 'fsync' });
  expect(explainDiskError(error)).toMatchObject({
    code: 'STORE_UNUSABLE',
    message: expect.stringMatching(/did not read or write as asked \(\w.*stored before is kept; check the disk/),
  });
});

test('another error of the system passes as it is', () => {
  const error = Object.assign(new Error('no'), { code: 'EISDIR' });
  expect(explainDiskError(error)).toBe(error);
});
