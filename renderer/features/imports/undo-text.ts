import type { Language } from '../../../shared/text/labels.ts';

/** What is said before an import is undone. Counts come already written out. */
interface UndoText {
  undoTitle: (file: string) => string;
  undoWillRemove: (count: string, dates: string) => string;
  undoWillRestore: (count: string) => string;
  undoKeepsFile: string;
  undoConfirm: (count: string) => string;
  keep: string;
}

export const text: Record<Language, UndoText> = {
  en: {
    undoTitle: (file) => `Undo the import of ${file}?`,
    undoWillRemove: (count, dates) =>
      `Removes the ${count === '1' ? 'record' : `${count} records`} that this import added${dates ? ` (${dates})` : ''}.`,
    undoWillRestore: (count) =>
      count === '1'
        ? '1 record that it updated goes back to what it was before.'
        : `${count} records that it updated go back to what they were before.`,
    undoKeepsFile: 'The file itself can be imported again at any time.',
    undoConfirm: (count) => (count === '1' ? 'Remove 1 record' : `Remove ${count} records`),
    keep: 'Keep them',
  },
  ko: {
    undoTitle: (file) => `${file} 가져오기를 되돌릴까요?`,
    undoWillRemove: (count, dates) => `이 가져오기로 추가된 기록 ${count}건을 지웁니다${dates ? ` (${dates})` : ''}.`,
    undoWillRestore: (count) => `고쳐진 기록 ${count}건은 이전 값으로 돌아갑니다.`,
    undoKeepsFile: '파일은 언제든지 다시 가져올 수 있습니다.',
    undoConfirm: (count) => `기록 ${count}건 지우기`,
    keep: '그대로 두기',
  },
};
