import { buildTarget } from './build-target.ts';

/** The threads that tests start are what the sources say: built where there is no build of these. */
export default function prepare(): Promise<void> {
  return buildTarget('cli');
}
