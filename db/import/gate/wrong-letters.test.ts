import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import type { Encoding } from '../../../shared/import/encodings.ts';
import { meantBy } from './wrong-letters.ts';

test.each<[name: string, written: Encoding, read: Encoding]>([
  ['Größe', 'utf-8', 'windows-1252'],
  ['조립 1라인', 'utf-8', 'windows-1250'],
  ['조립1', 'cp949', 'windows-1252'],
  ['포장', 'cp949', 'windows-1252'],
  ['Línea 2', 'utf-8', 'cp850'],
  ['조립 1라인', 'utf-8', 'cp866'],
  ['Линия 2', 'utf-8', 'cp866'],
  ['Größe', 'utf-8', 'koi8-r'],
])('%s, written in %s and read in %s, is known for what it is', (name, written, read) => {
  const misread = iconv.decode(iconv.encode(name, written), read);
  expect(misread).not.toBe(name);
  expect(meantBy(misread, read)).toBe(name);
});

test('Korean in UTF-8 is known also where its bytes are letters of CP949', () => {
  const misread = iconv.decode(iconv.encode('조립1', 'utf-8'), 'cp949');
  expect(misread).not.toContain('\uFFFD');
  expect(meantBy(misread, 'cp949')).toBe('조립1');
});

test.each<[name: string, encoding: Encoding]>([
  ['L1', 'windows-1252'],
  ['Größe Ø 25 ± 0,5 µm', 'windows-1252'],
  ['Çağrı Üretim', 'windows-1254'],
  ['조립 1라인', 'cp949'],
  ['틱 챨', 'cp949'],
  ['組立ライン', 'shift_jis'],
  ['Größe', 'utf-8'],
])('%s in %s is as it should be', (name, encoding) => {
  expect(meantBy(name, encoding)).toBeNull();
});
