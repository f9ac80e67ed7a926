import type { Codes } from './kernels.ts';

/** Up to so many possible groups, a group's code is its slot: no look-up, and slots that stay empty cost little. */
const MOST_DIRECT = 1 << 14;
/** Up to so many, slots are found through an array; beyond that through a map. */
const MOST_IN_ARRAY = 1 << 21;

/** Gives every group that occurs a slot: the place of its sums. A code numbers a combination of keys. */
export interface GroupTable {
  /** Slots in use; sums need so many places. */
  size(): number;
  /** The slots of these codes, added where they are new: in `slots`, or in `codes` where they are the same. */
  slotsOf(codes: Codes, count: number, slots: Int32Array): Int32Array;
  codeOf(slot: number): number;
}

/** A table for codes below `possible`. */
export function groupTable(possible: number): GroupTable {
  if (possible <= MOST_DIRECT) return direct(possible);
  const codes: number[] = [];
  return {
    size: () => codes.length,
    slotsOf: possible <= MOST_IN_ARRAY ? throughArray(possible, codes) : throughMap(codes),
    codeOf: (slot) => codes[slot] ?? 0,
  };
}

/** Codes of so many possible groups, in the kind of array that is fast for them. */
export function codesFor(possible: number, length: number): Codes {
  return possible < 2 ** 31 ? new Int32Array(length) : new Float64Array(length);
}

function direct(possible: number): GroupTable {
  return {
    size: () => possible,
    slotsOf: (codes) => codes as Int32Array, // so few of them have codes of that kind
    codeOf: (slot) => slot,
  };
}

function throughArray(possible: number, codes: number[]): GroupTable['slotsOf'] {
  const found = new Int32Array(possible); // slot + 1; 0 is none yet
  return (asked, count, slots) => {
    for (let at = 0; at < count; at++) {
      const code = asked[at] as number;
      if (found[code] === 0) found[code] = codes.push(code);
      slots[at] = (found[code] as number) - 1;
    }
    return slots;
  };
}

function throughMap(codes: number[]): GroupTable['slotsOf'] {
  const found = new Map<number, number>();
  return (asked, count, slots) => {
    for (let at = 0; at < count; at++) {
      const code = asked[at] as number;
      let slot = found.get(code);
      if (slot === undefined) {
        slot = codes.push(code) - 1;
        found.set(code, slot);
      }
      slots[at] = slot;
    }
    return slots;
  };
}
