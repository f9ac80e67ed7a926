import { IconChartHistogram, IconDatabaseCog, IconFileImport, IconTable, type TablerIcon } from '@tabler/icons-react';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { CommandId } from '../../shared/commands/registry.ts';

/** Screens that other features bring: features/<name>/<name>-screen.tsx exports <Name>Screen. */
const found = import.meta.glob<Record<string, ComponentType>>('../features/*/*-screen.tsx');

function screenOf(name: string, component: string): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    const exported = (await found[`../features/${name}/${name}-screen.tsx`]?.())?.[component];
    if (!exported) throw new Error(`features/${name}/${name}-screen.tsx does not export ${component}`);
    return { default: exported };
  });
}

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
    Screen: screenOf('overview', 'OverviewScreen'),
  },
  {
    path: 'records',
    command: 'go.records',
    icon: IconTable,
    scoped: true,
    Screen: screenOf('records', 'RecordsScreen'),
  },
  {
    path: 'imports',
    command: 'go.imports',
    icon: IconFileImport,
    scoped: false,
    Screen: screenOf('imports', 'ImportsScreen'),
  },
  {
    path: 'maintenance',
    command: 'go.maintenance',
    icon: IconDatabaseCog,
    scoped: false,
    Screen: screenOf('maintenance', 'MaintenanceScreen'),
  },
];
