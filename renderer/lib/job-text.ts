import type { Job } from '../../shared/contract/schemas.ts';
import type { ErrorCode } from '../../shared/lib/app-error.ts';
import type { Language } from '../../shared/text/labels.ts';
import { fitParticles } from '../../shared/text/particles.ts';
import { toldIn } from '../../shared/text/told/told.ts';

type Counts = Record<string, string>;

/** Words of jobs: what they do, how they go and what came of them. Counts come already written out. */
export interface JobText {
  title: Record<Job['kind'], (subject: string) => string>;
  /** Of the service's phases; what is not here is shown as the service says it. */
  phases: Record<string, string>;
  queued: string;
  ofTotal: (done: string, total: string, unit: Job['unit']) => string;
  soFar: (done: string, unit: Job['unit']) => string;
  rate: (perSecond: string, unit: Job['unit']) => string;
  timeLeft: (time: string) => string;
  cancel: string;
  cancelling: string;
  close: string;
  state: Record<Job['state'], string>;
  cancelled: string;
  /** A sentence of the service; null where not all of it is known in the language. */
  tell: (message: string) => string | null;
  /** Why a job failed, by its code; null where the service speaks the language itself. */
  failures: Record<ErrorCode, string> | null;
  outcome: {
    import: (counts: Counts) => string;
    undo: (counts: Counts) => string;
    archive: (counts: Counts) => string;
    importReopened: (counts: Counts) => string;
    rollOver: (counts: Counts) => string;
    rollOverNothing: string;
    reopen: (counts: Counts) => string;
    rebuilt: (counts: Counts) => string;
    rebuiltReadable: (counts: Counts) => string;
    rebuiltLacking: (counts: Counts) => string;
    accepted: (counts: Counts) => string;
    vacuum: (counts: Counts) => string;
    vacuumNothing: string;
    vacuumLogInUse: string;
    sound: (counts: Counts) => string;
    unsound: string;
    quickCheck: (counts: Counts) => string;
    optimise: (counts: Counts) => string;
    sample: (counts: Counts) => string;
    export: (counts: Counts) => string;
    backup: (counts: Counts) => string;
    drill: (counts: Counts) => string;
    drillFailed: (counts: Counts) => string;
    restore: (counts: Counts) => string;
    restoreWaits: (counts: Counts) => string;
    failover: (counts: Counts) => string;
    failoverWaits: (counts: Counts) => string;
    reread: (counts: Counts) => string;
    rereadSame: string;
    notAsSealed: (counts: Counts) => string;
    advise: (counts: Counts) => string;
    applyIndex: (counts: Counts) => string;
    revertIndex: (counts: Counts) => string;
  };
}

const unitsEn: Record<Job['unit'], string> = {
  rows: 'rows',
  bytes: 'bytes',
  pages: 'pages',
  records: 'records',
  steps: 'steps',
};
const unitsKo: Record<Job['unit'], string> = {
  rows: '행',
  bytes: '바이트',
  pages: '페이지',
  records: '건',
  steps: '단계',
};

/** A count that is written out, with what is counted. */
const some = (count = '', one: string, many = `${one}s`) => `${count} ${count === '1' ? one : many}`;
const are = (count = '') => (count === '1' ? 'is' : 'are');

function importedEn({ inserted, updated, unchanged, rejected, rounded = '0' }: Counts): string {
  const counted = `${inserted} new, ${updated} updated, ${unchanged} unchanged, ${rejected} set aside`;
  return rounded === '0' ? counted : `${counted}, ${some(rounded, 'value')} rounded to a millionth`;
}

function importedKo({ inserted, updated, unchanged, rejected, rounded = '0' }: Counts): string {
  const counted = `새 기록 ${inserted}, 고침 ${updated}, 그대로 ${unchanged}, 제외 ${rejected}`;
  return rounded === '0' ? counted : `${counted}, 값 ${rounded}개를 백만분의 일로 반올림`;
}

