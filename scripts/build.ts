import { buildTarget, programTargets } from './build-target.ts';

for (const target of programTargets) await buildTarget(target);
