import type { TouchRule } from '../../../shared/contract/lots.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';

/** The words of the Lots screen. Counts, dates and names come already written out. */
export interface LotsText {
  title: string;
  find: string;
  findHint: string;
  clearFind: string;
  found: string;
  newestLots: string;
  amongNewest: (records: string) => string;
  cutOff: (lots: string) => string;
  noneFound: (part: string) => string;
  noneFoundHint: string;
  noneAtAll: string;
  noneAtAllHint: string;
  noneAmongNewest: (records: string) => string;
  noneAmongNewestHint: string;
  choose: string;
  chooseHint: string;
  lot: (lot: string) => string;
  records: (count: string, isOne: boolean) => string;
  showRecords: string;
  mixedUnits: string;
  totals: string;
  timeline: string;
  timelineHint: string;
  firstOf: (shown: string, all: string) => string;
  when: string;
  reasons: string;
  openRecord: string;
  corrected: string;
  minutes: string;
  record: string;
  defectsBy: string;
  downtimeBy: string;
  noDefects: string;
  noDowntime: string;
  notRecorded: string;
  origin: string;
  originHint: string;
  orders: string;
  noOrder: string;
  crews: string;
  files: string;
  file: (batch: string, file: string) => string;
  lines: (first: string, last: string) => string;
  line: (line: string) => string;
  changes: string;
  changedRecord: (when: string) => string;
  unchanged: string;
  neighbours: string;
  neighboursHint: string;
  before: string;
  after: string;
  thisLot: string;
  noneBefore: string;
  noneAfter: string;
  noLine: string;
  alike: string;
  alikeRule: (item: string, line: string, dates: string) => string;
  alikeCompared: (count: string, isOne: boolean) => string;
  alikeDistance: string;
  alikeDistanceHint: string;
  noneAlike: string;
  noYield: string;
  yieldChange: string;
  points: (points: string) => string;
  touched: string;
  touchedHint: string;
  rules: Record<TouchRule, string>;
  ruleWords: {
    line: (lines: string, dates: string) => string;
    order: (orders: string) => string;
    crew: (crews: string, dates: string) => string;
  };
  crew: (operator: string, shift: string) => string;
  notApplicable: Record<TouchRule, string>;
  lotsFound: (count: string, isOne: boolean) => string;
  withoutLot: (count: string, isOne: boolean) => string;
  noneTouched: string;
  firstShown: (count: string) => string;
  export: string;
  exporting: string;
  exported: (rows: string, file: string) => string;
  touching: string;
  dates: string;
}

