import {
  IconBarcode,
  IconChartDots3,
  IconChartHistogram,
  IconDatabaseCog,
  IconFileImport,
  IconGauge,
  IconHeartRateMonitor,
  IconLayoutDashboard,
  IconTable,
  IconWaveSine,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { CommandId } from '../../shared/commands/registry.ts';
import { type LatePart, latePart } from '../lib/late-part.tsx';

interface Route {
  path: string;
  /** Its place in the rail: the command that goes there, whose label is its name. A page of another screen has none. */
  rail: { command: CommandId & `go.${string}`; icon: TablerIcon } | null;
  /** Whether the range and the filters apply. */
  scoped: boolean;
  Screen: ComponentType;
  /** Loads the screen before it is shown. */
  preload: LatePart<object>['preload'];
}

function screen(load: () => Promise<ComponentType>): Pick<Route, 'Screen' | 'preload'> {
  const { Part, preload } = latePart(load);
  return { Screen: Part, preload };
}

/** The screens, in the order of the rail. The first is shown when the address names none. */
export const routes: readonly [Route, ...Route[]] = [
  {
    path: 'overview',
    rail: { command: 'go.overview', icon: IconChartHistogram },
    scoped: true,
    ...screen(async () => (await import('../features/overview/overview-screen.tsx')).OverviewScreen),
  },
  {
    path: 'explore',
    rail: { command: 'go.explore', icon: IconChartDots3 },
    scoped: true,
    ...screen(async () => (await import('../features/explore/explore-screen.tsx')).ExploreScreen),
  },
  {
    path: 'oee',
    rail: { command: 'go.oee', icon: IconGauge },
    scoped: true,
    ...screen(async () => (await import('../features/oee/oee-screen.tsx')).OeeScreen),
  },
  {
    path: 'quality',
    rail: { command: 'go.quality', icon: IconWaveSine },
    scoped: true,
    ...screen(async () => (await import('../features/quality/quality-screen.tsx')).QualityScreen),
  },
  {
    path: 'lots',
    rail: { command: 'go.lots', icon: IconBarcode },
    scoped: false,
    ...screen(async () => (await import('../features/lots/lots-screen.tsx')).LotsScreen),
  },
  {
    path: 'records',
    rail: { command: 'go.records', icon: IconTable },
    scoped: true,
    ...screen(async () => (await import('../features/records/records-screen.tsx')).RecordsScreen),
  },
  {
    path: 'dashboards',
    rail: { command: 'go.dashboards', icon: IconLayoutDashboard },
    scoped: true,
    ...screen(async () => (await import('./dashboards.tsx')).Dashboards),
  },
  {
    path: 'imports',
    rail: { command: 'go.imports', icon: IconFileImport },
    scoped: false,
    ...screen(async () => (await import('../features/imports/imports-screen.tsx')).ImportsScreen),
  },
  {
    path: 'imports/corrections',
    rail: null,
    scoped: false,
    ...screen(async () => (await import('../features/imports/corrections/corrections-screen.tsx')).CorrectionsScreen),
  },
  {
    path: 'maintenance',
    rail: { command: 'go.maintenance', icon: IconDatabaseCog },
    scoped: false,
    ...screen(async () => (await import('../features/maintenance/maintenance-screen.tsx')).MaintenanceScreen),
  },
  {
    path: 'maintenance/reports',
    rail: null,
    scoped: false,
    ...screen(async () => (await import('../features/report-schedules/reports-screen.tsx')).ReportsScreen),
  },
  {
    path: 'health',
    rail: { command: 'go.health', icon: IconHeartRateMonitor },
    scoped: false,
    ...screen(async () => (await import('../features/health/health-screen.tsx')).HealthScreen),
  },
  {
    path: 'health/report',
    rail: null,
    scoped: false,
    ...screen(async () => (await import('../features/health/report/report-screen.tsx')).ReportScreen),
  },
];

/** The screen of a path; the first where there is none such. */
export function routeOf(path: string): Route {
  return routes.find((each) => each.path === path) ?? routes[0];
}

/** Whether a path is a screen, or a page of it. */
export function isWithin(path: string, screenPath: string): boolean {
  return path === screenPath || path.startsWith(`${screenPath}/`);
}
