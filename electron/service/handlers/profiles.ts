import type { ProfileChange } from '../../../db/store/profiles.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function profileHandlers(os: Implementer, { profiles, downloads, events }: ServiceParts) {
  const tell = () => events.publish('event', { type: 'kept', what: 'profiles' });
  const changed = async (change: ProfileChange) => {
    await profiles.change(change);
    tell();
    return profiles.list();
  };
  return {
    list: os.profiles.list.handler(() => profiles.list()),
    add: os.profiles.add.handler(async ({ input }) => {
      const added = await profiles.add(input);
      if (added.outcome === 'added') tell();
      return added;
    }),
    rename: os.profiles.rename.handler(({ input }) => changed({ type: 'rename', ...input })),
    copy: os.profiles.copy.handler(({ input }) => changed({ type: 'copy', ...input })),
    save: os.profiles.save.handler(({ input }) => changed({ type: 'save', ...input })),
    remove: os.profiles.remove.handler(({ input }) => changed({ type: 'remove', ...input })),
    export: os.profiles.export.handler(async ({ input }) => {
      const { path, fileName } = await profiles.write(input.id);
      return { downloadId: downloads.add({ path, fileName, contentType: 'application/json' }), fileName };
    }),
  };
}
