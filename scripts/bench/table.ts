/** A table of text: the first column reads from the left, figures end at the right. */
export interface TextTable {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** For a terminal, in columns. */
export function plainTable({ header, rows }: TextTable): string {
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** For a page. */
export function markdownTable({ header, rows }: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `|${header.map((_, at) => (at === 0 ? '---' : '---:')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** A figure with about three digits that mean something: '0.31', '4.7', '128', '5,312'. */
export function figure(value: number): string {
  const decimals = value < 1 ? 2 : value < 10 ? 1 : 0;
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
