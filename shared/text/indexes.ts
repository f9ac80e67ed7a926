import type { IndexFinding, indexOrigins, indexServices, Proposal, StoreIndex } from '../contract/indexes.ts';
import type { Language } from './labels.ts';
import { shapeWords } from './shapes.ts';

/** Words for indexes, on the screen, in the command line and in the documentation. */
export interface IndexWords {
  /** What an index of the program's own list is for, by its name. */
  purposes: Record<string, string>;
  /** What the index of a table's key or UNIQUE column is for. */
  constraint(table: string): string;
  advised(shape: string): string;
  other: string;
  origins: Record<(typeof indexOrigins)[number], string>;
  serves: Record<(typeof indexServices)[number], string>;
  finding(finding: IndexFinding, date: (instant: string) => string): string;
  verdict(proposal: Pick<Proposal, 'verdict' | 'tried' | 'better'>): string;
}

const en: IndexWords = {
  purposes: {
    records_by_day: 'Pages of records in order of date, the rollups of a day, and every question over a range of days',
    records_by_lot: 'A lot, and lots that begin with a text',
    record_search: 'Any three letters or more of a lot, an order or a note',
    record_changes_by_record_batch: 'What a record was before a later import updated it',
    job_history_by_time: 'The latest jobs',
  },
  constraint: (table) => `Keeps every text of ${table} once, and finds it when files are read`,
  advised: (shape) => (shape === '' ? 'Made on advice' : `Made on advice for: ${shape}`),
  other: 'Made by another program',
  origins: { 'built-in': 'built in', constraint: 'constraint', advised: 'advised', other: 'other program' },
  serves: {
    imports: 'imports and rollups',
    undo: 'undoing an import',
    history: 'the list of jobs',
    constraint: 'a constraint',
  },
  finding(finding, date) {
    switch (finding.code) {
      case 'same':
        return `The same as ${finding.other}: one of the two is kept up for nothing.`;
      case 'beginning':
        return `${finding.other} begins with the same columns and can do its work.`;
      case 'unused':
        return `No question went by it since ${date(finding.since)}.`;
      case 'missing':
        return `Not in ${finding.partitions.join(', ')}; it is made there when the store is opened again.`;
    }
  },
  verdict({ verdict, tried, better }) {
    switch (verdict) {
      case 'otherBetter':
        return `Needless beside ${better}, which is the better of the two.`;
      case 'worthIt':
        return tried.length === 1 ? 'Worth it.' : 'Worth it: no question took longer.';
      case 'tooLittle':
        return 'Saves too little to be worth its room.';
      case 'slower':
        return 'Makes a question slower: not worth it.';
      case 'notTaken':
        return 'No question would go by it: its filters are not narrow enough.';
      case 'unused':
        return 'Nothing needs it: taking it away gives its room back.';
    }
  },
};

const ko: IndexWords = {
  purposes: {
    records_by_day: '날짜순 기록 화면, 하루의 롤업, 기간에 대한 모든 질문',
    records_by_lot: '로트 하나, 또는 어떤 글자로 시작하는 로트들',
    record_search: '로트, 작업지시, 비고에 들어 있는 세 글자 이상의 글',
    record_changes_by_record_batch: '나중 가져오기가 바꾸기 전의 기록',
    job_history_by_time: '최근 작업',
  },
  constraint: (table) => `${table}의 글을 하나씩만 두고, 파일을 읽을 때 찾습니다`,
  advised: (shape) => (shape === '' ? '권고에 따라 만듦' : `권고에 따라 만듦: ${shapeWords.ko(shape)}`),
  other: '다른 프로그램이 만듦',
  origins: { 'built-in': '기본', constraint: '제약', advised: '권고', other: '다른 프로그램' },
  serves: { imports: '가져오기와 롤업', undo: '가져오기 취소', history: '작업 목록', constraint: '제약' },
  finding(finding, date) {
    switch (finding.code) {
      case 'same':
        return `${finding.other} 색인과 같습니다. 둘 중 하나는 쓸모없이 유지됩니다.`;
      case 'beginning':
        return `${finding.other} 색인이 같은 열로 시작하므로 그 일을 대신할 수 있습니다.`;
      case 'unused':
        return `${date(finding.since)} 이후로 이 색인을 쓴 질문이 없습니다.`;
      case 'missing':
        return `${finding.partitions.join(', ')}에 없습니다. 저장소를 다시 열 때 만들어집니다.`;
    }
  },
  verdict({ verdict, tried, better }) {
    switch (verdict) {
      case 'otherBetter':
        return `더 나은 ${better} 색인이 있어 필요 없습니다.`;
      case 'worthIt':
        return tried.length === 1 ? '만들 만합니다.' : '만들 만합니다. 더 느려진 질문이 없습니다.';
      case 'tooLittle':
        return '차지하는 공간에 비해 아끼는 시간이 적습니다.';
      case 'slower':
        return '느려지는 질문이 있어 만들 만하지 않습니다.';
      case 'notTaken':
        return '이 색인을 쓸 질문이 없습니다. 필터가 충분히 좁지 않습니다.';
      case 'unused':
        return '쓰이지 않습니다. 없애면 공간이 돌아옵니다.';
    }
  },
};

export const indexWords: Record<Language, IndexWords> = { en, ko };

/** What an index is for, in a sentence without its full stop. */
export function purposeOf(
  words: IndexWords,
  { name, table, origin, shape }: Pick<StoreIndex, 'name' | 'table' | 'origin' | 'shape'>,
): string {
  if (origin === 'constraint') return words.constraint(table);
  if (origin === 'advised') return words.advised(shape ?? '');
  return words.purposes[name] ?? words.other;
}
