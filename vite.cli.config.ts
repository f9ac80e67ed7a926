import { hostBundle } from './scripts/host-bundle.ts';

/** The command line, and the browser host that it starts: what the tests open, built as the desktop host is. */
export default hostBundle('electron/cli/main.ts', 'dist/cli');
