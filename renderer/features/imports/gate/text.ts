import type { GateDecision } from '../../../../shared/import/gate.ts';
import type { Language } from '../../../../shared/text/labels.ts';

/** Words around the findings of the plausibility gate; those of each finding are in shared/import/gate-words.ts. */
export interface GateText {
  previewTitle: string;
  previewHint: string;
  heldTitle: (file: string) => string;
  heldHint: string;
  decide: Record<GateDecision, string>;
  updateByLot: string;
  always: string;
  examples: (shown: string) => string;
  line: (line: string) => string;
  worthKnowing: string;
  decided: Record<GateDecision, string>;
  decidedAlways: Record<GateDecision, string>;
  keptInProfile: string;
  askAgain: string;
  askAgainAbout: (what: string) => string;
  resultTitle: string;
  importNow: string;
  decideFirst: (open: string) => string;
  allDecided: string;
  notStarted: string;
  foundIn: (file: string) => string;
  profileTitle: string;
  profileHint: string;
  ask: string;
}

export const text: Record<Language, GateText> = {
  en: {
    previewTitle: 'Is this meant?',
    previewHint: 'Found in the first rows. The import looks at all of them and asks before anything is written.',
    heldTitle: (file) => `${file} waits for your decision`,
    heldHint: 'All rows were looked at. Nothing of the file is written yet.',
    decide: { keep: 'Keep the rows', leaveOut: 'Leave the rows out' },
    updateByLot: 'Update the records of these lots: a lot is one record, in the next files of this kind, too',
    always: 'Also for the next files of this kind',
    examples: (shown) => `For example (${shown})`,
    line: (line) => `line ${line}`,
    worthKnowing: 'Worth knowing',
    decided: { keep: 'Kept', leaveOut: 'Left out' },
    decidedAlways: {
      keep: 'Kept, as decided for this kind of file',
      leaveOut: 'Left out, as decided for this kind of file',
    },
    keptInProfile: 'Decided for this kind of file',
    askAgain: 'Ask again',
    askAgainAbout: (what) => `Ask again: ${what}`,
    resultTitle: 'Not as usual',
    importNow: 'Import with these decisions',
    decideFirst: (open) => `Still to decide: ${open}`,
    allDecided: 'All is decided. Rows that are left out are set aside.',
    notStarted: 'The import could not be started.',
    foundIn: (file) => `What was found in ${file}`,
    profileTitle: 'What is not plausible',
    profileHint: 'Decided for every file of this kind; what is not decided is asked',
    ask: 'Ask each time',
  },
  ko: {
    previewTitle: '의도한 값인가요?',
    previewHint: '처음 행들에서 찾았습니다. 가져올 때 모든 행을 살펴보고, 저장하기 전에 묻습니다.',
    heldTitle: (file) => `${file}: 결정을 기다립니다`,
    heldHint: '모든 행을 살펴보았습니다. 파일에서 아직 아무것도 저장하지 않았습니다.',
    decide: { keep: '행을 가져옵니다', leaveOut: '행을 제외합니다' },
    updateByLot: '이 로트의 기록을 갱신합니다. 로트마다 기록이 하나이며, 이런 다음 파일에도 그렇습니다',
    always: '이런 파일에는 다음에도 이렇게 합니다',
    examples: (shown) => `예 (${shown})`,
    line: (line) => `${line}번째 줄`,
    worthKnowing: '참고',
    decided: { keep: '가져옴', leaveOut: '제외함' },
    decidedAlways: {
      keep: '이런 파일에 정해 둔 대로 가져옴',
      leaveOut: '이런 파일에 정해 둔 대로 제외함',
    },
    keptInProfile: '이런 파일에 정해 둔 것',
    askAgain: '다시 묻기',
    askAgainAbout: (what) => `다시 묻기: ${what}`,
    resultTitle: '평소와 다른 점',
    importNow: '이 결정대로 가져오기',
    decideFirst: (open) => `결정할 것: ${open}`,
    allDecided: '모두 정했습니다. 제외한 행은 따로 저장됩니다.',
    notStarted: '가져오기를 시작하지 못했습니다.',
    foundIn: (file) => `${file}에서 찾은 것`,
    profileTitle: '그럴듯하지 않은 값',
    profileHint: '이런 모든 파일에 정해 둔 것입니다. 정하지 않은 것은 묻습니다',
    ask: '그때마다 묻기',
  },
};
