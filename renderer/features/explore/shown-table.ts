/** What a view shows as a table that a spreadsheet takes. Pure. */
import { numberToCopy } from '../../charts/image/caption.ts';
import { comparisonName } from './compare/compared-words.ts';
import type { text as compareText } from './compare/text.ts';
import { drawnRows, flatRows } from './flat-rows.ts';
import { all, type Member } from './parts.ts';
import { placesOf } from './to-panels.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

/** A heading, then a row for each group that is shown: its splits, its measures, and beside each what it is compared with. */
export function shownTable(
  shown: Shown,
  names: Names,
  { locale, c }: { locale: string; c: (typeof compareText)['en'] },
): string[][] {
  const { asked, cube, compared } = shown;
  const comparedName = compared && comparisonName(compared.comparison, names, c);
  const heading = [
    ...asked.splits.map(({ dimension }) => names.by(dimension)),
    ...asked.measures.flatMap((measure) => {
      const name = names.measure(measure);
      return comparedName === null ? [name] : [name, `${name}, ${comparedName}`, `${name}, ${c.difference}`];
    }),
  ];
  const cellsOf = (members: readonly Member[]) => [
    ...members.map((member, at) => names.member(asked.splits[at]?.dimension ?? 'line', member)),
    ...asked.measures.flatMap((measure) => {
      const now = cube.at(members)?.[measure] ?? null;
      if (!compared) return [numberToCopy(now, locale)];
      const before = compared.at(members, measure);
      const difference = now === null || before === null ? null : now - before;
      return [now, before, difference].map((value) => numberToCopy(value, locale));
    }),
  ];
  const isTable = asked.shape === 'table';
  const rows = isTable ? flatRows(shown) : drawnRows(shown, (axis) => placesOf(shown, axis));
  const whole = asked.splits.map(() => all);
  const foot = isTable && whole.length > 0 && cube.at(whole) ? [whole] : [];
  return [heading, ...[...rows, ...foot].map(cellsOf)];
}
