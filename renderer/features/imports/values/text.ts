import type { mergedMeanings } from '../../../../shared/import/columns.ts';
import type { YieldScale } from '../../../../shared/import/yield-choice.ts';
import type { Language } from '../../../../shared/text/labels.ts';

export interface ValuesText {
  askColumnDate: (column: string, sample: string) => string;
  askColumnNumber: (column: string, sample: string) => string;
  askPercent: (column: string, sample: string) => string;
  percent: Record<string, string>;
  letterM: Record<string, string>;
  askUnit: (column: string, sample: string) => string;
  /** Columns with an example each. */
  askTimes: (columns: string) => string;
  inUnit: (unit: string) => string;
  eachItsOwn: string;
  clockUnits: Record<string, string>;
  askNothing: (column: string, sample: string) => string;
  askNoDate: (column: string, sample: string) => string;
  nothing: Record<string, string>;
  askMerged: (column: string, sample: string, rows: { from: string; to: string; file: string | null }) => string;
  merged: Record<string, string>;
  askReasons: (first: string, last: string) => string;
  reasons: Record<string, string>;
  mergedCells: string;
  mergedCount: Record<(typeof mergedMeanings)[number], string>;
  askReversals: (column: string, sample: string) => string;
  reversals: Record<string, string>;
  askAlone: (sample: string) => string;
  alone: Record<string, string>;
  askSameHeading: (heading: string, samples: string) => string;
  sameHeading: (column: string) => string;
  askDoubtful: Record<'shortened' | 'otherUnit' | 'share', (column: string, sample: string) => string>;
  notRead: string;
  readAsItStands: string;
  askPieces: (column: string, sample: string) => string;
  pieces: string;
  noPieces: string;
  askRate: (made: string, rate: string, sample: string) => string;
  rateApart: (made: string) => string;
  byRate: Record<'good' | 'scrap', (made: string, rate: string) => string>;
  askLeftOver: (made: string, good: string) => string;
  leftOver: (made: string, good: string) => string;
  leftOut: (made: string) => string;
  askScrapWithin: (made: string, scrap: string) => string;
  scrapWithin: (made: string, scrap: string) => string;
  scrapApart: string;
  askKinds: (column: string, texts: string) => string;
  byKind: string;
  allGood: string;
  askCounter: (column: string, sample: string) => string;
  counter: Record<string, string>;
  askYield: (size: string) => string;
  timesYield: Record<YieldScale, (size: string, share: string) => string>;
  noYield: string;
  askZone: (column: string, sample: string) => string;
  askOffset: (column: string, sample: string) => string;
  asWritten: string;
  askFileName: (name: string) => string;
  firstOf: (date: string) => string;
  askTimesOn: (column: string, sample: string) => string;
  timesOn: Record<string, string>;
  counted: Record<string, string>;
  columnsTitle: string;
  columnOf: (column: string) => string;
  asRest: (column: string) => string;
  another: string;
  anotherHint: string;
  notSaid: string;
  unit: string;
  unitHint: string;
  percentSign: string;
  alsoNothing: string;
  dateFormat: string;
  asFile: string;
  fileNameDate: string;
  fileNameDateHint: string;
  writtenIn: string;
  writtenInHint: string;
  askRunIs: string;
  runIs: Record<'startToEnd' | 'nothing', string>;
  runIsHint: string;
  timesRunOn: string;
  timesBeside: string;
  timesBesideUnsaid: string;
  timesRunOnHint: string;
}

