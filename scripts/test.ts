import { buildTarget, programTargets } from './build-target.ts';
import { obtainChromium } from './chromium.ts';
import { findElectron, noDesktopReason } from './electron-runtime.ts';
import { checkImports, checkLint, checkTypes, heading, listFailures, runEndToEndTests, runUnitTests } from './gate.ts';
import { addTallies, formatTally, oneCheck, type Tally } from './tally.ts';

/** Builds what the end-to-end tests open, and runs them. A build or a browser that cannot be had is one failure. */
async function buildAndTest(): Promise<Tally> {
  try {
    heading('Build');
    for (const target of programTargets) await buildTarget(target);
    process.stdout.write('Window, desktop host and command line are built.\n');
    const chromium = await obtainChromium();
    const missing = findElectron() ? noDesktopReason() : 'no Electron runtime';
    if (missing) process.stdout.write(`End-to-end tests on the desktop host are skipped: ${missing}\n`);
    return await runEndToEndTests(chromium);
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return oneCheck(false);
  }
}

/** The whole gate. Its last line counts all runners together. */
const tally = addTallies([
  await checkTypes(),
  await checkLint(),
  checkImports(),
  await runUnitTests(),
  await buildAndTest(),
]);
listFailures();
process.stdout.write(`\n${formatTally(tally)}\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
