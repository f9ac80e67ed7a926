import type { ServiceParts } from '../service-parts.ts';
import { ViewsFile } from '../views/views-file.ts';
import type { Implementer } from './router.ts';

export function viewHandlers(os: Implementer, { engine }: ServiceParts) {
  const views = new ViewsFile(engine.folder.views);
  return {
    list: os.views.list.handler(() => views.list()),
    save: os.views.save.handler(({ input }) => views.save(input)),
    rename: os.views.rename.handler(({ input }) => views.rename(input.name, input.to)),
    remove: os.views.remove.handler(({ input }) => views.remove(input.name)),
  };
}
