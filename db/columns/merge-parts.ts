import type { ScanResult } from './scan-request.ts';

/** Adds what several threads added up, group by group. */
export function mergeParts(parts: readonly ScanResult[]): ScanResult {
  const [first, ...others] = parts;
  if (!first) return { codes: new Float64Array(), records: new Float64Array(), sums: [], units: [] };
  if (others.length === 0) return first;
  const places = new Map<number, number>();
  for (const { codes } of parts) for (const code of codes) if (!places.has(code)) places.set(code, places.size);
  const merged: ScanResult = {
    codes: Float64Array.from(places.keys()),
    records: new Float64Array(places.size),
    sums: first.sums.map(() => ({
      whole: new Float64Array(places.size).fill(Number.NaN),
      millionths: new Float64Array(places.size),
    })),
    units: [...new Set(parts.flatMap(({ units }) => units))],
  };
  for (const part of parts) addPart(merged, part, places);
  return merged;
}

function addPart(merged: ScanResult, part: ScanResult, places: ReadonlyMap<number, number>): void {
  part.codes.forEach((code, at) => {
    const place = places.get(code) ?? 0;
    merged.records[place] = (merged.records[place] ?? 0) + (part.records[at] ?? 0);
    merged.sums.forEach((sum, index) => {
      const added = part.sums[index];
      const whole = added?.whole[at] ?? Number.NaN;
      if (Number.isNaN(whole)) return;
      const before = sum.whole[place] ?? Number.NaN;
      sum.whole[place] = (Number.isNaN(before) ? 0 : before) + whole;
      sum.millionths[place] = (sum.millionths[place] ?? 0) + (added?.millionths[at] ?? 0);
    });
  });
}
