import { expect, test } from 'vitest';
import { emptyDraft } from '../testing/draft.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { readBatchPlace } from './batch-place.ts';

test('A batch tells what its file was and which of its tables was read, and a text where it kept no profile', async () => {
  const { store, remove } = createStore();
  const { batchId } = await insertRecords(store, [{ ...emptyDraft, line: 'A', goodQuantity: 1 }]);
  expect(readBatchPlace(store.live, batchId)).toEqual({ format: 'csv', part: null });
  const profile = '{"format":"sqlite","part":"output","fields":{}}';
  store.live.run('UPDATE import_batches SET profile = @profile WHERE id = @batchId', { profile, batchId });
  expect(readBatchPlace(store.live, batchId)).toEqual({ format: 'sqlite', part: 'output' });
  store.close();
  remove();
});
