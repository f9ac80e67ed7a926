import { expect, test } from 'vitest';
import { explainDiskFull } from './disk-full.ts';

test.each(['ENOSPC', 'EDQUOT'])('%s is told as a full disk, with what to do', (code) => {
  const error = Object.assign(new Error('no space left on device, write'), { code });
  expect(explainDiskFull(error)).toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringMatching(/full\. What was stored before is unchanged.*free some space/),
  });
});

test('another error of the system passes as it is', () => {
  const error = Object.assign(new Error('no'), { code: 'EACCES' });
  expect(explainDiskFull(error)).toBe(error);
});
