/** Why things are scrapped or stand still in the sample plant, each with its share of the occurrences. */
export type Shares = readonly (readonly [reason: string, share: number])[];

/** On lines that make pieces. */
export const pieceDefects: Shares = [
  ['Scratched surface', 33],
  ['Out of tolerance', 22],
  ['Burr', 14],
  ['Crack', 10],
  ['Wrong colour', 8],
  ['Leak', 6],
  ['Missing part', 4],
  ['Bent', 3],
];

/** On lines that make kilograms or litres. */
export const processDefects: Shares = [
  ['Viscosity', 32],
  ['Underfill', 22],
  ['Contamination', 15],
  ['Wrong colour', 11],
  ['Lumps', 8],
  ['Leak', 6],
  ['Label', 4],
  ['Past shelf life', 2],
];

export const stopReasons: Shares = [
  ['Changeover', 30],
  ['Breakdown', 21],
  ['Material missing', 15],
  ['Adjustment', 12],
  ['Cleaning', 9],
  ['Tool change', 6],
  ['No operator', 4],
  ['Power', 3],
];

export const notes: readonly string[] = [
  'Started late after the shift meeting',
  'New batch of raw material',
  'Speed reduced on request of quality',
  'Sensor cleaned twice',
  'Trainee on the line',
  'Material wet, dried before use',
  'Sample taken for the laboratory',
  'Counter checked by hand',
];
