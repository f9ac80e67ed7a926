export interface TableColumn {
  title: string;
  align: 'left' | 'right';
}

/** Text aligned in columns for a terminal; null becomes an en dash, for 'no data'. */
export function formatTable(columns: readonly TableColumn[], rows: readonly (readonly (string | null)[])[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((cell) => (cell === null ? '–' : onOneLine(cell)))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => displayWidth(line[index] ?? ''))));
  return lines
    .map((line) =>
      columns
        .map(({ align }, index) => {
          const cell = line[index] ?? '';
          const padding = ' '.repeat((widths[index] ?? 0) - displayWidth(cell));
          return align === 'right' ? padding + cell : cell + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const LONGEST_CELL = 120;

/** A cell as a terminal can show it: no line breaks or control sequences of the plant's, and no row of a whole page. */
function onOneLine(text: string): string {
  const shown = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return shown.replace(/\p{Cc}/gu, '␣');
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/gu;

/** Columns that a text takes in a terminal, where Korean and Chinese letters take two. */
function displayWidth(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A number with thousands marks, as for a person. */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size in the unit that suits it, as in '12.3 MB': a million bytes, as in the window and in messages. */
export function formatBytes(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), BYTE_UNITS.length - 1);
  return `${(bytes / 1_000 ** power).toFixed(power === 0 ? 0 : 1)} ${BYTE_UNITS[power]}`;
}
