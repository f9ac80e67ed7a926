import type { SourceLine } from '../../../shared/query/changes.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';

/** Words of where a record comes from and what became of it. Counts and dates come already written out. */
interface ChangesText {
  corrected: (column: string, before: string, after: string) => string;
  correctedNothing: string;
  showLine: string;
  chooseFile: string;
  states: Record<SourceLine['state'], (file: string, line: string) => string>;
  readFrom: string;
  sameInEvery: string;
  changes: string;
  changedBy: (batch: string, file: string) => string;
  by: (who: string) => string;
  undone: (when: string) => string;
  field: string;
  before: string;
  after: string;
}

export const text: Record<Language, ChangesText> = {
  en: {
    corrected: (column, before, after) => `${column}: '${before}' in the file, corrected to '${after}'`,
    correctedNothing: 'The row was set aside at first, and imported later as it stands in the file.',
    showLine: 'Show the line of the file',
    chooseFile: 'Choose the file…',
    states: {
      asImported: () => 'The line as it stands in the file that was imported.',
      changed: () => 'The file is another than the one that was imported. This is what stands in that line now.',
      noSuchLine: (file, line) =>
        `The record was read from line ${line} of ${file}, which was changed since and has no row there any more: choose the file of then to see that line.`,
      missing: (file, line) =>
        `The record was read from line ${line} of ${file}, which is no longer where it was: choose it where it lies now to see that line.`,
      notKept: (file, line) =>
        `The record was read from line ${line} of ${file}, which was handed over, and no copy of it is kept: choose it once more to see that line.`,
      unreadable: (file, line) =>
        `The record was read from line ${line} of ${file}, which cannot be read any more as it was imported: choose the file of then to see that line.`,
    },
    readFrom: 'What the record has was read from these columns:',
    sameInEvery: 'the same in every row',
    changes: 'Changes',
    changedBy: (batch, file) => `Import ${batch}, ${file}`,
    by: (who) => `by ${who}`,
    undone: (when) => `Undone ${when}`,
    field: 'Field',
    before: 'Before',
    after: 'After',
  },
  ko: {
    corrected: (column, before, after) => fitParticles(`${column}: 파일에는 '${before}', '${after}'(으)로 수정됨`),
    correctedNothing: '처음에는 제외되었다가 나중에 파일에 있는 그대로 가져온 행입니다.',
    showLine: '파일의 줄 보기',
    chooseFile: '파일 선택…',
    states: {
      asImported: () => '가져온 파일에 있는 그대로의 줄입니다.',
      changed: () => '가져온 파일과 다른 파일입니다. 지금 그 줄에 있는 내용입니다.',
      noSuchLine: (file, line) =>
        `기록은 ${file}의 ${line}번째 줄에서 왔으나 그 뒤 파일이 바뀌어 행이 없습니다. 줄을 보려면 그때의 파일을 선택하세요.`,
      missing: (file, line) =>
        `기록은 ${file}의 ${line}번째 줄에서 왔으나 파일이 더는 그 자리에 없습니다. 줄을 보려면 지금 있는 곳에서 선택하세요.`,
      notKept: (file, line) =>
        `기록은 전달받은 ${file}의 ${line}번째 줄에서 왔으며 사본을 두지 않습니다. 줄을 보려면 다시 선택하세요.`,
      unreadable: (file, line) =>
        `기록은 ${file}의 ${line}번째 줄에서 왔으나 가져올 때처럼 더는 읽을 수 없습니다. 줄을 보려면 그때의 파일을 선택하세요.`,
    },
    readFrom: '기록의 값을 읽은 열:',
    sameInEvery: '모든 행에 같음',
    changes: '변경',
    changedBy: (batch, file) => `가져오기 ${batch}, ${file}`,
    by: (who) => `${who}`,
    undone: (when) => `${when}에 취소됨`,
    field: '항목',
    before: '이전',
    after: '이후',
  },
};
