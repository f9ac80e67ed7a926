/** Words of the settings. */
export const text = {
  en: {
    title: 'Settings',
    timeLimit: 'Time limit of a question',
    timeLimitWords:
      'In seconds; 0 for none. What no summary answers is read record by record, and stops there. What was found until then is shown as incomplete, and can be read to its end.',
    cancel: 'Cancel',
    save: 'Save settings',
    notSaved: (why: string) => `Not saved. ${why}`,
  },
  ko: {
    title: '설정',
    timeLimit: '질문의 시간 제한',
    timeLimitWords:
      '초 단위이며 0이면 제한이 없습니다. 요약으로 답할 수 없는 질문은 기록을 하나씩 읽다가 이 시간에 멈춥니다. 그때까지 찾은 내용은 불완전하다고 표시되며 끝까지 읽을 수 있습니다.',
    cancel: '취소',
    save: '설정 저장',
    notSaved: (why: string) => `저장하지 못했습니다. ${why}`,
  },
};
