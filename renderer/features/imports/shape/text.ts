import type { Language } from '../../../../shared/text/labels.ts';

/** Words of which rows of a file are records. Counts come already written out. */
export interface ShapePanelText {
  title: string;
  hint: string;
  plain: string;
  headings: string;
  headingRows: Record<'0' | '1' | '2' | '3' | '4', string>;
  units: string;
  unitsFound: (units: string) => string;
  unitsHint: string;
  unitsOfColumns: string;
  repeats: string;
  totals: string;
  totalRules: Record<'words' | 'sums' | 'keep', string>;
  wide: string;
  wideHint: string;
  wideGroups: (groups: string, values: string) => string;
  asColumns: string;
  severalValues: string;
  changeGroups: string;
  groupName: string;
  groupValues: string;
  groupValuesHint: string;
  groupLabel: (place: number) => string;
  groupColumns: (place: number) => string;
  removeGroup: (label: string) => string;
  groupsIncomplete: string;
  addGroup: string;
  useGroups: string;
  leaveGroups: string;
  labels: string;
  numbers: string;
  second: string;
  secondHint: string;
  secondNeedsFile: string;
  secondName: string;
  secondEncoding: string;
  secondDelimiter: string;
  secondHeaderLine: string;
  secondPart: string;
  firstPart: string;
  addPair: string;
  removePair: (place: number) => string;
  join: string;
  withoutSecond: string;
  chooseSecond: string;
  chooseFirst: string;
  keyHere: string;
  keyThere: (file: string) => string;
  bring: (file: string) => string;
  several: string;
  severalRules: Record<'refuse' | 'first', string>;
  line: string;
  lines: string;
  skipped: string;
  notInRecord: string;
}

