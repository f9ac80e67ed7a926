import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../electron/cli/commands/index.ts';
import { withReference } from '../electron/cli/documentation.ts';
import { root } from './run-process.ts';

/** Writes the parts of the pages in docs/ that are made from the program's own tables. */
const path = join(root, 'docs', 'cli.md');
writeFileSync(path, withReference(readFileSync(path, 'utf8'), commands));
