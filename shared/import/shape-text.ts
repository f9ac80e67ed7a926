/** Words about which rows of a file are records: the same in the window and on the command line. */
import type { Language } from '../text/labels.ts';
import { betweenRows, type ShapeFinding, type ShapeNote, type SkipKind } from './shape.ts';

type Seen = ShapeFinding['seen'];

export interface ShapeWords {
  confidence: Record<ShapeFinding['confidence'], string>;
  findings: Record<ShapeFinding['part'], (seen: Seen) => string>;
  /** What was left out or noted, with how many and where. */
  notes: Record<ShapeNote, (count: number, lines: string) => string>;
  /** Why a row of a preview is no record. */
  skipped: Record<SkipKind, string>;
  /** Columns that no heading names. */
  between: Record<keyof typeof betweenRows, string>;
}

/** What a column is called for people to read; a profile keeps the name it has. */
export function columnInWords(words: Pick<ShapeWords, 'between'>, column: string): string {
  if (column === betweenRows.text) return words.between.text;
  return column === betweenRows.date ? words.between.date : column;
}

const between: Record<Language, ShapeWords['between']> = {
  en: betweenRows,
  ko: { text: '행 사이의 글', date: '행 사이의 날짜' },
};
/** Several columns, as a finding has them. */
const columnsIn = (language: Language, columns: Seen[string] | undefined) =>
  String(columns ?? '')
    .split(', ')
    .map((column) => columnInWords({ between: between[language] }, column))
    .join(', ');

export const shapeText: Record<Language, ShapeWords> = {
  en: {
    confidence: { sure: 'Sure', likely: 'Likely', guess: 'A guess' },
    findings: {
      noHeadings: ({ line }) => `The file has no headings: line ${line} is made as the rows below it are.`,
      headings: ({ rows, example }) => `${rows} rows of headings are joined, such as '${example}'.`,
      units: ({ line, example }) => `Line ${line} holds the units of the columns (${example}).`,
      repeats: ({ rows, line }) =>
        `${rows} rows repeat the headings or the title, or number a page, the first in line ${line}. They are left out.`,
      totals: ({ rows, line }) =>
        `${rows === 1 ? 'One row adds' : `${rows} rows add`} up others, the first in line ${line}. Left out, so that nothing counts twice.`,
      unpivot: ({ columns, first, last }) =>
        `${columns} columns, from '${first}' to '${last}', are records beside each other: each filled cell becomes a record.`,
      blocks: ({ column, example, line }) =>
        `Rows such as '${example}' in line ${line} say what the rows below them have in common: ${column}.`,
      scale: ({ column, factor }) => `'${column}' counts in units of ${factor}: its numbers are multiplied by that.`,
      reasonNames: ({ first, last, part, example }) =>
        `Reasons '${first}' to '${last}' are called as '${part}' calls them: '${first}' is '${example}'.`,
    },
    notes: {
      repeatedHeading: (count, lines) =>
        `${count} repeated ${count === 1 ? 'heading' : 'headings'} left out (${lines})`,
      pageMark: (count, lines) => `${count} page ${count === 1 ? 'mark' : 'marks'} left out (${lines})`,
      total: (count, lines) => `${count} ${count === 1 ? 'total' : 'totals'} left out (${lines})`,
      blockHeading: (count, lines) =>
        `${count} ${count === 1 ? 'row says' : 'rows say'} what the rows below have in common (${lines})`,
      unmatched: (count, lines) =>
        `${count} ${count === 1 ? 'row finds' : 'rows find'} none in the second file (${lines})`,
      mergedBlank: (count, lines) =>
        `${count} ${count === 1 ? 'row is' : 'rows are'} blank where a merged cell reaches into them, as nobody said what it means there (${lines})`,
      unnamed: (count, lines) =>
        `${count} ${count === 1 ? 'row stands' : 'rows stand'} above the first row that says what follows, and ${count === 1 ? 'is' : 'are'} blank for it (${lines})`,
    },
    skipped: {
      repeatedHeading: 'Left out: headings again',
      pageMark: 'Left out: title or page number',
      total: 'Left out: adds up other rows',
      blockHeading: 'Says what follows',
    },
    between: between.en,
  },
  ko: {
    confidence: { sure: '확실', likely: '유력', guess: '추측' },
    findings: {
      noHeadings: ({ line }) => `제목 행이 없습니다. ${line}번째 줄이 아래 행과 같은 형식입니다.`,
      headings: ({ rows, example }) => `제목 ${rows}행을 '${example}'처럼 이어 붙입니다.`,
      units: ({ line, example }) => `${line}번째 줄은 열의 단위입니다(${example}).`,
      repeats: ({ rows, line }) =>
        `제목이나 표제를 되풀이하거나 쪽 번호인 행 ${rows}개를 뺍니다. 처음은 ${line}번째 줄입니다.`,
      totals: ({ rows, line }) =>
        `다른 행을 더한 합계 행 ${rows}개를 두 번 세지 않도록 뺍니다. 처음은 ${line}번째 줄입니다.`,
      unpivot: ({ columns, first, last }) =>
        `'${first}'부터 '${last}'까지 열 ${columns}개가 나란히 놓인 기록입니다. 채워진 칸마다 기록이 됩니다.`,
      blocks: ({ column, example, line }) =>
        `${line}번째 줄의 '${example}' 같은 행은 아래 행에 공통된 값을 알려 줍니다: ${columnsIn('ko', column)}.`,
      scale: ({ column, factor }) => `'${column}' 열은 ${factor} 단위로 셉니다. 수에 그만큼 곱합니다.`,
      reasonNames: ({ first, last, part, example }) =>
        `사유 '${first}'부터 '${last}'까지의 이름은 '${part}'에 있습니다. 예: '${first}' = '${example}'.`,
    },
    notes: {
      repeatedHeading: (count, lines) => `되풀이된 제목 ${count}행을 뺐습니다(${lines})`,
      pageMark: (count, lines) => `표제와 쪽 번호 ${count}행을 뺐습니다(${lines})`,
      total: (count, lines) => `합계 ${count}행을 뺐습니다(${lines})`,
      blockHeading: (count, lines) => `아래 행의 공통 값을 알려 주는 행 ${count}개(${lines})`,
      unmatched: (count, lines) => `두 번째 파일에 짝이 없는 행 ${count}개(${lines})`,
      mergedBlank: (count, lines) => `병합된 칸의 뜻을 정하지 않아 비워 둔 행 ${count}개(${lines})`,
      unnamed: (count, lines) => `공통 값을 알려 주는 첫 행보다 위에 있어 그 값이 비어 있는 행 ${count}개(${lines})`,
    },
    skipped: {
      repeatedHeading: '제외: 되풀이된 제목',
      pageMark: '제외: 표제 또는 쪽 번호',
      total: '제외: 합계 행',
      blockHeading: '아래 행의 공통 값',
    },
    between: between.ko,
  },
};

const LINES_TOLD = 5;

/** The lines of a note in a few words: '7, 12, 15 ...'. */
export function linesInWords(lines: readonly number[], count: number, word: string): string {
  const told = lines.slice(0, LINES_TOLD).join(', ');
  return `${word} ${told}${count > Math.min(lines.length, LINES_TOLD) ? ', …' : ''}`;
}
