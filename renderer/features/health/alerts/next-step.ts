import type { CommandId } from '../../../../shared/commands/registry.ts';
import type { AlertKind } from '../../../../shared/contract/health.ts';
import type { HealthPart } from '../parts.ts';

/** What can be done about an alert: a command, or a part of the screen to look at. */
export const nextSteps: Record<AlertKind, { command: CommandId } | { part: HealthPart }> = {
  slow: { part: 'responses' },
  hitRatio: { part: 'memory' },
  log: { part: 'store' },
  disk: { command: 'go.maintenance' },
  integrity: { command: 'maintenance.integrity' },
  backup: { command: 'go.maintenance' },
};
