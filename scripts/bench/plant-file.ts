import { samplePlant } from '../../db/sample/sample-plant.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import { CsvWriter } from './csv-writer.ts';
import { columnNames, recordColumns, tableRow } from './text-table.ts';

/**
 * Writes a plant as one delimited file with the columns of the text table, quantities in units. Its lists of reasons
 * are left out, as a table of rows has no place for them.
 */
export function writePlantFile(path: string, plant: SampleOptions): void {
  const csv = new CsvWriter(path);
  csv.write(columnNames);
  for (const row of plantRows(plant)) csv.write(row);
  csv.close();
}

/** The rows of such a file. */
export function* plantRows(plant: SampleOptions): Generator<(string | number | null)[]> {
  for (const batch of samplePlant(plant)) {
    for (const draft of batch) {
      yield tableRow(draft).map((cell, at) => (isThousandths(at) && cell !== null ? Number(cell) / 1_000 : cell));
    }
  }
}

function isThousandths(at: number): boolean {
  const name = columnNames[at] ?? 'id';
  return name !== 'id' && recordColumns[name] === 'BIGINT';
}
