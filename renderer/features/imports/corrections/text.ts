import type { RejectHeadings } from '../../../../shared/import/corrections.ts';
import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the screen on which rows that were set aside are corrected. Counts come already written out. */
interface CorrectionsText {
  title: string;
  titleOf: (file: string) => string;
  counts: (ready: string, rows: string) => string;
  back: string;
  takeBack: string;
  import: (ready: string, isOne: boolean) => string;
  imported: (outcome: string) => string;
  nothing: string;
  nothingHint: string;
  groups: string;
  all: string;
  readyOnes: string;
  rows: (count: string, isOne: boolean) => string;
  ready: (count: string) => string;
  replaceTitle: string;
  column: string;
  find: string;
  anything: string;
  by: string;
  wholeCell: string;
  replaceAll: string;
  replaceGroup: string;
  asTheyAre: string;
  grid: string;
  line: string;
  reason: string;
  /** The same of lines that stand as in their files. */
  lineReason: Record<Exclude<RejectHeadings, 'record'>, string>;
  isRecord: string;
  beyond: string;
  was: (before: string) => string;
  cell: (column: string, line: string) => string;
  keys: string;
  pages: string;
  page: (first: string, last: string, all: string) => string;
  previousPage: string;
  nextPage: string;
  correct: string;
  correctOf: (file: string) => string;
  correctedSince: (count: string) => string;
  correctsImport: (batch: string) => string;
  reasonsTitle: string;
  lines: (lines: string, isMore: boolean) => string;
}

export const text: Record<Language, CorrectionsText> = {
  en: {
    title: 'Rows set aside',
    titleOf: (file) => `Rows set aside of ${file}`,
    counts: (ready, rows) => `${ready} of ${rows} are records now`,
    back: 'Back to imports',
    takeBack: 'Take back the last step',
    import: (ready, isOne) => `Import ${ready} corrected ${isOne ? 'row' : 'rows'}`,
    imported: (outcome) => `Imported: ${outcome}`,
    nothing: 'No row is set aside any more',
    nothingHint:
      'What was corrected is an import of its own in the list of imports. Undo it there, and its rows come back.',
    groups: 'Kinds of reason',
    all: 'All rows set aside',
    readyOnes: 'Rows that are records now',
    rows: (count, isOne) => `${count} ${isOne ? 'row' : 'rows'}`,
    ready: (count) => `${count} corrected`,
    replaceTitle: 'Replace in a column',
    column: 'Column',
    find: 'Replace',
    anything: 'whatever is there',
    by: 'By',
    wholeCell: 'The whole cell',
    replaceAll: 'Replace in all rows',
    replaceGroup: 'Replace in these rows',
    asTheyAre: 'Try these rows as they are',
    grid: 'Rows set aside',
    line: 'Line',
    reason: 'Why it is no record',
    lineReason: { file: 'Why the line makes none', both: 'Why the lines of both files make none' },
    isRecord: 'A record now',
    beyond: 'beyond the headings',
    was: (before) => `In the file: '${before}'`,
    cell: (column, line) => `${column}, line ${line}`,
    keys: 'Type or press Enter to change a cell. Alt+← takes the cell out of its row, Alt+→ puts an empty one before it, Ctrl+Z takes a step back.',
    pages: 'Pages of rows',
    page: (first, last, all) => `${first} to ${last} of ${all}`,
    previousPage: 'Rows before',
    nextPage: 'Rows after',
    correct: 'Correct rows',
    correctOf: (file) => `Correct the rows of ${file} that were set aside`,
    correctedSince: (count) => `${count} corrected since`,
    correctsImport: (batch) => `corrected rows of import ${batch}`,
    reasonsTitle: 'Set aside, by reason',
    lines: (lines, isMore) => `lines ${lines}${isMore ? ', …' : ''}`,
  },
  ko: {
    title: '제외된 행',
    titleOf: (file) => `${file}에서 제외된 행`,
    counts: (ready, rows) => `${rows}행 중 ${ready}행이 이제 기록이 됩니다`,
    back: '가져오기로 돌아가기',
    takeBack: '마지막 단계 되돌리기',
    import: (ready) => `수정한 ${ready}행 가져오기`,
    imported: (outcome) => `가져왔습니다: ${outcome}`,
    nothing: '제외된 행이 더 없습니다',
    nothingHint: '수정한 행은 가져오기 목록에 따로 있습니다. 거기서 되돌리면 행이 다시 제외된 상태로 돌아옵니다.',
    groups: '이유의 종류',
    all: '제외된 모든 행',
    readyOnes: '이제 기록이 되는 행',
    rows: (count) => `${count}행`,
    ready: (count) => `${count}행 수정됨`,
    replaceTitle: '열에서 바꾸기',
    column: '열',
    find: '찾을 내용',
    anything: '무엇이든',
    by: '바꿀 내용',
    wholeCell: '셀 전체',
    replaceAll: '모든 행에서 바꾸기',
    replaceGroup: '이 행들에서 바꾸기',
    asTheyAre: '이 행들을 그대로 다시 시도',
    grid: '제외된 행',
    line: '줄',
    reason: '기록이 아닌 이유',
    lineReason: { file: '이 줄이 기록이 아닌 이유', both: '두 파일의 줄이 기록이 아닌 이유' },
    isRecord: '이제 기록입니다',
    beyond: '제목 줄 밖',
    was: (before) => `파일에는: '${before}'`,
    cell: (column, line) => `${column}, ${line}번째 줄`,
    keys: '입력하거나 Enter를 눌러 셀을 고칩니다. Alt+←는 셀을 행에서 빼고, Alt+→는 앞에 빈 셀을 넣고, Ctrl+Z는 한 단계 되돌립니다.',
    pages: '행 페이지',
    page: (first, last, all) => `${all}행 중 ${first}~${last}`,
    previousPage: '이전 행',
    nextPage: '다음 행',
    correct: '행 수정',
    correctOf: (file) => `${file}에서 제외된 행 수정`,
    correctedSince: (count) => `이후 ${count}행 수정됨`,
    correctsImport: (batch) => `가져오기 ${batch}의 수정된 행`,
    reasonsTitle: '이유별 제외된 행',
    lines: (lines, isMore) => `${lines}번째 줄${isMore ? ' …' : ''}`,
  },
};
