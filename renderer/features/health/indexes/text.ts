import type { Language } from '../../../../shared/text/labels.ts';

/** Words about the indexes of the store. Numbers come already written out, with their units. */
export interface IndexesText {
  indexes: string;
  indexesHint: (since: string) => string;
  name: string;
  size: string;
  questions: string;
  questionsHint: string;
  last: string;
  purpose: string;
  finding: string;
  of: string;
  by: (table: string, columns: string) => string;
  rows: string;
  origin: string;
  needed: string;
  usedBy: string;
  usedByNone: string;
  times: (count: string, last: string) => string;
  allIndexes: string;
  advice: string;
  adviceHint: string;
  try: string;
  tryAgain: string;
  tryHint: string;
  noAdviceYet: string;
  nothingSlow: string;
  nothingHelps: string;
  shapesTried: (shapes: string, time: string) => string;
  make: (name: string) => string;
  drop: (name: string) => string;
  makeIt: string;
  takeAway: string;
  makeHint: string;
  takeAwayHint: string;
  question: string;
  before: string;
  after: string;
  saved: string;
  takes: (bytes: string) => string;
  givesBack: (bytes: string) => string;
  writing: (time: string) => string;
  writingAsBefore: string;
  triedOn: (records: string) => string;
  failed: (why: string) => string;
}

export const text: Record<Language, IndexesText> = {
  en: {
    indexes: 'What do the indexes take, and what goes by them?',
    indexesHint: (since) => `Over all files; questions since ${since}. Open one to see which`,
    name: 'Index',
    size: 'Size',
    questions: 'Questions',
    questionsHint: 'Questions whose plan names it; those that memory answered are none',
    last: 'Last used',
    purpose: 'What it is for',
    finding: 'To look at',
    of: 'Of',
    by: (table, columns) => `${table} by ${columns}`,
    rows: 'Rows where',
    origin: 'Made by',
    needed: 'Needed for',
    usedBy: 'Questions that go by it',
    usedByNone: 'No question that was recorded goes by it.',
    times: (count, last) => `${count} times, last on ${last}`,
    allIndexes: 'All indexes',
    advice: 'Would another index help?',
    adviceHint: 'Tried with the questions that were slow, on a copy of up to half a million records',
    try: 'Try indexes on a copy',
    tryAgain: 'Try again',
    tryHint: 'The store stays as it is. The copy is removed afterwards.',
    noAdviceYet: 'Nothing was tried yet',
    nothingSlow: 'No question that reads records was slow',
    nothingHelps: 'No index would help what was slow',
    shapesTried: (shapes, time) =>
      `${shapes === '1' ? '1 slow question' : `${shapes} slow questions`}, tried at ${time}`,
    make: (name) => `Make ${name}`,
    drop: (name) => `Take ${name} away`,
    makeIt: 'Make it',
    takeAway: 'Take it away',
    makeHint: 'Makes it in every file of the store. It can be taken away again at any time.',
    takeAwayHint: 'Takes it out of every file. No record changes, and it can be made again.',
    question: 'Question',
    before: 'Without, ms',
    after: 'With, ms',
    saved: 'Saved, ms',
    takes: (bytes) => `Takes ${bytes} in all files`,
    givesBack: (bytes) => `Gives back ${bytes} in all files`,
    writing: (time) => `a thousand records take ${time} longer to be written`,
    writingAsBefore: 'records are written as fast as before',
    triedOn: (records) => `tried on ${records} records`,
    failed: (why) => `Nothing was started. ${why}`,
  },
  ko: {
    indexes: '색인은 얼마나 차지하고, 어떤 질문이 씁니까?',
    indexesHint: (since) => `모든 파일 기준, 질문은 ${since}부터. 하나를 열면 자세히 보입니다`,
    name: '색인',
    size: '크기',
    questions: '질문',
    questionsHint: '실행 계획에 이 색인이 있는 질문. 메모리가 답한 질문은 세지 않습니다',
    last: '마지막 사용',
    purpose: '용도',
    finding: '확인할 것',
    of: '대상',
    by: (table, columns) => `${table}: ${columns}`,
    rows: '행 조건',
    origin: '만든 곳',
    needed: '필요한 곳',
    usedBy: '이 색인을 쓰는 질문',
    usedByNone: '기록된 질문 가운데 이 색인을 쓰는 것이 없습니다.',
    times: (count, last) => `${count}번, 마지막 ${last}`,
    allIndexes: '모든 색인',
    advice: '다른 색인이 도움이 됩니까?',
    adviceHint: '느렸던 질문으로, 기록 50만 건까지의 복사본에서 시험합니다',
    try: '복사본에서 색인 시험',
    tryAgain: '다시 시험',
    tryHint: '저장소는 그대로입니다. 복사본은 끝나면 지워집니다.',
    noAdviceYet: '아직 시험하지 않았습니다',
    nothingSlow: '기록을 읽는 질문 가운데 느린 것이 없었습니다',
    nothingHelps: '느렸던 질문에 도움이 될 색인이 없습니다',
    shapesTried: (shapes, time) => `느린 질문 ${shapes}건, ${time}에 시험`,
    make: (name) => `${name} 만들기`,
    drop: (name) => `${name} 없애기`,
    makeIt: '만들기',
    takeAway: '없애기',
    makeHint: '저장소의 모든 파일에 만듭니다. 언제든 다시 없앨 수 있습니다.',
    takeAwayHint: '모든 파일에서 없앱니다. 기록은 바뀌지 않고, 다시 만들 수 있습니다.',
    question: '질문',
    before: '없을 때, ms',
    after: '있을 때, ms',
    saved: '절약, ms',
    takes: (bytes) => `모든 파일에서 ${bytes} 차지`,
    givesBack: (bytes) => `모든 파일에서 ${bytes} 돌려받음`,
    writing: (time) => `기록 천 건을 쓰는 데 ${time} 더 걸림`,
    writingAsBefore: '기록을 쓰는 속도는 그대로',
    triedOn: (records) => `기록 ${records}건으로 시험`,
    failed: (why) => `아무것도 시작하지 않았습니다. ${why}`,
  },
};
