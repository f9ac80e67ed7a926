import type { Encoding } from '../../../shared/import/encodings.ts';
import type { Language } from '../../../shared/text/labels.ts';

/** What encodings are called, by the languages that are written in them. */
export const encodingNames: Record<Language, Record<Encoding, string>> = {
  en: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16, big-endian',
    cp949: 'Korean (CP949, EUC-KR)',
    shift_jis: 'Japanese (Shift-JIS)',
    gb18030: 'Simplified Chinese (GBK, GB 18030)',
    big5: 'Traditional Chinese (Big5)',
    'windows-1252': 'Western (Windows-1252, Latin-1)',
    'windows-1250': 'Central European (Windows-1250)',
    'windows-1251': 'Cyrillic (Windows-1251)',
    'windows-1253': 'Greek (Windows-1253)',
    'windows-1254': 'Turkish (Windows-1254)',
    'windows-1257': 'Baltic (Windows-1257)',
    'windows-1258': 'Vietnamese (Windows-1258)',
    'koi8-r': 'Cyrillic (KOI8-R)',
    cp866: 'Cyrillic (DOS 866)',
    cp850: 'Western (DOS 850)',
  },
  ko: {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': 'UTF-16 빅엔디언',
    cp949: '한국어 (CP949, EUC-KR)',
    shift_jis: '일본어 (Shift-JIS)',
    gb18030: '중국어 간체 (GBK, GB 18030)',
    big5: '중국어 번체 (Big5)',
    'windows-1252': '서유럽 (Windows-1252, Latin-1)',
    'windows-1250': '중부 유럽 (Windows-1250)',
    'windows-1251': '키릴 (Windows-1251)',
    'windows-1253': '그리스어 (Windows-1253)',
    'windows-1254': '튀르키예어 (Windows-1254)',
    'windows-1257': '발트어 (Windows-1257)',
    'windows-1258': '베트남어 (Windows-1258)',
    'koi8-r': '키릴 (KOI8-R)',
    cp866: '키릴 (DOS 866)',
    cp850: '서유럽 (DOS 850)',
  },
};