export const text: Record<Language, ShapePanelText> = {
  en: {
    title: 'Which rows are records',
    hint: 'Rows that are none are left out and counted',
    plain: 'Each row below the headings is a record.',
    headings: 'Headings',
    headingRows: { 0: 'None', 1: 'One row', 2: 'Two rows', 3: 'Three rows', 4: 'Four rows' },
    units: 'The row below holds units',
    unitsFound: (units) => `Units: ${units}. Hours and seconds become minutes.`,
    unitsHint: 'A file whose row of units says otherwise is refused. Hours and seconds become minutes.',
    unitsOfColumns: 'Units of the columns',
    repeats: 'Leave out repeated headings and page numbers',
    totals: 'Totals',
    totalRules: {
      words: 'Leave out what is called a total',
      sums: 'Leave out what is called a total and adds up',
      keep: 'Keep all rows',
    },
    wide: 'Columns that are records beside each other',
    wideHint: 'One a month, a shift or a line',
    wideGroups: (groups, values) => `${groups}, each with ${values}`,
    asColumns: 'Leave them as columns',
    severalValues: 'Several columns a record…',
    changeGroups: 'Change them one by one…',
    groupName: 'What the records are called by',
    groupValues: 'Each record has',
    groupValuesHint: 'One name for each of its columns',
    groupLabel: (place) => `Name of record ${place}`,
    groupColumns: (place) => `Columns of record ${place}, in that order`,
    removeGroup: (label) => `Take off ${label || 'this record'}`,
    groupsIncomplete: 'Each record needs a name and a column for each of its values.',
    addGroup: 'Add a record',
    useGroups: 'Use these columns',
    leaveGroups: 'Leave it as it was',
    labels: 'Their headings are',
    numbers: 'Their numbers are',
    second: 'Second file',
    secondHint: 'Columns of another file, found by a key: process values of lots',
    secondNeedsFile: 'To join one, drop a file of this kind: its second file is then chosen and looked at.',
    secondName: 'the second file',
    secondEncoding: 'Letters of the second file',
    secondDelimiter: 'Columns of the second file are cut at',
    secondHeaderLine: 'Line of the headings in it',
    secondPart: 'Table in the second file',
    firstPart: 'the first',
    addPair: 'One more column that both have',
    removePair: (place) => `Take off pair ${place}`,
    join: 'Join a second file',
    withoutSecond: 'Without the second file',
    chooseSecond: 'This kind of file is joined with a second one: choose it.',
    chooseFirst: 'Choose the second file',
    keyHere: 'Same in this file',
    keyThere: (file) => `Same in ${file}`,
    bring: (file) => `Columns from ${file}`,
    several: 'Where several rows match and differ',
    severalRules: { refuse: 'Set the row aside', first: 'Take the first' },
    line: 'line',
    lines: 'lines',
    skipped: 'Left out',
    notInRecord: 'Nothing',
  },
  ko: {
    title: '기록이 되는 행',
    hint: '기록이 아닌 행은 빼고 그 수를 셉니다',
    plain: '제목 아래의 행마다 기록이 됩니다.',
    headings: '제목 행',
    headingRows: { 0: '없음', 1: '1행', 2: '2행', 3: '3행', 4: '4행' },
    units: '아래 행은 단위입니다',
    unitsFound: (units) => `단위: ${units}. 시간과 초는 분으로 바꿉니다.`,
    unitsHint: '단위 행이 이와 다른 파일은 거절합니다. 시간과 초는 분으로 바꿉니다.',
    unitsOfColumns: '열의 단위',
    repeats: '되풀이된 제목과 쪽 번호 빼기',
    totals: '합계',
    totalRules: { words: '합계라고 쓴 행 빼기', sums: '합계라고 쓰고 합이 맞는 행도 빼기', keep: '모든 행 두기' },
    wide: '나란히 놓인 기록인 열',
    wideHint: '월, 근무조 또는 라인마다 한 열',
    wideGroups: (groups, values) => `${groups}, 각각 ${values}`,
    asColumns: '열로 두기',
    severalValues: '기록 하나에 여러 열…',
    changeGroups: '하나씩 고치기…',
    groupName: '기록을 구별하는 이름의 열',
    groupValues: '기록마다 갖는 값',
    groupValuesHint: '열 하나에 이름 하나',
    groupLabel: (place) => `${place}번째 기록의 이름`,
    groupColumns: (place) => `${place}번째 기록의 열 (순서대로)`,
    removeGroup: (label) => `${label || '이 기록'} 빼기`,
    groupsIncomplete: '기록마다 이름이 있어야 하고, 값마다 열이 하나씩 있어야 합니다.',
    addGroup: '기록 더하기',
    useGroups: '이 열 사용',
    leaveGroups: '그대로 두기',
    labels: '열 제목은',
    numbers: '숫자는',
    second: '두 번째 파일',
    secondHint: '키로 찾는 다른 파일의 열: 로트의 공정값',
    secondNeedsFile: '붙이려면 이런 파일을 창에 놓으세요. 거기에서 두 번째 파일을 고르고 확인합니다.',
    secondName: '두 번째 파일',
    secondEncoding: '두 번째 파일의 글자 인코딩',
    secondDelimiter: '두 번째 파일의 열 구분',
    secondHeaderLine: '두 번째 파일의 제목 줄',
    secondPart: '두 번째 파일 안의 표',
    firstPart: '첫 번째',
    addPair: '같은 값을 갖는 열 더하기',
    removePair: (place) => `${place}번째 짝 빼기`,
    join: '두 번째 파일 붙이기',
    withoutSecond: '두 번째 파일 없이',
    chooseSecond: '이런 파일은 두 번째 파일과 함께 가져옵니다. 그 파일을 고르세요.',
    chooseFirst: '두 번째 파일 고르기',
    keyHere: '이 파일의 키',
    keyThere: (file) => `${file}의 키`,
    bring: (file) => `${file}에서 가져올 열`,
    several: '짝이 여럿이고 서로 다르면',
    severalRules: { refuse: '그 행을 제외', first: '첫 번째를 사용' },
    line: '줄',
    lines: '줄',
    skipped: '제외',
    notInRecord: '없음',
  },
};
