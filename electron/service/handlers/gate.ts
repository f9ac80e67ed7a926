import { gateRules } from '../gate-rules.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function gateHandlers(os: Implementer, { engine, files, settings }: ServiceParts) {
  return {
    preview: os.gate.preview.handler(({ input: { fileId, secondFileId, profile } }) => {
      const { path, name } = files.get(fileId);
      const joined = secondFileId === undefined ? null : files.get(secondFileId);
      const second = joined && { second: { path: joined.path, name: joined.name } };
      const gate = gateRules(settings.settings, profile);
      return engine.ask('previewFindings', { path, name, profile, gate, ...second });
    }),
  };
}
