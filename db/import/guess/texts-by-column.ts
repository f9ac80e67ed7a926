/** What gives the filled texts of a column by its name; `nulls` are none. */
export function textsByColumn(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  nulls: readonly string[],
): (column: string) => string[] {
  const none = new Set(nulls);
  return (name) => {
    const index = names.indexOf(name);
    return rows.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '' && !none.has(text));
  };
}