export const text: Record<Language, LotsText> = {
  en: {
    title: 'Lots',
    find: 'Find a lot',
    findHint: 'Any part of its number',
    clearFind: 'Clear the search',
    found: 'Lots found',
    newestLots: 'The newest lots',
    amongNewest: (records) => `Among the newest ${records} records. Three letters search all of them.`,
    cutOff: (lots) => `The first ${lots} are shown. Type more of the number to find others.`,
    noneFound: (part) => `No lot number contains '${part}'`,
    noneFoundHint: 'It may be written otherwise in the records. A shorter part finds more.',
    noneAtAll: 'No record has a lot number',
    noneAtAllHint: 'A column can be read as the lot when a file is imported.',
    noneAmongNewest: (records) => `None of the newest ${records} records has a lot number`,
    noneAmongNewestHint: 'Three letters of a number search all records.',
    choose: 'Choose a lot',
    chooseHint:
      'Its whole story then stands here: when and where it was made, what went wrong, and what else was touched.',
    lot: (lot) => `Lot ${lot}`,
    records: (count, isOne) => `${count} ${isOne ? 'record' : 'records'}`,
    showRecords: 'Show its records',
    mixedUnits: 'Several units are added together',
    totals: 'Totals of the lot',
    timeline: 'What happened, in order',
    timelineHint: 'Every record of the lot; choose one to see all of it and the line of the file it came from',
    firstOf: (shown, all) => `The first ${shown} of ${all} records; the totals are of all`,
    when: 'When',
    reasons: 'Defects and downtime by reason',
    openRecord: 'Open the record of',
    corrected: 'changed since',
    minutes: 'min',
    record: 'Record',
    defectsBy: 'Defects by reason',
    downtimeBy: 'Downtime by reason',
    noDefects: 'No defect is recorded.',
    noDowntime: 'No downtime is recorded.',
    notRecorded: 'not recorded',
    origin: 'Where it comes from',
    originHint: 'Orders, people, files, and what was corrected',
    orders: 'Work orders',
    noOrder: 'No work order is recorded.',
    crews: 'Operators and shifts',
    files: 'Files',
    file: (batch, file) => `Import ${batch}, ${file}`,
    lines: (first, last) => `lines ${first} to ${last}`,
    line: (line) => `line ${line}`,
    changes: 'What was corrected',
    changedRecord: (when) => `Record of ${when}`,
    unchanged: 'No import changed it.',
    neighbours: 'Made next to it',
    neighboursHint: 'The lots before and after it on the same line, the nearest beside it',
    before: 'Before',
    after: 'After',
    thisLot: 'this lot',
    noneBefore: 'None before',
    noneAfter: 'None after',
    noLine: 'No line is recorded.',
    alike: 'Lots like it',
    alikeRule: (item, line, dates) =>
      `Lots of ${item} on ${line}, ${dates}. The nearer, the less their share of defects differs, reason by reason.`,
    alikeCompared: (count, isOne) => `${count} ${isOne ? 'lot' : 'lots'} compared`,
    alikeDistance: 'Apart',
    alikeDistanceHint: 'The difference of the shares of each reason, added up',
    noneAlike: 'No other lot of the item was made on this line in these days.',
    noYield: 'Good and defects have to be recorded with an item and a line for lots to be compared.',
    yieldChange: 'Against this lot',
    points: (points) => `${points} points`,
    touched: 'What else was touched',
    touchedHint: 'The lots to look at should this one have to be recalled',
    rules: { line: 'Same lines', order: 'Same order', crew: 'Same operator and shift' },
    ruleWords: {
      line: (lines, dates) => `Lots on ${lines}, ${dates}`,
      order: (orders) => `Lots with records of the order ${orders}, whenever they were made`,
      crew: (crews, dates) => `Lots that ${crews} worked on, ${dates}`,
    },
    crew: (operator, shift) => `${operator} (${shift})`,
    notApplicable: {
      line: 'No line is recorded for this lot.',
      order: 'No work order is recorded for this lot.',
      crew: 'Operator and shift are not recorded together for this lot.',
    },
    lotsFound: (count, isOne) => `${count} ${isOne ? 'lot' : 'lots'}`,
    withoutLot: (count, isOne) =>
      `${count} more ${isOne ? 'record has' : 'records have'} no lot number, and cannot be told apart here.`,
    noneTouched: 'No other lot.',
    firstShown: (count) => `The first ${count} are shown; the file holds all of them.`,
    export: 'Export as CSV',
    exporting: 'Writing…',
    exported: (rows, file) => `${rows} lots written to ${file}`,
    touching: 'Records touched',
    dates: 'Dates',
  },
  ko: {
    title: '로트',
    find: '로트 찾기',
    findHint: '번호의 일부',
    clearFind: '검색어 지우기',
    found: '찾은 로트',
    newestLots: '최근 로트',
    amongNewest: (records) => `최근 기록 ${records}건에서 찾았습니다. 세 글자부터 전체에서 찾습니다.`,
    cutOff: (lots) => `처음 ${lots}개만 표시됩니다. 번호를 더 입력하면 다른 로트를 찾습니다.`,
    noneFound: (part) => fitParticles(`'${part}'이(가) 들어 있는 로트 번호가 없습니다`),
    noneFoundHint: '기록에는 다르게 적혀 있을 수 있습니다. 더 짧게 입력하면 더 많이 찾습니다.',
    noneAtAll: '로트 번호가 있는 기록이 없습니다',
    noneAtAllHint: '파일을 가져올 때 로트로 읽을 열을 정할 수 있습니다.',
    noneAmongNewest: (records) => `최근 기록 ${records}건에는 로트 번호가 없습니다`,
    noneAmongNewestHint: '번호를 세 글자 이상 입력하면 전체 기록에서 찾습니다.',
    choose: '로트를 선택하세요',
    chooseHint: '언제 어디서 만들었는지, 무엇이 잘못되었는지, 무엇에 더 영향이 있는지 여기에 표시됩니다.',
    lot: (lot) => `로트 ${lot}`,
    records: (count) => `기록 ${count}건`,
    showRecords: '기록 보기',
    mixedUnits: '여러 단위가 함께 더해졌습니다',
    totals: '로트 합계',
    timeline: '시간 순서대로',
    timelineHint: '로트의 모든 기록입니다. 선택하면 전체 내용과 파일의 줄이 표시됩니다',
    firstOf: (shown, all) => `기록 ${all}건 중 처음 ${shown}건입니다. 합계는 전체 기준입니다`,
    when: '시각',
    reasons: '사유별 불량과 비가동',
    openRecord: '기록 열기:',
    corrected: '변경됨',
    minutes: '분',
    record: '기록',
    defectsBy: '사유별 불량',
    downtimeBy: '사유별 비가동',
    noDefects: '기록된 불량이 없습니다.',
    noDowntime: '기록된 비가동이 없습니다.',
    notRecorded: '기록 없음',
    origin: '출처',
    originHint: '작업 지시, 작업자, 파일, 수정된 내용',
    orders: '작업 지시',
    noOrder: '기록된 작업 지시가 없습니다.',
    crews: '작업자와 근무조',
    files: '파일',
    file: (batch, file) => `가져오기 ${batch}, ${file}`,
    lines: (first, last) => `${first}~${last}행`,
    line: (line) => `${line}행`,
    changes: '수정된 내용',
    changedRecord: (when) => `${when} 기록`,
    unchanged: '가져오기로 변경된 것이 없습니다.',
    neighbours: '앞뒤 로트',
    neighboursHint: '같은 라인에서 바로 앞뒤에 만든 로트',
    before: '앞',
    after: '뒤',
    thisLot: '이 로트',
    noneBefore: '앞에 없음',
    noneAfter: '뒤에 없음',
    noLine: '기록된 라인이 없습니다.',
    alike: '비슷한 로트',
    alikeRule: (item, line, dates) =>
      `${line}에서 만든 ${item} 로트, ${dates}. 사유별 불량 비율의 차이가 작을수록 가깝습니다.`,
    alikeCompared: (count) => `로트 ${count}개 비교`,
    alikeDistance: '차이',
    alikeDistanceHint: '사유별 비율의 차이를 더한 값',
    noneAlike: '이 기간에 이 라인에서 같은 품목으로 만든 다른 로트가 없습니다.',
    noYield: '비교하려면 양품, 불량, 품목, 라인이 기록되어 있어야 합니다.',
    yieldChange: '이 로트와 비교',
    points: (points) => `${points}%p`,
    touched: '함께 살펴볼 로트',
    touchedHint: '이 로트를 회수해야 한다면 함께 확인할 로트입니다',
    rules: { line: '같은 라인', order: '같은 작업 지시', crew: '같은 작업자와 근무조' },
    ruleWords: {
      line: (lines, dates) => `${lines}에서 만든 로트, ${dates}`,
      order: (orders) => `작업 지시 ${orders}의 기록이 있는 로트, 기간과 관계없이`,
      crew: (crews, dates) => fitParticles(`${crews}이(가) 작업한 로트, ${dates}`),
    },
    crew: (operator, shift) => `${operator} (${shift})`,
    notApplicable: {
      line: '이 로트에는 라인이 기록되어 있지 않습니다.',
      order: '이 로트에는 작업 지시가 기록되어 있지 않습니다.',
      crew: '이 로트에는 작업자와 근무조가 함께 기록되어 있지 않습니다.',
    },
    lotsFound: (count) => `로트 ${count}개`,
    withoutLot: (count) => `로트 번호가 없는 기록이 ${count}건 더 있으며 여기서는 구분할 수 없습니다.`,
    noneTouched: '다른 로트가 없습니다.',
    firstShown: (count) => `처음 ${count}개만 표시됩니다. 파일에는 모두 들어 있습니다.`,
    export: 'CSV로 내보내기',
    exporting: '쓰는 중…',
    exported: (rows, file) => `로트 ${rows}개를 ${file}에 썼습니다`,
    touching: '해당 기록',
    dates: '기간',
  },
};
