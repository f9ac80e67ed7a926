import { describe, expect, it } from 'vitest';
import { fitParticles } from './particles.ts';

describe('particles after a value', () => {
  it('go by the last syllable', () => {
    expect(fitParticles('프레스을(를), 조립이(가), 라인 하나은(는), 포장과(와), 검사와(과)')).toBe(
      '프레스를, 조립이, 라인 하나는, 포장과, 검사와',
    );
  });

  it('are 로 and not 으로 after a vowel and after ㄹ', () => {
    expect(fitParticles('시(으)로, 파일(으)로, 톤(으)로')).toBe('시로, 파일로, 톤으로');
  });

  it('go by how a number is read', () => {
    expect(fitParticles('12이(가) 16이(가) 20은(는) 1,200을(를) 7(으)로 3(으)로')).toBe(
      '12가 16이 20은 1,200을 7로 3으로',
    );
  });

  it('go by the word before what is in brackets, and look through quotes', () => {
    expect(fitParticles("가져오기 12(june.csv)은(는) '포장 2'을(를) '검사'(3일)과(와)")).toBe(
      "가져오기 12(june.csv)는 '포장 2'를 '검사'(3일)와",
    );
  });

  it('go by the names of letters where a word is spelled', () => {
    expect(fitParticles('june.csv을(를) 2024.xlsx은(는) HTML(으)로 PLM이(가) data.json은(는)')).toBe(
      'june.csv를 2024.xlsx는 HTML로 PLM이 data.json은',
    );
  });

  it('both stay where nobody knows how the word is read', () => {
    const text = "'Press line'을(를) 2 kWhr이(가) –은(는) 1,000,000,000,000을(를)";
    expect(fitParticles(text)).toBe(text);
  });

  it('stay as they are where only one form is written, and at the beginning of a text', () => {
    expect(fitParticles('기록은 그대로이며 (이전) 보기는 을(를)')).toBe('기록은 그대로이며 (이전) 보기는 을(를)');
  });
});
