/** A heading as it is compared: folded words joined by '_', what stands in brackets (a unit, mostly) left out. */
export function foldHeading(heading: string): string {
  const folded = heading
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .replace(/[([{（［【].*?[)\]}）］】]/g, ' ')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  return folded.replace(/^_+|_+$/g, '');
}