export const jobText: Record<Language, JobText> = {
  en: {
    title: {
      import: (subject) => `Import ${subject}`,
      sample: () => 'Make the sample plant',
      undo: (subject) => `Undo the import of ${subject}`,
      archive: (subject) => `Archive ${subject}`,
      rollOver: () => 'Roll over to archives',
      reopen: (subject) => `Reopen ${subject}`,
      rebuildArchive: (subject) => `Rebuild ${subject}`,
      acceptArchive: (subject) => `Use ${subject} as it is`,
      vacuum: () => 'Compact the store',
      integrity: () => 'Check integrity',
      quickCheck: () => 'Look at the live file after an unexpected end',
      optimise: () => 'Optimise',
      export: (subject) => `Export ${subject}`,
      backup: (subject) => `Back up to ${subject}`,
      drill: () => 'Try to restore the newest backup',
      restore: () => 'Restore a backup',
      failover: () => 'Fail over to the standby',
      reread: () => 'Read anew what another program wrote',
      advise: () => 'Try indexes on a copy',
      applyIndex: (subject) => `Make the index ${subject}`,
      revertIndex: (subject) => `Take the index ${subject} away`,
    },
    phases: {},
    queued: 'Waits for the job before',
    ofTotal: (done, total, unit) => `${done} of ${total} ${unitsEn[unit]}`,
    soFar: (done, unit) => `${done} ${unitsEn[unit]}`,
    rate: (perSecond, unit) => `${perSecond} ${unitsEn[unit]}/s`,
    timeLeft: (time) => `${time} left`,
    cancel: 'Cancel',
    cancelling: 'Stopping…',
    close: 'Close this message',
    state: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
    cancelled: 'Cancelled; nothing was kept of it.',
    tell: (message) => message,
    failures: null,
    outcome: {
      import: (counts) => importedEn(counts),
      undo: ({ removed, restored = '0' }) =>
        restored === '0'
          ? `${some(removed, 'record')} removed`
          : `${some(removed, 'record')} removed, ${restored} put back as before`,
      archive: ({ records, archive }) => `${some(records, 'record')} ${are(records)} now in ${archive}`,
      importReopened: (counts) => `${importedEn(counts)}; ${counts.reopened} was reopened for it`,
      rollOver: ({ records, archives }) => `${some(records, 'record')} ${are(records)} now in ${archives}`,
      rollOverNothing: 'There was nothing that the rule sends to an archive',
      reopen: ({ records, archive }) =>
        `${some(records, 'record')} of ${archive} ${are(records)} in the live file again`,
      rebuilt: ({ archive, records }) => `${archive} is whole again: ${some(records, 'record')}`,
      rebuiltReadable: ({ archive, records }) =>
        `${archive} was rebuilt from what could be read: ${some(records, 'record')}, of which single values may differ`,
      rebuiltLacking: ({ archive, records, lost }) =>
        `${archive} was rebuilt: ${some(records, 'record')}, ${lost} ${are(lost)} lost`,
      accepted: ({ archive, records }) => `${archive} is used as it is: ${some(records, 'record')}`,
      vacuum: ({ bytesFreed, bytesAfter }) => `${bytesFreed} given back; the live file has ${bytesAfter}`,
      vacuumNothing: 'There was no free space to give back',
      vacuumLogInUse:
        'The live file was compacted; its log is given back once the other program that reads it has stopped',
      unsound: 'Damage was found; no record was changed.',
      sound: ({ records, partitions }) => `All is sound: ${some(records, 'record')} in ${some(partitions, 'file')}`,
      quickCheck: ({ tables }) => `The live file is whole: its ${tables} tables fit together`,
      optimise: ({ indexes }) => `The keys of ${some(indexes, 'index', 'indexes')} were counted anew`,
      sample: ({ records }) => `${some(records, 'record')} made`,
      export: ({ rows, fileName }) => `${some(rows, 'row')} written to ${fileName}`,
      backup: ({ records, bytesWritten }) =>
        `${some(records, 'record')} ${are(records)} backed up; ${bytesWritten} were new`,
      drill: ({ records }) => `The newest backup can be restored: ${some(records, 'record')}, every sum as it was`,
      drillFailed: ({ madeAt }) =>
        `The backup of ${madeAt} cannot be restored. Make a whole new one, and check the disk of the backups.`,
      restore: ({ records, aside }) => `${some(records, 'record')} restored; the files of before are in ${aside}`,
      restoreWaits: ({ records }) =>
        `${some(records, 'record')} rebuilt and checked; ${are(records) === 'is' ? 'it takes' : 'they take'} the place of the store when Throughline is started again`,
      failover: ({ records, aside }) =>
        `The standby has taken the place of the store with ${some(records, 'record')}; the files of before are in ${aside}`,
      failoverWaits: ({ records }) =>
        `The standby is copied and checked: ${some(records, 'record')} ${are(records) === 'is' ? 'takes' : 'take'} the place of the store when Throughline is started again`,
      reread: ({ records, months }) =>
        `Another program wrote to the live file, or it was copied; its ${some(records, 'record')} in ${some(months, 'month')} were added up anew`,
      rereadSame: 'The archives were copied or touched, and are as they were sealed',
      notAsSealed: ({ notAsSealed }) =>
        `${notAsSealed} changed after sealing, or cannot be read; do not rely on it, and rebuild it from a backup`,
      advise: ({ proposals, worthIt }) => `${some(proposals, 'index', 'indexes')} tried, ${worthIt} worth it`,
      applyIndex: ({ files }) => `The index is in ${files === '1' ? 'the one file' : `all ${files} files`}`,
      revertIndex: ({ files }) =>
        files === '1'
          ? 'The index is no longer in the one file'
          : `The index is in none of the ${files} files any more`,
    },
  },
  ko: {
    title: {
      import: (subject) => `${subject} 가져오기`,
      sample: () => '예제 공장 만들기',
      undo: (subject) => `${subject} 가져오기 되돌리기`,
      archive: (subject) => `${subject}년 보관`,
      rollOver: () => '보관 파일로 넘기기',
      reopen: (subject) => `${subject} 다시 열기`,
      rebuildArchive: (subject) => `${subject} 다시 만들기`,
      acceptArchive: (subject) => `${subject} 그대로 쓰기`,
      vacuum: () => '저장소 압축',
      integrity: () => '무결성 검사',
      quickCheck: () => '비정상 종료 뒤 현재 파일 확인',
      optimise: () => '최적화',
      export: (subject) => `${subject} 내보내기`,
      backup: (subject) => `${subject}에 백업`,
      drill: () => '최근 백업 복원 시험',
      restore: () => '백업 복원',
      failover: () => '대기본으로 전환',
      reread: () => '다른 프로그램이 쓴 내용 다시 읽기',
      advise: () => '복사본에서 색인 시험',
      applyIndex: (subject) => `색인 ${subject} 만들기`,
      revertIndex: (subject) => `색인 ${subject} 없애기`,
    },
    phases: {
      reading: '읽는 중',
      comparing: '비교하는 중',
      'adding up': '집계하는 중',
      'looking at all rows': '모든 행을 살펴보는 중',
      writing: '쓰는 중',
      removing: '지우는 중',
      copying: '복사하는 중',
      salvaging: '읽을 수 있는 것을 옮기는 중',
      trying: '시험하는 중',
      'making the index': '색인을 만드는 중',
      'taking the index away': '색인을 없애는 중',
      verifying: '확인하는 중',
      'cutting over': '전환하는 중',
      'taking back': '되가져오는 중',
      compacting: '압축하는 중',
      checking: '검사하는 중',
      counting: '세는 중',
      generating: '만드는 중',
      restoring: '복원하는 중',
    },
    queued: '앞 작업을 기다리는 중',
    ofTotal: (done, total, unit) => `${total}${unitsKo[unit]} 중 ${done}`,
    soFar: (done, unit) => `${done}${unitsKo[unit]}`,
    rate: (perSecond, unit) => `초당 ${perSecond}${unitsKo[unit]}`,
    timeLeft: (time) => `${time} 남음`,
    cancel: '취소',
    cancelling: '멈추는 중…',
    close: '알림 닫기',
    state: { queued: '대기', running: '실행 중', done: '완료', failed: '실패', cancelled: '취소됨' },
    cancelled: '취소되었습니다. 남은 것이 없습니다.',
    tell: (message) => toldIn('ko', message),
    failures: {
      INVALID_QUERY: '질문이 잘못되었습니다.',
      INVALID_ARGUMENT: '값이 잘못되었습니다.',
      INVALID_PROFILE: '프로필이 잘못되었습니다.',
      NOT_FOUND: '찾을 수 없습니다.',
      FILE_UNREADABLE: '파일을 읽을 수 없습니다.',
      FILE_NOT_TABULAR: '표로 된 파일이 아닙니다.',
      STORE_UNUSABLE: '저장소를 쓸 수 없습니다.',
      STORE_IN_USE: '다른 프로그램이 쓰고 있습니다.',
      STORE_FROM_FUTURE: '더 새로운 버전에서 만든 저장소입니다.',
      STORE_ON_NETWORK: '네트워크에 있는 저장소는 쓸 수 없습니다.',
      NOT_UNDOABLE: '되돌릴 수 없습니다.',
      NOTHING_TO_ARCHIVE: '보관할 기록이 없습니다.',
      DISK_FULL: '디스크가 가득 찼습니다. 전에 저장한 것은 그대로입니다.',
      TOO_LARGE: '정확히 담기에는 너무 큽니다.',
      DAMAGED: '파일이 손상되었습니다.',
      CANCELLED: '취소되었습니다.',
      TIME_LIMIT: '시간 제한을 넘었습니다.',
      HELD: '결정을 기다립니다. 아무것도 저장하지 않았습니다.',
      UNEXPECTED: '예상하지 못한 오류가 났습니다.',
    },
    outcome: {
      import: (counts) => importedKo(counts),
      undo: ({ removed, restored = '0' }) =>
        restored === '0'
          ? `기록 ${removed}건을 지웠습니다`
          : `기록 ${removed}건을 지우고 ${restored}건을 이전으로 되돌렸습니다`,
      archive: ({ records, archive }) => fitParticles(`기록 ${records}건을 ${archive}(으)로 옮겼습니다`),
      importReopened: (counts) =>
        fitParticles(`${importedKo(counts)}. 이를 위해 ${counts.reopened}을(를) 다시 열었습니다`),
      rollOver: ({ records, archives }) => fitParticles(`기록 ${records}건을 ${archives}(으)로 옮겼습니다`),
      rollOverNothing: '규칙에 따라 보관할 기록이 없었습니다',
      reopen: ({ records, archive }) => `${archive}의 기록 ${records}건이 다시 현재 파일에 있습니다`,
      rebuilt: ({ archive, records }) => fitParticles(`${archive}이(가) 다시 온전합니다: 기록 ${records}건`),
      rebuiltReadable: ({ archive, records }) =>
        fitParticles(
          `${archive}을(를) 읽을 수 있던 것으로 다시 만들었습니다. 기록 ${records}건이 모두 있으나 일부 값이 다를 수 있습니다`,
        ),
      rebuiltLacking: ({ archive, records, lost }) =>
        fitParticles(`${archive}을(를) 다시 만들었습니다: 기록 ${records}건, 잃은 기록 ${lost}건`),
      accepted: ({ archive, records }) => fitParticles(`${archive}을(를) 그대로 씁니다: 기록 ${records}건`),
      vacuum: ({ bytesFreed, bytesAfter }) => `${bytesFreed}를 돌려주었습니다. 현재 파일은 ${bytesAfter}입니다`,
      vacuumNothing: '돌려줄 빈 공간이 없었습니다',
      vacuumLogInUse: '현재 파일을 압축했습니다. 로그 파일은 그것을 읽는 다른 프로그램이 끝나면 돌려줍니다',
      unsound: '손상된 곳이 있습니다. 기록은 바꾸지 않았습니다.',
      sound: ({ records, partitions }) => `이상 없음: 파일 ${partitions}개, 기록 ${records}건`,
      quickCheck: ({ tables }) => `현재 파일은 온전합니다: 표 ${tables}개가 서로 맞습니다`,
      optimise: ({ indexes }) => `색인 ${indexes}개의 키를 다시 세었습니다`,
      sample: ({ records }) => `기록 ${records}건을 만들었습니다`,
      export: ({ rows, fileName }) => `${rows}행을 ${fileName}에 썼습니다`,
      backup: ({ records, bytesWritten }) => `기록 ${records}건을 백업했습니다. 새로 쓴 양: ${bytesWritten}`,
      drill: ({ records }) => `최근 백업을 복원할 수 있습니다: 기록 ${records}건, 합계가 모두 같습니다`,
      drillFailed: ({ madeAt }) =>
        `${madeAt} 백업을 복원할 수 없습니다. 전체를 새로 백업하고 백업 디스크를 확인하세요.`,
      restore: ({ records, aside }) => `기록 ${records}건을 복원했습니다. 이전 파일은 ${aside}에 있습니다`,
      restoreWaits: ({ records }) =>
        `기록 ${records}건을 다시 만들고 검사했습니다. Throughline을 다시 시작하면 저장소를 대신합니다`,
      failover: ({ records, aside }) =>
        `대기본이 기록 ${records}건으로 저장소를 대신했습니다. 이전 파일은 ${aside}에 있습니다`,
      failoverWaits: ({ records }) =>
        `대기본을 복사하고 검사했습니다. Throughline을 다시 시작하면 기록 ${records}건이 저장소를 대신합니다`,
      reread: ({ records, months }) =>
        `다른 프로그램이 현재 파일에 썼거나 파일이 복사되었습니다. ${months}개월, 기록 ${records}건을 다시 집계했습니다`,
      rereadSame: '보관 파일이 복사되었거나 시각만 바뀌었고, 내용은 봉인한 그대로입니다',
      notAsSealed: ({ notAsSealed }) =>
        `${notAsSealed}: 봉인한 뒤에 바뀌었거나 읽을 수 없습니다. 이 파일의 수치를 믿지 말고 백업에서 복원하세요`,
      advise: ({ proposals, worthIt }) => `색인 ${proposals}개 시험, ${worthIt}개가 쓸모 있음`,
      applyIndex: ({ files }) => `파일 ${files}개에 모두 색인을 만들었습니다`,
      revertIndex: ({ files }) => `파일 ${files}개 모두에서 색인을 없앴습니다`,
    },
  },
};
