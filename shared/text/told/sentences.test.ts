import { describe, expect, it } from 'vitest';
import { compileSentences } from './sentences.ts';

const tell = compileSentences(
  [
    ['There is no import {id}.', '가져오기 {id}이(가) 없습니다.'],
    ['Nothing was changed.', '바뀐 것은 없습니다.'],
    ['{path} is full. Free some space.', '{path}이(가) 가득 찼습니다. 공간을 비우세요.'],
    ["{field}: '{text}' {what}", "{field}: '{text}' {what}"],
    ['is not a number', '숫자가 아님'],
  ],
  new Map([['Good quantity', '양품 수량']]),
);

describe('telling a message in another language', () => {
  it('puts what stands in a sentence into its place', () => {
    expect(tell('There is no import 12.')).toBe('가져오기 12이(가) 없습니다.');
  });

  it('tells several sentences one after the other', () => {
    expect(tell('There is no import 12. Nothing was changed.')).toBe('가져오기 12이(가) 없습니다. 바뀐 것은 없습니다.');
  });

  it('finds sentences that belong together, and dots within names', () => {
    expect(tell('/data/v1.2. old is full. Free some space. Nothing was changed.')).toBe(
      '/data/v1.2. old이(가) 가득 찼습니다. 공간을 비우세요. 바뀐 것은 없습니다.',
    );
  });

  it('looks up what stands within a sentence as well', () => {
    expect(tell("Good quantity: '12x' is not a number")).toBe("양품 수량: '12x' 숫자가 아님");
  });

  it('leaves a sentence alone where what stands in it would have to be known', () => {
    const list = compileSentences([
      ['{a!}, {b!}.', '{a}, {b}.'],
      ['{n} added', '추가 {n}건'],
    ]);
    expect(list('1,200 added, 3 added.')).toBe('추가 1,200건, 추가 3건.');
    expect(list('1,200 added, 3 lost.')).toBeNull();
  });

  it('says null rather than half of a message', () => {
    expect(tell('There is no import 12. Ask somebody.')).toBeNull();
    expect(tell('')).toBeNull();
  });

  it('takes marks of patterns for what they are', () => {
    expect(compileSentences([['What (a) [b] $1?', 'c']])('What (a) [b] $1?')).toBe('c');
  });
});