export const text: Record<Language, ValuesText> = {
  en: {
    askColumnDate: (column, sample) => `Which day is ${sample} in ${column}?`,
    askColumnNumber: (column, sample) => `How much is ${sample} in ${column}?`,
    askPercent: (column, sample) => `What is ${sample} in ${column}?`,
    percent: { share: 'A share of one: 12.5 % is 0.125', number: 'The number as it stands: 12.5 % is 12.5' },
    letterM: { millions: 'Millions: 1.5M is 1,500,000', metres: 'Metres: 1.5m is one and a half metres' },
    askTimes: (columns) => `What do the times in ${columns} count in?`,
    askUnit: (column, sample) => `What does ${column} count in? It has ${sample}, and others.`,
    inUnit: (unit) => `In ${unit}; what converts into it is converted`,
    eachItsOwn: 'Each row keeps its own unit',
    clockUnits: {
      'h:mm': 'Hours and minutes',
      'mm:ss': 'Minutes and seconds',
      'h.mm': 'Hours and minutes: 7.45 is 7 hours 45 minutes',
      'mm.ss': 'Minutes and seconds: 7.45 is 7 minutes 45 seconds',
      min: 'Minutes',
      h: 'Hours',
      s: 'Seconds',
    },
    askNothing: (column, sample) => `Was ${sample} measured in ${column}?`,
    askNoDate: (column, sample) => `Is ${sample} a date in ${column}?`,
    nothing: {
      number: 'Yes, it is a number like the others',
      date: 'Yes, it is read as it stands',
      none: 'No, it stands for nothing recorded',
    },
    askMerged: (column, sample, { from, to, file }) =>
      `${sample} in ${column} is merged over rows ${from} to ${to}${file === null ? '' : ` of ${file}`}. Does it count for each of them?`,
    merged: {
      each: 'Yes, such cells count for every row that they reach into',
      first: 'No, for the first row only; the others are blank',
    },
    askReasons: (first, last) => `Columns ${first} to ${last} look as if each counted one reason. What do they count?`,
    reasons: {
      downMinutes: 'Minutes of downtime, each column those of one reason',
      defectQuantity: 'Defects, each column those of one reason',
      nothing: 'Nothing that is to be recorded',
    },
    mergedCells: 'Cells merged over several rows',
    mergedCount: { each: 'Count for each of them', first: 'Count for the first' },
    askReversals: (column, sample) => `Do rows with ${sample} in ${column} take back others?`,
    reversals: {
      aside: 'Yes: what they count is below zero, and they are set aside',
      kept: 'No, they are rows like any other',
    },
    askAlone: (sample) => `${sample} stands alone in its row. What does it say of the rows below?`,
    alone: {
      line: 'Their line',
      itemCode: 'Their item',
      site: 'Their site',
      shift: 'Their shift',
      operator: 'Their operator',
      orderNumber: 'Their work order',
      lotNumber: 'Their lot',
      nothing: 'Nothing that is to be recorded',
    },
    askSameHeading: (heading, samples) => `Several columns are called ${heading}. Which is meant? ${samples}`,
    sameHeading: (column) => `${column} is read`,
    askDoubtful: {
      shortened: (column, sample) =>
        `A spreadsheet has shortened numbers in ${column} (such as ${sample}), and several may have become one. Is it read?`,
      otherUnit: (column, units) =>
        `${column} counts in another unit than the good quantity (${units}), and they do not convert into each other. Is it read?`,
      share: (column, sample) =>
        `${column} has fractions (such as ${sample}) beside whole good quantities: shares or percentages, perhaps. Is it read as a quantity?`,
    },
    notRead: 'No, it is not read',
    readAsItStands: 'Yes, as it stands',
    askPieces: (column, sample) => `Is each row one piece, of which ${column} says whether it was good (${sample})?`,
    pieces: 'Yes, each counts as one piece of what it says',
    noPieces: 'No, nothing is counted',
    askRate: (made, rate, sample) =>
      `Is ${made} all that was made, of which ${rate} (such as ${sample}) says how much was good?`,
    rateApart: (made) => `No, ${made} is what was good`,
    byRate: {
      good: (made, rate) => `Yes: good is ${made} times ${rate}, and scrap the rest`,
      scrap: (made, rate) => `Yes: scrap is ${made} times ${rate}, and good the rest`,
    },
    askLeftOver: (made, good) => `Is what ${good} leaves of ${made} scrap?`,
    leftOver: (made, good) => `Yes: scrap is ${made} less ${good}`,
    leftOut: (made) => `No, ${made} is not read`,
    askScrapWithin: (made, scrap) => `Does ${made} count what is in ${scrap} as well?`,
    scrapWithin: (made, scrap) => `Yes, it is all that was made: good is ${made} less ${scrap}`,
    scrapApart: 'No, it is what was good',
    askKinds: (column, texts) => `Does ${column} say what each row counts? ${texts}`,
    byKind: 'Yes: the quantity of a row is what stands there',
    allGood: 'No, the quantity of each row is good',
    askCounter: (column, sample) => `${column} goes up from row to row (${sample}). Does it count on?`,
    counter: {
      maximum: 'Yes, anew with each lot: the highest reading of a lot is its amount',
      differences: 'Yes: each row has what it grew by since the row before',
      amount: 'No, each row has an amount of its own',
    },
    askYield: (size) => `No column holds the good quantity. Is it ${size} times a yield?`,
    timesYield: {
      percent: (size, share) => `Yes: ${size} times ${share}, a percentage`,
      share: (size, share) => `Yes: ${size} times ${share}`,
    },
    noYield: 'No, nothing is read as the good quantity',
    askZone: (column, sample) => `By which clock are days counted? ${column} has ${sample}, which is UTC.`,
    askOffset: (column, sample) =>
      `By which clock are days counted? ${column} has ${sample}, as far from UTC in every row.`,
    asWritten: 'As it is written',
    askFileName: (name) => `Which date does ${name} say?`,
    firstOf: (date) => `${date} for all rows, as it names no day`,
    askTimesOn: (column, sample) => `What is the date beside ${sample} in ${column}?`,
    timesOn: { calendarDate: 'The calendar date of the start', productionDay: 'The production day' },
    counted: {
      'epoch-seconds': 'Seconds since 1970',
      'epoch-milliseconds': 'Milliseconds since 1970',
      'excel-serial': 'Spreadsheet days since 1900',
      'excel-serial-1904': 'Spreadsheet days since 1904',
    },
    columnsTitle: 'How single columns and file names are written',
    columnOf: (column) => `How ${column} is written`,
    asRest: (column) => `Read ${column} like the rest of the file`,
    another: 'Another column',
    anotherHint: 'Choose a column',
    notSaid: 'Nothing is said',
    unit: 'Unit of its numbers',
    unitHint: 'kg, pieces, h, min, h:mm; * for each row its own',
    percentSign: 'A percent sign means',
    alsoNothing: 'Not recorded, beside the usual',
    dateFormat: 'Date format of this column',
    asFile: 'As in the whole file',
    fileNameDate: 'Date in the name of the file',
    fileNameDateHint: 'Such as YYYYMMDD, for rows without a date',
    writtenIn: 'Stamps are written by the clock of',
    writtenInHint: 'the plant',
    askRunIs: 'What is the time from start to end?',
    runIs: { startToEnd: 'The run time is from start to end', nothing: 'Nothing that is to be added up' },
    runIsHint: 'Each row then has the minutes from its start to its end as run minutes.',
    timesRunOn: 'Times run on into the next day',
    timesBeside: 'The date beside times of day is',
    timesBesideUnsaid: 'Not said',
    timesRunOnHint: 'A time earlier than that of the row before, on the same line, is of the next day.',
  },
  ko: {
    askColumnDate: (column, sample) => `${column}의 ${sample}: 며칠입니까?`,
    askColumnNumber: (column, sample) => `${column}의 ${sample}: 얼마입니까?`,
    askPercent: (column, sample) => `${column}의 ${sample}: 무엇입니까?`,
    percent: { share: '비율: 12.5 %는 0.125', number: '적힌 수 그대로: 12.5 %는 12.5' },
    letterM: { millions: '백만: 1.5M은 1,500,000', metres: '미터: 1.5m은 1.5 미터' },
    askTimes: (columns) => `${columns}의 시간은 어떤 단위입니까?`,
    askUnit: (column, sample) => `${column}의 단위는 무엇입니까? ${sample} 등이 섞여 있습니다.`,
    inUnit: (unit) => `${unit}; 바꿀 수 있는 단위는 바꿉니다`,
    eachItsOwn: '행마다 적힌 단위 그대로',
    clockUnits: {
      'h:mm': '시간과 분',
      'mm:ss': '분과 초',
      'h.mm': '시간과 분: 7.45는 7시간 45분',
      'mm.ss': '분과 초: 7.45는 7분 45초',
      min: '분',
      h: '시간',
      s: '초',
    },
    askNothing: (column, sample) => `${column}의 ${sample}: 잰 값입니까?`,
    askNoDate: (column, sample) => `${column}의 ${sample}: 날짜입니까?`,
    nothing: {
      number: '예, 다른 값과 같은 수입니다',
      date: '예, 적힌 대로 읽습니다',
      none: '아니요, 기록이 없다는 뜻입니다',
    },
    askMerged: (column, sample, { from, to, file }) =>
      `${file === null ? '' : `${file} 파일에서 `}${column}의 ${sample} 칸은 ${from}행부터 ${to}행까지 병합되어 있습니다. 그 행마다 해당합니까?`,
    merged: {
      each: '예, 병합된 칸은 걸쳐 있는 모든 행에 해당합니다',
      first: '아니요, 첫 행에만 해당하고 나머지는 비어 있습니다',
    },
    askReasons: (first, last) =>
      `${first} 열부터 ${last} 열까지는 사유를 하나씩 센 것으로 보입니다. 무엇을 센 것입니까?`,
    reasons: {
      downMinutes: '열마다 한 가지 사유의 비가동 시간(분)',
      defectQuantity: '열마다 한 가지 사유의 불량 수',
      nothing: '기록하지 않을 내용',
    },
    mergedCells: '여러 행에 걸쳐 병합된 칸',
    mergedCount: { each: '모든 행에 해당', first: '첫 행에만 해당' },
    askReversals: (column, sample) => `${column} 값이 ${sample}인 행은 다른 행을 되돌리는 행입니까?`,
    reversals: { aside: '예, 수량이 0보다 작으므로 제외합니다', kept: '아니요, 다른 행과 같습니다' },
    askAlone: (sample) => `${sample}만 있는 행이 있습니다. 아래 행의 무엇을 알려 줍니까?`,
    alone: {
      line: '라인',
      itemCode: '품목',
      site: '사업장',
      shift: '근무조',
      operator: '작업자',
      orderNumber: '작업지시',
      lotNumber: '로트',
      nothing: '기록하지 않을 내용',
    },
    askSameHeading: (heading, samples) => `이름이 ${heading}인 열이 여럿입니다. 어느 열입니까? ${samples}`,
    sameHeading: (column) => `${column} 열을 읽습니다`,
    askDoubtful: {
      shortened: (column, sample) =>
        `${column} 열의 번호가 스프레드시트에서 줄어들어(예: ${sample}) 여러 번호가 하나로 되었을 수 있습니다. 읽습니까?`,
      otherUnit: (column, units) =>
        `${column} 열은 양품 수량과 단위가 다르고(${units}) 서로 환산되지 않습니다. 읽습니까?`,
      share: (column, sample) =>
        `양품 수량은 정수인데 ${column} 열에는 소수(예: ${sample})가 있어 비율일 수 있습니다. 수량으로 읽습니까?`,
    },
    notRead: '아니요, 읽지 않습니다',
    readAsItStands: '예, 적힌 대로 읽습니다',
    askPieces: (column, sample) => `행마다 제품 하나이고, 양품 여부는 ${column}(${sample})에 있습니까?`,
    pieces: '예, 행마다 적힌 대로 하나씩 셉니다',
    noPieces: '아니요, 세는 것이 없습니다',
    askRate: (made, rate, sample) => `${made} 수량은 만든 것 전부이고, 그중 양품은 ${rate}(${sample})로 계산합니까?`,
    rateApart: (made) => `아니요, ${made} 수량이 양품입니다`,
    byRate: {
      good: (made, rate) => `예: 양품은 ${made} × ${rate}, 나머지는 불량`,
      scrap: (made, rate) => `예: 불량은 ${made} × ${rate}, 나머지는 양품`,
    },
    askLeftOver: (made, good) => `불량은 ${made} − ${good}입니까?`,
    leftOver: (made, good) => `예, 나머지는 불량입니다: ${made} − ${good}`,
    leftOut: (made) => `아니요, ${made} 열은 읽지 않습니다`,
    askScrapWithin: (made, scrap) => `${made} 수량에 ${scrap} 수량도 들어 있습니까?`,
    scrapWithin: (made, scrap) => `예, 만든 것 전부입니다: 양품은 ${made} − ${scrap}`,
    scrapApart: '아니요, 양품만 센 것입니다',
    askKinds: (column, texts) => `${column} 열이 각 행의 수량이 무엇인지 알려 줍니까? ${texts}`,
    byKind: '예: 행의 수량은 그 열에 적힌 것입니다',
    allGood: '아니요, 모든 행의 수량이 양품입니다',
    askCounter: (column, sample) => `${column} 값은 행마다 늘어납니다(${sample}). 누적 계수입니까?`,
    counter: {
      maximum: '예, 로트마다 새로 셉니다: 로트의 가장 큰 값이 그 로트의 수량입니다',
      differences: '예: 앞 행보다 늘어난 만큼이 그 행의 수량입니다',
      amount: '아니요, 행마다 따로 적은 수량입니다',
    },
    askYield: (size) => `양품 수량 열이 없습니다. ${size}에 수율을 곱한 값입니까?`,
    timesYield: {
      percent: (size, share) => `예: ${size} × ${share}(퍼센트)`,
      share: (size, share) => `예: ${size} × ${share}`,
    },
    noYield: '아니요, 양품 수량으로 읽을 것이 없습니다',
    askZone: (column, sample) => `어느 시계로 날을 셉니까? ${column}의 시각은 UTC입니다(${sample}).`,
    askOffset: (column, sample) => `어느 시계로 날을 셉니까? ${column}의 UTC 시차가 모든 행에서 같습니다(${sample}).`,
    asWritten: '적힌 그대로',
    askFileName: (name) => `${name}: 어느 날짜입니까?`,
    firstOf: (date) => `날이 적혀 있지 않아 모든 행이 ${date}`,
    askTimesOn: (column, sample) => `${column}의 ${sample} 옆에 있는 날짜는 무엇입니까?`,
    timesOn: { calendarDate: '시작한 달력 날짜', productionDay: '생산일' },
    counted: {
      'epoch-seconds': '1970년부터의 초',
      'epoch-milliseconds': '1970년부터의 밀리초',
      'excel-serial': '1900년부터의 스프레드시트 날수',
      'excel-serial-1904': '1904년부터의 스프레드시트 날수',
    },
    columnsTitle: '열과 파일 이름이 적힌 방식',
    columnOf: (column) => `${column} 열이 적힌 방식`,
    asRest: (column) => `${column} 열을 나머지와 같이 읽기`,
    another: '다른 열',
    anotherHint: '열 선택',
    notSaid: '정하지 않음',
    unit: '수의 단위',
    unitHint: 'kg, pieces, h, min, h:mm; 행마다 다르면 *',
    percentSign: '퍼센트 기호의 뜻',
    alsoNothing: '기록 없음으로 볼 값',
    dateFormat: '이 열의 날짜 형식',
    asFile: '파일 전체와 같음',
    fileNameDate: '파일 이름의 날짜',
    fileNameDateHint: '날짜가 없는 행에 씁니다. 예: YYYYMMDD',
    writtenIn: '시각을 적은 시계',
    writtenInHint: '공장',
    askRunIs: '시작부터 종료까지의 시간은 무엇입니까?',
    runIs: { startToEnd: '시작부터 종료까지가 가동 시간', nothing: '합산할 것이 아님' },
    runIsHint: '각 행의 시작부터 종료까지의 분이 가동 시간이 됩니다.',
    timesRunOn: '시각이 다음 날로 이어짐',
    timesBeside: '시각 옆의 날짜는',
    timesBesideUnsaid: '정하지 않음',
    timesRunOnHint: '같은 라인에서 앞 행보다 이른 시각은 다음 날입니다.',
  },
};
