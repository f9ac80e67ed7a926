import { buildTarget } from './build-target.ts';

await buildTarget('renderer');
await buildTarget('desktop');
