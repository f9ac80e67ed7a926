import { integerOption, usageError } from '../arguments.ts';
import type { FolderCommand } from '../command.ts';

export const serveStore: FolderCommand = {
  name: 'serve',
  parameters: '[--port N] [--open]',
  summary: 'Serves the window to a browser on this machine until Ctrl+C; prints the address to open.',
  store: 'folder',
  options: {
    port: { value: 'N', description: 'port on 127.0.0.1 (default: one that is free)' },
    open: { description: 'open it in the browser of this machine' },
  },
  async run({ positionals, values, storeFolder, json }) {
    if (positionals.length > 0) throw usageError(serveStore, `'${positionals[0]}' is not understood.`);
    const port = integerOption(values, 'port', { min: 0, max: 65_535 }) ?? 0;
    // Loaded here only: no other command needs the server.
    const { serve } = await import('../../browser/serve.ts');
    await serve({
      storeFolder,
      port,
      open: values.open === true,
      onListening: (url) => process.stdout.write(json ? `${JSON.stringify({ url })}\n` : `Throughline is at ${url}\n`),
    });
  },
};
