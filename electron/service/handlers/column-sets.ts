import type { ServiceParts } from '../service-parts.ts';
import { ColumnSetsFile } from '../views/column-sets-file.ts';
import type { Implementer } from './router.ts';

export function columnSetHandlers(os: Implementer, { engine, events }: ServiceParts) {
  const sets = new ColumnSetsFile(engine.folder.columnSets, () =>
    events.publish('event', { type: 'kept', what: 'column-sets' }),
  );
  return {
    list: os.columnSets.list.handler(() => sets.list()),
    save: os.columnSets.save.handler(({ input }) => sets.save(input)),
    rename: os.columnSets.rename.handler(({ input }) => sets.rename(input.name, input.to)),
    remove: os.columnSets.remove.handler(({ input }) => sets.remove(input.name)),
  };
}
