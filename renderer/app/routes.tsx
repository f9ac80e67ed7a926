import { IconChartHistogram, IconDatabaseCog, IconFileImport, IconTable, type TablerIcon } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { CommandId } from '../../shared/commands/registry.ts';

interface Route {
  path: string;
  /** The command that goes there; its label is the screen's name in the rail. */
  command: CommandId & `go.${string}`;
  icon: TablerIcon;
  /** Whether the range and the filters apply. */
  scoped: boolean;
  Screen: LazyExoticComponent<ComponentType>;
}

/** The screens, in the order of the rail. The first is shown when the address names none. */
export const routes: readonly [Route, ...Route[]] = [
  {
    path: 'overview',
    command: 'go.overview',
    icon: IconChartHistogram,
    scoped: true,
    Screen: lazy(async () => ({ default: (await import('../features/overview/overview-screen.tsx')).OverviewScreen })),
  },
  {
    path: 'records',
    command: 'go.records',
    icon: IconTable,
    scoped: true,
    Screen: lazy(async () => ({ default: (await import('../features/records/records-screen.tsx')).RecordsScreen })),
  },
  {
    path: 'imports',
    command: 'go.imports',
    icon: IconFileImport,
    scoped: false,
    Screen: lazy(async () => ({ default: (await import('../features/imports/imports-screen.tsx')).ImportsScreen })),
  },
  {
    path: 'maintenance',
    command: 'go.maintenance',
    icon: IconDatabaseCog,
    scoped: false,
    Screen: lazy(async () => ({
      default: (await import('../features/maintenance/maintenance-screen.tsx')).MaintenanceScreen,
    })),
  },
];
