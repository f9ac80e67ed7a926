import { hostBundle } from './scripts/host-bundle.ts';

/** The desktop host's main process. */
export default hostBundle('electron/desktop/main.ts', 'dist/desktop');
