import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../run-process.ts';

/** What a file of renderer/testing puts into a page that is measured, as one script. */
export async function bundlePageScript(fileName: string): Promise<string> {
  const entry = join(root, 'renderer', 'testing', fileName);
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2024', lib: { entry, formats: ['iife'], name: 'measured' } },
  });
  const output = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunk = output.find((each) => each.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${fileName} could not be bundled.`);
  return chunk.code;
}
