import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function viewHandlers(os: Implementer, { views, dashboards }: ServiceParts) {
  return {
    views: {
      list: os.views.list.handler(() => views.list()),
      save: os.views.save.handler(({ input }) => views.save(input)),
      rename: os.views.rename.handler(async ({ input }) => {
        const renamed = await views.rename(input.name, input.to);
        await dashboards.renameView(input.name, input.to);
        return renamed;
      }),
      copy: os.views.copy.handler(({ input }) => views.copy(input.name, input.to)),
      remove: os.views.remove.handler(({ input }) => views.remove(input.name)),
    },
    dashboards: {
      list: os.dashboards.list.handler(() => dashboards.list()),
      save: os.dashboards.save.handler(({ input }) => dashboards.save(input)),
      remove: os.dashboards.remove.handler(({ input }) => dashboards.remove(input.id)),
    },
  };
}
