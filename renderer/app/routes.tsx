import { IconChartHistogram, IconDatabaseCog, IconFileImport, IconTable, type TablerIcon } from '@tabler/icons-react';
import { type ComponentType, lazy, useState } from 'react';
import type { CommandId } from '../../shared/commands/registry.ts';

interface Route {
  path: string;
  /** The command that goes there; its label is the screen's name in the rail. */
  command: CommandId & `go.${string}`;
  icon: TablerIcon;
  /** Whether the range and the filters apply. */
  scoped: boolean;
  Screen: ComponentType;
  /** Loads the screen before it is shown. */
  preload: () => void;
}

/**
 * A screen in a file of its own. One that is loaded before it is shown is drawn at once; of one that comes late React draws
 * nothing first, and then nothing else for 300 ms.
 */
function screen(load: () => Promise<ComponentType>): Pick<Route, 'Screen' | 'preload'> {
  let loaded: ComponentType | null = null;
  const loadOnce = async () => {
    loaded ??= await load();
    return { default: loaded };
  };
  const Late = lazy(loadOnce);
  return {
    Screen() {
      const [Shown] = useState(() => loaded ?? Late);
      return <Shown />;
    },
    // One that cannot be loaded says so when it is to be shown.
    preload: () => void loadOnce().catch(() => {}),
  };
}

/** The screens, in the order of the rail. The first is shown when the address names none. */
export const routes: readonly [Route, ...Route[]] = [
  {
    path: 'overview',
    command: 'go.overview',
    icon: IconChartHistogram,
    scoped: true,
    ...screen(async () => (await import('../features/overview/overview-screen.tsx')).OverviewScreen),
  },
  {
    path: 'records',
    command: 'go.records',
    icon: IconTable,
    scoped: true,
    ...screen(async () => (await import('../features/records/records-screen.tsx')).RecordsScreen),
  },
  {
    path: 'imports',
    command: 'go.imports',
    icon: IconFileImport,
    scoped: false,
    ...screen(async () => (await import('../features/imports/imports-screen.tsx')).ImportsScreen),
  },
  {
    path: 'maintenance',
    command: 'go.maintenance',
    icon: IconDatabaseCog,
    scoped: false,
    ...screen(async () => (await import('../features/maintenance/maintenance-screen.tsx')).MaintenanceScreen),
  },
];

/** The screen of a path; the first where there is none such. */
export function routeOf(path: string): Route {
  return routes.find((each) => each.path === path) ?? routes[0];
}
