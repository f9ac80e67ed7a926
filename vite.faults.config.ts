import { hostBundle } from './scripts/host-bundle.ts';

/** The jobs that the fault suite breaks, and the threads that they start. */
export default hostBundle('db/testing/run-killable.ts', 'dist/faults');
