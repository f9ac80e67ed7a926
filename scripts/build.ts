import { buildTarget, targetNames } from './build-target.ts';

for (const target of targetNames) await buildTarget(target);
