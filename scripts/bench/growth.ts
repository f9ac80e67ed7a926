/** What the program's answers cost as its store grows: the same five years with a tenth, a third and all of the records. */
import { join } from 'node:path';
import { buildStores } from './build-stores.ts';
import { openEnginePeer } from './engine-peer.ts';
import { type MeasuredQuestion, type MeasureOptions, measureQuestions } from './measure.ts';
import type { QuestionName } from './questions.ts';

const SHARES = [0.1, 0.3, 1];

export interface Growth {
  records: number;
  questions: MeasuredQuestion[];
}

/** Asks the program alone, one store after the other; `folder` holds stores by their number of records. */
export async function measureGrowth(
  folder: string,
  records: number,
  asked: readonly QuestionName[],
  options: MeasureOptions,
): Promise<Growth[]> {
  const growth: Growth[] = [];
  for (const size of SHARES.map((share) => Math.round(share * records))) {
    const stores = await buildStores(join(folder, String(size)), size, options.say, ['own']);
    const peer = await openEnginePeer(stores.throughline, size);
    try {
      options.say(`Growth: ${size} records.`);
      growth.push({ records: size, questions: await measureQuestions([peer], asked, options) });
    } finally {
      await peer.close();
    }
  }
  return growth;
}
