import { expect, test } from 'vitest';
import { Engine } from '../engine/engine.ts';
import { createRandom } from '../sample/random.ts';
import { openStore } from '../store/open-store.ts';
import { randomDrafts } from '../testing/random-drafts.ts';
import { createStore, insertRecords, unwatched } from '../testing/test-store.ts';
import { checkIntegrity } from './integrity.ts';

const changes = {
  'an operator': 'operator_id = 1 + operator_id % 2',
  'a start': 'started_at_packed = started_at_packed + 64',
  'an end': 'ended_at_packed = ended_at_packed + 1024',
  'an end that is gone': 'ended_at_packed = NULL',
  'a line of the file': 'source_distance = source_distance + 1',
};

test.each(Object.entries(changes))(
  '%s that no sum, index or search covers is found by the columns that were made before',
  async (_, change) => {
    const { store, path, remove } = createStore();
    await insertRecords(
      store,
      randomDrafts(createRandom(97), { records: 400, from: '2024-01-01', to: '2024-03-31', recorded: 1 }),
    );
    store.close();
    const engine = await Engine.open(path, 'own');
    await engine.loadColumns();
    await engine.close();
    const again = openStore(path);
    expect(checkIntegrity(again, unwatched).findings).toEqual([]);
    again.live.run(
      `UPDATE records SET ${change} WHERE id =
       (SELECT MIN(id) FROM records WHERE production_date BETWEEN @first AND @last)`,
      { first: Date.UTC(2024, 1, 1) / 86_400_000, last: Date.UTC(2024, 1, 29) / 86_400_000 },
    );
    expect(checkIntegrity(again, unwatched).findings).toEqual([
      'live: records of 2024-02 are not those that its columns were made of',
    ]);
    again.close();
    remove();
  },
);
