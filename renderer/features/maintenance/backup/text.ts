import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the backups on the Maintenance screen. Counts, sizes and times come already written out. */
export interface BackupText {
  title: string;
  hint: string;
  notSetUp: string;
  notSetUpHint: string;
  setUp: string;
  last: string;
  none: string;
  where: string;
  kept: string;
  size: string;
  backUpNow: string;
  drill: string;
  drillHint: string;
  restore: string;
  change: string;
  trouble: (why: string) => string;
  damaged: (files: string) => string;
  waiting: (madeAt: string, records: string) => string;
  waitingHint: string;
  giveUp: string;
  planTitle: string;
  folder: string;
  folderWords: string;
  keep: string;
  keepWords: string;
  daily: string;
  weekly: string;
  monthly: string;
  save: string;
  cancel: string;
  restoreTitle: string;
  choose: string;
  option: (madeAt: string, records: string, bytes: string) => string;
  restoreWill: string;
  restoreLater: string;
  restoreKept: string;
  restoreFromCommandLine: string;
  restoreConfirm: string;
}

export const text: Record<Language, BackupText> = {
  en: {
    title: 'Backups',
    hint: 'Only what changed is written; imports and questions go on meanwhile',
    notSetUp: 'The store is not backed up.',
    notSetUpHint: 'Choose a folder, best on another disk. A backup writes only what changed since the last one.',
    setUp: 'Set up backups…',
    last: 'Last backup',
    none: 'none yet',
    where: 'Folder',
    kept: 'Backups kept',
    size: 'Written by the last',
    backUpNow: 'Back up now',
    drill: 'Try to restore',
    drillHint: 'Restores the newest backup into a scratch folder, compares every sum, and removes it again',
    restore: 'Restore…',
    change: 'Change…',
    trouble: (why) => `The folder cannot be looked at (${why}). Check that its disk is there.`,
    damaged: (files) => `Cannot be read: ${files}. Nothing is removed from the folder until they are moved away.`,
    waiting: (madeAt, records) =>
      `The backup of ${madeAt} with ${records} records takes the place of the store as soon as Throughline is started again.`,
    waitingHint: 'What is imported until then goes aside with the files of now.',
    giveUp: 'Do not restore',
    planTitle: 'Set up backups',
    folder: 'Folder',
    folderWords:
      'A whole path on this machine, best on another disk than the store. Sealed archives are copied once, the live file by what changed.',
    keep: 'Keep',
    keepWords: 'Every backup of the last 24 hours is kept, and the newest of each of so many',
    daily: 'days',
    weekly: 'weeks',
    monthly: 'months',
    save: 'Save',
    cancel: 'Cancel',
    restoreTitle: 'Restore a backup',
    choose: 'Backup of',
    option: (madeAt, records, bytes) => `${madeAt} · ${records} records · ${bytes}`,
    restoreWill:
      'The backup is rebuilt beside the store and checked: every byte by its hash, every table, every count and sum. The store stays as it is and can be used meanwhile.',
    restoreLater:
      'It takes the place of the store when Throughline is started again. What is imported until then goes aside with the files of now.',
    restoreKept: 'Nothing is deleted: the files of now are kept in a folder before-restore-… of the store.',
    restoreFromCommandLine: 'With Throughline closed, the command line does all of it at once:',
    restoreConfirm: 'Rebuild and check',
  },
  ko: {
    title: '백업',
    hint: '바뀐 것만 씁니다. 그동안 가져오기와 조회는 계속됩니다',
    notSetUp: '저장소가 백업되지 않습니다.',
    notSetUpHint: '폴더를 고르세요. 다른 디스크가 가장 좋습니다. 백업은 지난번 이후 바뀐 것만 씁니다.',
    setUp: '백업 설정…',
    last: '최근 백업',
    none: '아직 없음',
    where: '폴더',
    kept: '보관 중인 백업',
    size: '최근 백업이 쓴 양',
    backUpNow: '지금 백업',
    drill: '복원 시험',
    drillHint: '최근 백업을 임시 폴더에 복원하여 모든 합계를 비교한 뒤 지웁니다',
    restore: '복원…',
    change: '변경…',
    trouble: (why) => `폴더를 볼 수 없습니다 (${why}). 디스크가 연결되어 있는지 확인하세요.`,
    damaged: (files) => `읽을 수 없음: ${files}. 이 파일을 옮길 때까지 폴더에서 아무것도 지우지 않습니다.`,
    waiting: (madeAt, records) =>
      `Throughline을 다시 시작하면 ${madeAt} 백업(기록 ${records}건)이 저장소를 대신합니다.`,
    waitingHint: '그때까지 가져온 것은 지금의 파일과 함께 따로 보관됩니다.',
    giveUp: '복원하지 않음',
    planTitle: '백업 설정',
    folder: '폴더',
    folderWords:
      '이 컴퓨터의 전체 경로. 저장소와 다른 디스크가 가장 좋습니다. 봉인된 파일은 한 번, 현재 파일은 바뀐 만큼 복사합니다.',
    keep: '보관',
    keepWords: '지난 24시간의 백업은 모두, 그 밖에는 다음 기간마다 가장 최근 것을 보관합니다',
    daily: '일',
    weekly: '주',
    monthly: '개월',
    save: '저장',
    cancel: '취소',
    restoreTitle: '백업 복원',
    choose: '백업 시각',
    option: (madeAt, records, bytes) => `${madeAt} · 기록 ${records}건 · ${bytes}`,
    restoreWill:
      '백업을 저장소 옆에 다시 만들고 검사합니다. 모든 바이트의 해시, 모든 표, 모든 건수와 합계를 봅니다. 그동안 저장소는 그대로이고 계속 쓸 수 있습니다.',
    restoreLater:
      'Throughline을 다시 시작하면 저장소를 대신합니다. 그때까지 가져온 것은 지금의 파일과 함께 따로 보관됩니다.',
    restoreKept: '아무것도 지우지 않습니다. 지금의 파일은 저장소의 before-restore-… 폴더에 남습니다.',
    restoreFromCommandLine: 'Throughline을 닫은 뒤 명령줄로 한 번에 할 수도 있습니다:',
    restoreConfirm: '다시 만들고 검사',
  },
};
