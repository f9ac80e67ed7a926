import { writeFile } from 'node:fs/promises';

/** What the file below adds up to, all units pieces. */
export const plantTotals = { records: 208, good: 20_696, defects: 1_144, goodOfPress1: 10_244 };

/**
 * Writes a CSV of two lines over 2024 and 2025, two rows a week, and one row on a day that no calendar has: 209 rows, of
 * which 208 are records.
 */
export async function writePlantFile(path: string): Promise<void> {
  const rows = ['production_date,line,shift,item_code,lot_number,planned_quantity,good_quantity,defect_quantity,unit'];
  for (let week = 0; week < 104; week += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + week * 7)).toISOString().slice(0, 10);
    const lot = `L${String(week).padStart(3, '0')}`;
    rows.push(`${day},Press 1,Early,A-100,${lot},110,${98 + (week % 2)},4,pieces`);
    rows.push(`${day},Press 2,Late,B-200,${lot},110,${100 + (week % 2)},7,pieces`);
  }
  rows.push('2025-02-30,Press 1,Early,A-100,L999,110,98,4,pieces');
  await writeFile(path, `${rows.join('\n')}\n`);
}
