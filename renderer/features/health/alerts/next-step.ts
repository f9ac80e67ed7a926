import type { CommandId } from '../../../../shared/commands/registry.ts';
import type { AlertKind } from '../../../../shared/contract/health.ts';
import { type HealthPart, SLOW_QUESTIONS } from '../parts.ts';

/** A part of the screen to look at, and where in it. */
export interface Place {
  part: HealthPart;
  id?: string;
}

type Params = Readonly<Record<string, string>>;

/** What can be done about an alert: a command, a place of this screen to look at, or a part of another. */
export const nextSteps: Record<AlertKind, { command: CommandId } | Place | { screen: string; params: Params }> = {
  damage: { command: 'go.maintenance' },
  slow: { part: 'responses', id: SLOW_QUESTIONS },
  hitRatio: { part: 'memory' },
  log: { part: 'store' },
  disk: { command: 'go.maintenance' },
  diskSoon: { command: 'go.maintenance' },
  integrity: { command: 'maintenance.integrity' },
  backup: { command: 'maintenance.backup' },
  standby: { command: 'go.maintenance' },
  reports: { command: 'go.reports' },
  watchedFile: { screen: 'imports', params: { imports: 'watched' } },
  watchedFolder: { screen: 'imports', params: { imports: 'watched' } },
};
