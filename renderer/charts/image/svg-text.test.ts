import { expect, test } from 'vitest';
import { element, escaped, fileNameOf, wrapped } from './svg-text.ts';

test('text and attributes stand as they are, whatever they hold', () => {
  expect(escaped('Press <2> & "3"')).toBe('Press &lt;2&gt; &amp; &quot;3&quot;');
  expect(element('text', { x: 1, fill: undefined, id: 'a"b' }, 'x')).toBe('<text x="1" id="a&quot;b">x</text>');
  expect(element('rect', { x: 0 })).toBe('<rect x="0"/>');
});

test('long words are put on lines of their own, none is lost', () => {
  expect(wrapped('compared with 2023, by line', 13, (text) => text.length)).toEqual(['compared with', '2023, by line']);
  expect(wrapped('a verylongword b', 4, (text) => text.length)).toEqual(['a', 'verylongword', 'b']);
});

test('a title of any script becomes a file name', () => {
  expect(fileNameOf('Defects by month / line?', 'png')).toBe('Defects-by-month-line.png');
  expect(fileNameOf('월별 불량', 'svg')).toBe('월별-불량.svg');
  expect(fileNameOf('…', 'svg')).toBe('chart.svg');
});
