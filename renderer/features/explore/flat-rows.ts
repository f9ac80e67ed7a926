import type { Member } from './parts.ts';
import type { Shown } from './use-cube.ts';

/**
 * The groups by name in the order asked for, those that are only in what it is compared with, then those of which a split is
 * 'others'; with no split the whole.
 */
export function flatRows({ asked, cube, compared }: Shown): Member[][] {
  if (asked.splits.length === 0) return [[]];
  const byName = cube.rows.map((members) => [...members]);
  const places = asked.splits.map((_, axis) => cube.members(axis));
  const combined = places.reduce<Member[][]>(
    (rows, members) => rows.flatMap((row) => members.map((member) => [...row, member])),
    [[]],
  );
  const beyond = combined.filter((members) => members.some(({ of }) => of === 'others') && cube.at(members));
  const gone = (compared?.gone ?? []).map((members) => [...members]);
  return [...byName, ...gone, ...beyond];
}

/** Every group of a picture that has a record, in the order in which it is drawn, others last. */
export function drawnRows(shown: Shown, placesOf: (axis: number) => readonly Member[]): Member[][] {
  const { asked, cube } = shown;
  const combined = asked.splits.reduce<Member[][]>(
    (rows, _, axis) => rows.flatMap((row) => placesOf(axis).map((member) => [...row, member])),
    [[]],
  );
  return combined.filter((members) => cube.at(members));
}
