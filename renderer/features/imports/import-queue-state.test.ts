import { describe, expect, it } from 'vitest';
import { changeQueue, emptyQueue } from './import-queue-state.ts';

describe('the files to import', () => {
  const two = changeQueue(emptyQueue, { type: 'add', files: [{ name: 'a.csv' }, { name: 'b.csv', fileId: 'f1' }] });

  it('queue up behind one another, each with a key of its own', () => {
    const three = changeQueue(two, { type: 'add', files: [{ name: 'c.csv' }] });
    expect(three.files.map(({ key, name }) => [key, name])).toEqual([
      [1, 'a.csv'],
      [2, 'b.csv'],
      [3, 'c.csv'],
    ]);
  });

  it('wait to be sent unless the host has them already', () => {
    expect(two.files.map(({ stage }) => stage)).toEqual([{ name: 'waiting' }, { name: 'ready', fileId: 'f1' }]);
  });

  it('go on with the next when one is done', () => {
    const next = changeQueue(two, { type: 'remove', key: 1 });
    expect(next.files.map(({ name }) => name)).toEqual(['b.csv']);
    const added = changeQueue(next, { type: 'add', files: [{ name: 'c.csv' }] });
    expect(added.files.map(({ key }) => key)).toEqual([2, 3]);
  });

  it('are not called back by what is heard of a file that was left out', () => {
    const without = changeQueue(two, { type: 'remove', key: 1 });
    const late = changeQueue(without, { type: 'stage', key: 1, stage: { name: 'ready', fileId: 'f9' } });
    expect(late.files).toEqual(without.files);
  });
});
