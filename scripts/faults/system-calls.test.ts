import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { edgesOfRuns, fullFrom, helpersCalls, LOG, missed, notedCalls } from './system-calls.ts';

test('of what was noted, the changes of files by the thread that worked are calls to fail, counted as strace counts them', () => {
  const { path, remove } = scratchFolder();
  writeFileSync(
    join(path, LOG),
    [
      '70 openat(AT_FDCWD, "/lib/libc.so", O_RDONLY|O_CLOEXEC) = 3',
      '70 writev(1<pipe:[7]>, [{iov_base="began\\n", iov_len=6}], 1) = 6',
      '71 openat(AT_FDCWD, "/tmp/its-own", O_RDWR|O_CREAT, 0644) = 9',
      '71 pwrite64(9</s/live.db>, "of another thread"..., 4096, 0) = 4096',
      '70 openat(AT_FDCWD, "/s/owner.lock", O_RDWR|O_CREAT|O_NOFOLLOW|O_CLOEXEC, 0644) = 17',
      '70 pwrite64(17</s/owner.lock>, "x"..., 4096, 0 <unfinished ...>',
      '70 <... pwrite64 resumed>)             = 4096',
      '70 write(2<pipe:[8]>, "a warning\\n", 10) = 10',
      '70 write(19<anon_inode:[eventfd]>, "\\1\\0", 8) = 8',
      '70 write(20</s/a.new>, "a line of a file\\n", 17) = 17',
      '70 pwrite64(17</s/owner.lock>, "y"..., 4096, 4096)    = 4096',
      '70 rename("/s/a.new", "/s/a")          = 0',
    ].join('\n'),
  );
  expect(notedCalls(path)).toEqual([
    { name: 'openat', nth: 2, nthToFilled: 1, file: '/s/owner.lock' },
    { name: 'pwrite64', nth: 1, nthToFilled: 1, file: '/s/owner.lock' },
    { name: 'write', nth: 3, nthToFilled: 1, file: '/s/a.new' },
    { name: 'pwrite64', nth: 2, nthToFilled: 2, file: '/s/owner.lock' },
    { name: 'rename', nth: 1, nthToFilled: 1, file: '/s/a.new' },
  ]);
  expect(helpersCalls(path, '/s/')).toEqual([[{ name: 'pwrite64', nth: 1, nthToFilled: 1, file: '/s/live.db' }]]);
  remove();
});

test('from one write on the disk is full for what writes files alone, and just then for what also says how it goes', () => {
  const calls = [
    { name: 'pwrite64', nth: 3, nthToFilled: 2, file: '/s/live.db' },
    { name: 'write', nth: 7, nthToFilled: 1, file: '/s/a.new' },
    { name: 'pwrite64', nth: 4, nthToFilled: 3, file: '/s/live.db' },
  ];
  const wordsFor = (...[among, off]: ['all' | 'filled', number]) =>
    fullFrom(calls, 1, { among, off }).filter((word) => /^(inject=|\/s)/.test(word));
  expect(wordsFor('all', -1)).toEqual([
    'inject=pwrite64:error=ENOSPC:when=4+',
    'inject=ftruncate:error=ENOSPC:when=1+',
    'inject=mkdir:error=ENOSPC:when=1+',
    'inject=write:error=ENOSPC:when=6',
  ]);
  expect(wordsFor('filled', 0)).toEqual([
    '/s/live.db',
    '/s/a.new',
    'inject=pwrite64:error=ENOSPC:when=3+',
    'inject=ftruncate:error=ENOSPC:when=1+',
    'inject=mkdir:error=ENOSPC:when=1+',
    'inject=write:error=ENOSPC:when=1',
  ]);
});

test('a run of calls is what is done to one file in one way without a break, and its edges are its first and last', () => {
  const calls = ['live.db', 'live.db', 'live.db', 'a.new', 'live.db', 'live.db'].map((file, at) => ({
    name: at === 5 ? 'ftruncate' : 'pwrite64',
    nth: at,
    nthToFilled: at,
    file,
  }));
  expect(edgesOfRuns(calls).map(({ nth }) => nth)).toEqual([0, 2, 3, 4, 5]);
});

test('a disk was full from a call on where that failed, and not one by which a job says how it went', () => {
  const { path, remove } = scratchFolder();
  const log = join(path, 'failed');
  const call = { name: 'write', nth: 4, nthToFilled: 1, file: '/s/a.new' };
  const failed = ' = -1 ENOSPC (No space left on device) (INJECTED)';
  const toFile = `70 write(20</s/a.new>, "a line"..., 6)${failed}`;
  const afterwards = `70 pwrite64(17</s/live.db>, "x"..., 4096, 0)${failed}`;
  const toPipe = `70 write(1<pipe:[7]>, "ended 3\\n", 8)${failed}`;
  const said = '70 write(1<pipe:[7]>, "failed"..., 6) = 6';
  const isMissed = (...lines: string[]) => {
    writeFileSync(log, lines.join('\n'));
    return missed(call, log);
  };
  expect(isMissed(toFile, said)).toBe(false);
  expect(isMissed(toFile, toPipe)).toBe(true);
  expect(isMissed(afterwards)).toBe(true);
  expect(missed({ ...call, name: 'pwrite64' }, log)).toBe(false);
  remove();
});
