/** Ways in which plants' systems write text, under the names that the Encoding Standard and iconv know. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp949',
  'shift_jis',
  'gb18030',
  'big5',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1257',
  'windows-1258',
  'koi8-r',
  'cp866',
  'cp850',
] as const;
export type Encoding = (typeof encodings)[number];
