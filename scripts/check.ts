import { checkImports, checkLint, checkTypes, listFailures, runUnitTests } from './gate.ts';
import { addTallies, formatTally } from './tally.ts';

/** The quick gate: types, lint, import boundaries and unit tests. */
const tally = addTallies([await checkTypes(), await checkLint(), checkImports(), await runUnitTests()]);
listFailures();
process.stdout.write(`\n${formatTally(tally)}\n`);
process.exitCode = tally.failed === 0 ? 0 : 1;
