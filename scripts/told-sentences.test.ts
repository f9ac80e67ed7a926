import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toldIn } from '../shared/text/told/told.ts';

const root = join(import.meta.dirname, '..');
const HANGUL = /[가-힣]/;
/** What only the command line asks stays English, as does what is made of other sentences, which are in the list by themselves. */
const LEAST_TOLD = 0.85;

it('nearly all refusals of the engine and the service have words in Korean', () => {
  const refusals = ['db', 'electron/service'].flatMap((folder) => sourcesIn(folder).flatMap(refusalsIn));
  expect(refusals.length).toBeGreaterThan(150);
  const lacking = refusals.filter((sentence) => !HANGUL.test(toldIn('ko', sentence) ?? ''));
  expect(1 - lacking.length / refusals.length, lacking.join('\n')).toBeGreaterThan(LEAST_TOLD);
});

it.each([
  ["Good: '12x' in column 'qty' is not a number", "양품: 열 'qty'의 '12x' 값은 숫자가 아닙니다"],
  ["Good: … in column 'qty' is not a number", "양품: 열 'qty'의 … 값은 숫자가 아닙니다"],
  [
    "Good: '102' in column 'Movement type' takes back another row, so that what it counts is negative",
    "양품: 열 'Movement type'의 '102' 값은 다른 행을 되돌린다는 뜻이므로 수량이 0보다 작습니다",
  ],
  [
    "Run time: '7.75' in column 'hh.mm' is not a time written as h.mm: there are no 75 minutes",
    "가동 시간: 열 'hh.mm'의 '7.75' 값은 h.mm 형식의 시간이 아닙니다: 75분은 없습니다",
  ],
  [
    "Production date: 'KW 12/2024' in column 'Date' is not a date written as YYYY-MM-DD, but a week, which has seven days: export the day, or write the week as 2024-W12 to have its Monday",
    "생산일: 열 'Date'의 'KW 12/2024' 값은 YYYY-MM-DD 형식의 날짜가 아니라 이레가 있는 주입니다. 날짜를 내보내거나, 그 주의 월요일로 읽으려면 2024-W12처럼 적으세요",
  ],
  ['208 records added, 1 row set aside.', '새 기록 208건, 제외 1행.'],
  ['There is no import 7. Nothing was changed.', '가져오기 7이 없습니다. 바뀐 것은 없습니다.'],
  [
    'No file with these headings was imported before. Open it once in Throughline and confirm how it is read; the next ones are then imported by themselves.',
    '제목 줄이 이런 파일을 가져온 적이 없습니다. Throughline에서 한 번 열어 읽는 방법을 확인하세요. 다음부터는 저절로 가져옵니다.',
  ],
  [
    'march.csv waits for your decision, and nothing of it was written: 1 row dated in the future; 2 rows with more defects than good. Say for each whether the rows are kept or left out, and import it again.',
    HANGUL,
  ],
  [
    'march.csv waits for your decision, and nothing of it was written: 31 rows of a whole week, dated on its Monday. Say that this is kept, or correct the file, and import it again.',
    /그대로 두기로 정하거나 파일을 고쳐 다시 가져오세요\.$/,
  ],
  ['a sentence that nobody wrote', null],
])('%s', (message, told) => {
  const found = toldIn('ko', message);
  if (told instanceof RegExp) expect(found).toMatch(told);
  else expect(found).toBe(told);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !/(^|\/)testing\//.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** The sentences of errors that are thrown in a source, with a word for each value that stands in them. */
function refusalsIn(source: string): string[] {
  return [...source.matchAll(/new AppError\(\s*'\w+',\s*(?=['"`])/g)].flatMap((match) => {
    const sentence = literalAt(source, match.index + match[0].length);
    return sentence.includes(' ') ? [sentence] : [];
  });
}

function literalAt(source: string, start: number): string {
  const quote = source[start];
  let text = '';
  let at = start + 1;
  while (at < source.length && source[at] !== quote) {
    if (source[at] === '\\') {
      text += source[at + 1];
      at += 2;
    } else if (quote === '`' && source.startsWith('${', at)) {
      text += '7';
      at = endOfValue(source, at + 2);
    } else {
      text += source[at];
      at += 1;
    }
  }
  return text;
}

function endOfValue(source: string, start: number): number {
  let depth = 1;
  let at = start;
  while (depth > 0) {
    if (source[at] === '{') depth += 1;
    if (source[at] === '}') depth -= 1;
    at += 1;
  }
  return at;
}
