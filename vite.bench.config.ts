import { hostBundle } from './scripts/host-bundle.ts';

/** An import whose memory is measured, and the threads that it starts. */
export default hostBundle('scripts/bench/import-once.ts', 'dist/bench');
