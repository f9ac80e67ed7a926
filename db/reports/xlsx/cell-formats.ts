/** Number formats of a workbook (ECMA-376, 18.8.30), one cell style each. */
import type { CellKind, CellType } from '../report-content.ts';

export type StyleName = 'plain' | 'heading' | 'title';

/** Styles that are no number format, in the order of their numbers. */
export const namedStyles: readonly StyleName[] = ['plain', 'heading', 'title'];

const MOST_DECIMALS = 6;

const codes: Record<Exclude<CellKind, 'number' | 'share'>, string> = {
  // A text stays one when it is edited, also one that looks like a number or a formula.
  text: '@',
  day: 'yyyy-mm-dd',
  month: 'yyyy-mm',
  ordinal: '0',
  instant: 'yyyy-mm-dd hh:mm',
  plantTime: 'yyyy-mm-dd hh:mm:ss',
};

/** The format code of a cell; where a column has no fixed decimals, of a whole number or of a broken one. */
export function formatCode({ kind, decimals, isSigned }: CellType, isWhole: boolean): string {
  if (kind !== 'number' && kind !== 'share') return codes[kind];
  const code = numberCode({ kind, decimals }, isWhole);
  return isSigned ? `+${code};-${code};${code}` : code;
}

function numberCode({ kind, decimals }: CellType, isWhole: boolean): string {
  if (kind === 'share') return `0${fraction(decimals ?? 1)}%`;
  if (decimals !== null) return `#,##0${fraction(decimals)}`;
  return isWhole ? '#,##0' : `#,##0.0${'#'.repeat(MOST_DECIMALS - 1)}`;
}

function fraction(decimals: number): string {
  return decimals === 0 ? '' : `.${'0'.repeat(Math.min(decimals, MOST_DECIMALS))}`;
}

/** Every code that cells of these types need, each once; a code's place tells its style. */
export class CellFormats {
  readonly codes: readonly string[];
  readonly #styleOf: ReadonlyMap<string, number>;

  constructor(types: readonly CellType[]) {
    this.codes = [...new Set(types.flatMap((type) => [formatCode(type, true), formatCode(type, false)]))];
    this.#styleOf = new Map(this.codes.map((code, at) => [code, namedStyles.length + at]));
  }

  /** The styles of whole and of broken numbers of a type. Throws for a type it was not made for. */
  stylesOf(type: CellType): { whole: number; broken: number } {
    return { whole: this.#style(formatCode(type, true)), broken: this.#style(formatCode(type, false)) };
  }

  #style(code: string): number {
    const style = this.#styleOf.get(code);
    if (style === undefined) throw new Error(`The workbook has no style for ${code}.`);
    return style;
  }
}

export function namedStyle(name: StyleName): number {
  return namedStyles.indexOf(name);
}
