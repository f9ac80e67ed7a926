/** A key to group by: of each row the ordinal of its value, below `size`. */
export interface GroupingKey {
  ordinals: Int32Array;
  size: number;
}

export interface NumberedGroups {
  /** The group of each row, from 0 in order of appearance. */
  ofRows: Int32Array;
  /** The first row of each group. */
  firstRows: Int32Array;
}

/** Codes below this are found through an array. */
const LARGEST_ARRAY = 1 << 18;

/**
 * Numbers the groups of rows that agree in all keys. The keys make one code, digit by digit; before it could grow past
 * an array it is numbered anew through a map, so that no number of keys is too many.
 */
export function numberGroups(keys: readonly GroupingKey[], rows: number): NumberedGroups {
  const codes = new Int32Array(rows);
  let possible = 1;
  for (const { ordinals, size } of keys) {
    if (possible * size <= LARGEST_ARRAY) {
      for (let row = 0; row < rows; row++) codes[row] = (codes[row] ?? 0) * size + (ordinals[row] ?? 0);
      possible *= size;
    } else {
      possible = numberAnew(codes, ordinals, size);
    }
  }
  return possible <= LARGEST_ARRAY ? numberByArray(codes, possible) : numberByAppearance(codes);
}

/** Replaces each pair of code and ordinal by its number in order of appearance; returns how many there are. */
function numberAnew(codes: Int32Array, ordinals: Int32Array, size: number): number {
  const numbers = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const pair = (codes[row] ?? 0) * size + (ordinals[row] ?? 0);
    let number = numbers.get(pair);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(pair, number);
    }
    codes[row] = number;
  }
  return numbers.size;
}

/** Numbers codes in place, in order of appearance. */
function numberByArray(codes: Int32Array, possible: number): NumberedGroups {
  const numbers = new Int32Array(possible); // number + 1; 0 is none yet
  const firstRows: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    let number = numbers[code] ?? 0;
    if (number === 0) {
      number = firstRows.push(row);
      numbers[code] = number;
    }
    codes[row] = number - 1;
  }
  return { ofRows: codes, firstRows: Int32Array.from(firstRows) };
}

/** Codes that are numbers in order of appearance already: each first row is where the next higher one begins. */
function numberByAppearance(numbers: Int32Array): NumberedGroups {
  const firstRows: number[] = [];
  for (let row = 0; row < numbers.length; row++) if (numbers[row] === firstRows.length) firstRows.push(row);
  return { ofRows: numbers, firstRows: Int32Array.from(firstRows) };
}
