/**
 * The program started once, in a process of its own, as the desktop host starts: with what an earlier start compiled. Its arguments are the
 * folder of a store and that of what was compiled, its output StartTimes as JSON.
 */
import { keepCompiled } from '../../electron/service/keep-compiled.ts';

const [storeFolder = '', compiled = ''] = process.argv.slice(2);
keepCompiled(compiled);
const { startService } = await import('./start-service.ts');
process.stdout.write(JSON.stringify(await startService(storeFolder)));
