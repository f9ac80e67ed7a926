import { type Dashboard, dashboardSchema, MOST_DASHBOARDS } from '../../../shared/contract/dashboards.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { KeptList } from '../kept-list.ts';
import { morning } from './morning.ts';

/** The dashboards of a store, in the order in which they were made; the ready-made one until something was changed. */
export class DashboardsFile {
  readonly #kept: KeptList<Dashboard>;

  constructor(path: string, onChange: () => void) {
    this.#kept = new KeptList({ path, schema: dashboardSchema, what: 'The dashboards', atFirst: [morning], onChange });
  }

  /** All there are. Throws in words where the file cannot be read. */
  list(): Promise<Dashboard[]> {
    return this.#kept.list();
  }

  /** One by its id. Throws NOT_FOUND where it was deleted. */
  async find(id: string): Promise<Dashboard> {
    const found = (await this.list()).find((each) => each.id === id);
    if (found) return found;
    throw new AppError('NOT_FOUND', 'The dashboard is not there any more. Nothing was written; choose another one.');
  }

  /**
   * Keeps a dashboard as it was made of the revision it names, or a new one. Throws where it was changed since, deleted, or one more
   * is too many: nothing is kept then.
   */
  save(dashboard: Dashboard): Promise<Dashboard[]> {
    return this.#kept.change((all) => {
      const before = all.find(({ id }) => id === dashboard.id);
      const next = { ...dashboard, revision: dashboard.revision + 1 };
      if (!before) {
        if (dashboard.revision > 0) throw gone();
        refuseTooMany(all);
        return [...all, next];
      }
      if (before.revision !== dashboard.revision) {
        throw new AppError(
          'INVALID_ARGUMENT',
          'The dashboard was changed in another window meanwhile. That change was kept and this one was not; it is shown as it is now, so look at it and make yours again.',
        );
      }
      return all.map((each) => (each === before ? next : each));
    });
  }

  remove(id: string): Promise<Dashboard[]> {
    return this.#kept.change((all) => {
      if (!all.some((each) => each.id === id)) throw gone();
      return all.filter((each) => each.id !== id);
    });
  }

  /** Lets the tiles that show a saved view follow it to its new name. */
  async renameView(name: string, to: string): Promise<void> {
    const shows = ({ content }: Dashboard['tiles'][number]) => content.of === 'view' && content.name === name;
    if (!(await this.list()).some(({ tiles }) => tiles.some(shows))) return;
    await this.#kept.change((all) =>
      all.map((dashboard) =>
        dashboard.tiles.some(shows)
          ? {
              ...dashboard,
              revision: dashboard.revision + 1,
              tiles: dashboard.tiles.map((tile) =>
                tile.content.of === 'view' && tile.content.name === name
                  ? { ...tile, content: { ...tile.content, name: to } }
                  : tile,
              ),
            }
          : dashboard,
      ),
    );
  }
}

function gone(): AppError {
  return new AppError('NOT_FOUND', 'The dashboard was deleted in another window meanwhile. Nothing was changed.');
}

function refuseTooMany(all: readonly Dashboard[]): void {
  if (all.length < MOST_DASHBOARDS) return;
  throw new AppError(
    'INVALID_ARGUMENT',
    `There are ${MOST_DASHBOARDS} dashboards, which is the most. Nothing was saved; delete one that is not needed.`,
  );
}
