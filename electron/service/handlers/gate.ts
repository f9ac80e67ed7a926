import { gateRules } from '../gate-rules.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function gateHandlers(os: Implementer, { engine, files, settings }: ServiceParts) {
  return {
    preview: os.gate.preview.handler(({ input: { fileId, profile } }) => {
      const { path, name } = files.get(fileId);
      return engine.ask('previewFindings', { path, name, profile, gate: gateRules(settings.settings, profile) });
    }),
  };
}
