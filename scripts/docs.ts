import { writeFileSync } from 'node:fs';
import { generatedPages } from './generated-docs.ts';

/** Writes the parts of the pages in docs/ that are made from the program's own tables. */
for (const { path, text } of generatedPages()) writeFileSync(path, text);
