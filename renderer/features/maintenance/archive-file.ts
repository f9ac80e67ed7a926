/** The file a year will be archived into: a further one when the year was archived before, as sealed files stay as they are. */
export function archiveFileOf(year: number, partitions: readonly { name: string }[]): string {
  const names = new Set(partitions.map((partition) => partition.name));
  const first = `archive_${year}`;
  let name = first;
  for (let nth = 2; names.has(name); nth += 1) name = `${first}_${nth}`;
  return `${name}.db`;
}
