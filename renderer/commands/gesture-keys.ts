import type { Language } from '../../shared/text/labels.ts';

/** Keys that are no commands: they do something only with what has the focus. */
export interface GestureKey {
  /** As a shortcut is written; `Arrows` stands for any of the four. */
  key: string;
  words: Record<Language, string>;
}

/** They stand in the sheet of keys below those of the commands, by what has the focus. */
export const gestureKeys: Record<'grid' | 'chart' | 'panel', readonly GestureKey[]> = {
  grid: [
    { key: 'Arrows', words: { en: 'Go from cell to cell', ko: '셀에서 셀로 이동' } },
    { key: 'Mod+Arrows', words: { en: 'Go to the edge', ko: '끝으로 이동' } },
    { key: 'Shift+Arrows', words: { en: 'Choose cells', ko: '셀 선택' } },
    { key: 'Enter', words: { en: 'Open the record; on a heading, sort by it', ko: '기록 열기. 머리글에서는 정렬' } },
    { key: 'Shift+Enter', words: { en: 'On a heading, sort by it too', ko: '머리글에서 이 열로도 정렬' } },
    { key: 'Alt+Arrows', words: { en: 'Make the column of a heading narrower or wider', ko: '머리글의 열 너비 조절' } },
    { key: 'Alt+Shift+Arrows', words: { en: 'Move the column of a heading', ko: '머리글의 열 옮기기' } },
    { key: 'Shift+Space', words: { en: 'Choose whole rows', ko: '행 전체 선택' } },
    { key: 'Mod+Space', words: { en: 'Choose whole columns', ko: '열 전체 선택' } },
    { key: 'Mod+A', words: { en: 'Choose all that is loaded', ko: '불러온 것 모두 선택' } },
    { key: '=', words: { en: 'Show only what is like the cell', ko: '이 셀과 같은 기록만 보기' } },
    { key: '!', words: { en: 'Leave out what is like the cell', ko: '이 셀과 같은 기록 빼기' } },
    { key: '>', words: { en: 'Show the days from that of the cell on', ko: '이 날짜부터 보기' } },
    { key: '<', words: { en: 'Show the days up to that of the cell', ko: '이 날짜까지 보기' } },
    { key: 'Alt+↓', words: { en: 'Filter by the column', ko: '이 열로 필터' } },
    { key: 'Mod+Z', words: { en: 'Take a step back', ko: '한 단계 되돌리기' } },
    { key: 'Mod+Shift+Z', words: { en: 'Take the step again', ko: '다시 하기' } },
    { key: 'Shift+F10', words: { en: 'What can be done with the cell', ko: '셀로 할 수 있는 일' } },
    { key: 'Mod+C', words: { en: 'Copy the chosen cells', ko: '선택한 셀 복사' } },
    { key: 'Mod+Shift+C', words: { en: 'Copy the chosen cells with their headings', ko: '머리글과 함께 복사' } },
  ],
  chart: [
    { key: 'Arrows', words: { en: 'Go from mark to mark, which are read out', ko: '값에서 값으로 이동하며 읽기' } },
    { key: 'Enter', words: { en: 'Look closer at the mark', ko: '값을 더 자세히 보기' } },
    { key: 'Shift+Arrows', words: { en: 'Choose a stretch of time', ko: '기간 선택' } },
    { key: 'Mod+Z', words: { en: 'On Explore, take a step back', ko: '탐색에서 한 단계 되돌리기' } },
    { key: 'Mod+Shift+Z', words: { en: 'On Explore, take the step again', ko: '탐색에서 다시 하기' } },
    { key: 'Esc', words: { en: 'Let go of what was chosen', ko: '선택 취소' } },
  ],
  panel: [
    { key: 'F6', words: { en: 'Go to the panel at the right, and back', ko: '오른쪽 패널로 이동하거나 돌아오기' } },
    { key: 'Esc', words: { en: 'Close it, wherever you are', ko: '어디에서든 닫기' } },
  ],
};
