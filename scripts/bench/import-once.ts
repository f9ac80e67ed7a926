/**
 * One import in a process of its own, which ends with it: what import-memory.ts starts. Its arguments are a new folder
 * for the store and the file; its output an ImportMemory as JSON.
 */
import { resourceUsage } from 'node:process';
import { Engine } from '../../db/engine/engine.ts';
import type { ImportMemory } from './import-memory.ts';

const BYTES_A_KIB = 1_024;

const [folder = '', csv = ''] = process.argv.slice(2);
const engine = await Engine.open(folder, 'own');
const { profile } = await engine.ask('inspect', { path: csv, choice: {} });
const beforeBytes = resourceUsage().maxRSS * BYTES_A_KIB;
const { inserted } = await engine.start('importFile', { path: csv, name: 'plant.csv', profile }, () => {}).result;
const result: ImportMemory = { rows: inserted, beforeBytes, peakBytes: resourceUsage().maxRSS * BYTES_A_KIB };
await engine.close();
process.stdout.write(JSON.stringify(result));
