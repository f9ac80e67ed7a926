import { findLots } from '../../../db/engine/lots/find-lots.ts';
import { readLotStory } from '../../../db/engine/lots/lot-story.ts';
import { readSimilarLots } from '../../../db/engine/lots/similar-lots.ts';
import { readTouchedLots } from '../../../db/engine/lots/touched-lots.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function lotHandlers(os: Implementer, { engine }: ServiceParts) {
  return {
    find: os.lots.find.handler(({ input, signal }) => findLots(engine, input, signal)),
    story: os.lots.story.handler(({ input, signal }) => readLotStory(engine, input.lot, signal)),
    similar: os.lots.similar.handler(({ input, signal }) => readSimilarLots(engine, input, signal)),
    touched: os.lots.touched.handler(({ input, signal }) => readTouchedLots(engine, input, signal)),
  };
}
