/** Where Electron begins. Only what this loads by `import` is kept compiled: what stands above it was loaded before. */
import { join } from 'node:path';
import { app } from 'electron';
import { keepCompiled } from '../service/keep-compiled.ts';

keepCompiled(join(app.getPath('userData'), 'compiled'));
await import('./app.ts');
