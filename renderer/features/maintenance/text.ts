import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';

/** Words of the Maintenance screen. Counts and sizes come already written out. */
export interface MaintenanceText {
  title: string;
  storeIn: (folder: string) => string;
  records: string;
  size: string;
  free: string;
  freeHint: string;
  files: string;
  compact: string;
  compactWords: (free: string) => string;
  compactNothing: string;
  compactAction: string;
  check: string;
  checkWords: string;
  checkAction: string;
  archive: string;
  archiveWords: string;
  archiveNone: string;
  archiveAction: string;
  partitions: string;
  partitionsHint: string;
  name: string;
  dates: string;
  live: string;
  sealed: string;
  setAside: string;
  total: string;
  archiveTitle: string;
  archiveYear: string;
  archiveOption: (year: string, records: string) => string;
  archiveWill: (records: string, year: string, file: string) => string;
  archiveSame: string;
  archiveFixed: string;
  archiveSafe: string;
  archiveConfirm: (year: string) => string;
  reopen: (archive: string) => string;
  reopenTitle: (archive: string) => string;
  reopenWill: (records: string, archive: string, size: string) => string;
  reopenFor: string;
  reopenSafe: string;
  reopenConfirm: string;
  cancel: string;
  compactTitle: string;
  compactWill: string;
  compactNeeds: (needed: string, free: string) => string;
  compactGives: (reclaimable: string, size: string) => string;
  compactGivesNothing: (size: string) => string;
  compactReckoned: string;
  compactLast: (took: string, freed: string, expected: string) => string;
  compactFirst: string;
  compactLooking: string;
  compactConfirm: string;
  history: string;
  bySchedule: string;
  historyHint: string;
  noHistory: string;
  noHistoryHint: string;
  job: string;
  state: string;
  result: string;
  finished: string;
  took: string;
  found: string;
}

export const text: Record<Language, MaintenanceText> = {
  en: {
    title: 'Maintenance',
    storeIn: (folder) => `The store is in ${folder}`,
    records: 'Records',
    size: 'Size',
    free: 'Free inside',
    freeHint: 'Space that compacting gives back',
    files: 'Files',
    compact: 'Compact',
    compactWords: (free) => `Gives the ${free} that deleted records left in the live file back to the disk.`,
    compactNothing: 'The live file has no space to give back.',
    compactAction: 'Compact the store…',
    check: 'Check integrity',
    checkWords: 'Reads every table and index of every file and compares them with each other. Changes no record.',
    checkAction: 'Check now',
    archive: 'Archive a year',
    archiveWords:
      'Moves a finished year from the live file into a sealed file of its own. Every number stays the same.',
    archiveNone: 'There is no finished year in the live file.',
    archiveAction: 'Archive a year…',
    partitions: 'Files of the store',
    partitionsHint: 'Each can be read with any SQLite tool',
    name: 'File',
    dates: 'Production dates',
    live: 'live, takes imports',
    sealed: 'sealed',
    setAside: 'set aside, its records are missing',
    total: 'All files',
    archiveTitle: 'Archive a year',
    archiveYear: 'Year',
    archiveOption: (year, records) => `${year} · ${records} records`,
    archiveWill: (records, year, file) => `Moves the ${records} records of ${year} from live.db into ${file}.`,
    archiveSame: 'Every report shows the same numbers before, during and after.',
    archiveFixed:
      'Afterwards its file is not written any more. To undo an import of that year, or to correct its records, it is reopened.',
    archiveSafe:
      'The copy is compared record by record before anything is removed. Cancelling, or a power cut, loses nothing.',
    archiveConfirm: (year) => `Archive ${year}`,
    reopen: (archive) => `Reopen ${archive}…`,
    reopenTitle: (archive) => `Reopen ${archive}`,
    reopenWill: (records, archive, size) =>
      `Takes the ${records} records of ${archive}.db back into live.db, which grows by about ${size}.`,
    reopenFor:
      'Then they can be corrected by an import, and imports of them be undone. Archive the year again to seal it. An import whose profile names a key reopens what it corrects by itself.',
    reopenSafe: 'The file is removed once live holds all of it. Cancelling or a power cut loses nothing.',
    reopenConfirm: 'Reopen',
    cancel: 'Cancel',
    compactTitle: 'Compact the store',
    compactWill:
      'Writes live.db anew without its free space (VACUUM). No record changes; imports wait until it is done, and it cannot be stopped half way.',
    compactNeeds: (needed, free) => `Needs ${needed} of free disk space while it runs; there are ${free}.`,
    compactGives: (reclaimable, size) =>
      `Gives about ${reclaimable} of ${size} back to the disk, half-empty pages included.`,
    compactGivesNothing: (size) => `There is next to nothing to give back: the pages of its ${size} are full.`,
    compactReckoned: 'Reckoned from a part of the pages.',
    compactLast: (took, freed, expected) =>
      `The last time it took ${took} and gave ${freed} back; now it takes about ${expected}.`,
    compactFirst: 'How long it takes is known after the first time.',
    compactLooking: 'Looking at the pages of live.db…',
    compactConfirm: 'Compact now',
    bySchedule: '(by schedule)',
    history: 'Jobs so far',
    historyHint: 'Newest first',
    noHistory: 'No job has run yet',
    noHistoryHint: 'Imports, archiving, compacting and checks are listed here with what came of them.',
    job: 'Job',
    state: 'State',
    result: 'Result',
    finished: 'Finished',
    took: 'Took',
    found: 'Damage found',
  },
  ko: {
    title: '유지 관리',
    storeIn: (folder) => `저장소 위치: ${folder}`,
    records: '기록',
    size: '크기',
    free: '빈 공간',
    freeHint: '압축하면 돌려받는 공간',
    files: '파일',
    compact: '압축',
    compactWords: (free) => `지워진 기록이 현재 파일에 남긴 ${free}를 디스크에 돌려줍니다.`,
    compactNothing: '현재 파일에 돌려줄 공간이 없습니다.',
    compactAction: '저장소 압축…',
    check: '무결성 검사',
    checkWords: '모든 파일의 표와 색인을 읽고 서로 비교합니다. 기록은 바꾸지 않습니다.',
    checkAction: '지금 검사',
    archive: '연도 보관',
    archiveWords: '끝난 연도를 현재 파일에서 봉인된 파일로 옮깁니다. 모든 숫자는 그대로입니다.',
    archiveNone: '현재 파일에 끝난 연도가 없습니다.',
    archiveAction: '연도 보관…',
    partitions: '저장소의 파일',
    partitionsHint: '어떤 SQLite 도구로도 읽을 수 있습니다',
    name: '파일',
    dates: '생산일',
    live: '현재 파일, 가져오기 대상',
    sealed: '봉인됨',
    setAside: '제외됨, 기록이 빠져 있음',
    total: '전체 파일',
    archiveTitle: '연도 보관',
    archiveYear: '연도',
    archiveOption: (year, records) => `${year}년 · 기록 ${records}건`,
    archiveWill: (records, year, file) =>
      fitParticles(`${year}년 기록 ${records}건을 live.db에서 ${file}(으)로 옮깁니다.`),
    archiveSame: '옮기기 전, 옮기는 동안, 옮긴 뒤에 모든 보고서의 숫자가 같습니다.',
    archiveFixed:
      '옮긴 뒤에는 그 파일을 다시 쓰지 않습니다. 그 해의 가져오기를 되돌리거나 기록을 고치려면 다시 여세요.',
    archiveSafe: '지우기 전에 복사본을 기록마다 비교합니다. 취소하거나 전원이 꺼져도 잃는 것이 없습니다.',
    archiveConfirm: (year) => `${year}년 보관`,
    reopen: (archive) => `${archive} 다시 열기…`,
    reopenTitle: (archive) => `${archive} 다시 열기`,
    reopenWill: (records, archive, size) =>
      `${archive}.db의 기록 ${records}건을 live.db로 되가져옵니다. live.db가 약 ${size} 커집니다.`,
    reopenFor:
      '그러면 가져오기로 기록을 고치고 가져오기를 되돌릴 수 있습니다. 다시 봉인하려면 그 해를 다시 보관하세요. 키가 있는 프로필의 가져오기는 고칠 파일을 스스로 다시 엽니다.',
    reopenSafe: '현재 파일이 모든 기록을 가진 뒤에 그 파일을 지웁니다. 취소하거나 전원이 꺼져도 잃는 것이 없습니다.',
    reopenConfirm: '다시 열기',
    cancel: '취소',
    compactTitle: '저장소 압축',
    compactWill:
      'live.db를 빈 공간 없이 새로 씁니다 (VACUUM). 기록은 바뀌지 않습니다. 끝날 때까지 가져오기는 기다리며, 도중에 멈출 수 없습니다.',
    compactNeeds: (needed, free) => `실행하는 동안 디스크에 ${needed}의 여유가 필요하며 지금 ${free} 있습니다.`,
    compactGives: (reclaimable, size) => `반쯤 빈 페이지까지 ${size} 중 약 ${reclaimable}를 디스크에 돌려줍니다.`,
    compactGivesNothing: (size) => `돌려줄 것이 거의 없습니다. ${size}의 페이지가 차 있습니다.`,
    compactReckoned: '일부 페이지로 어림한 값입니다.',
    compactLast: (took, freed, expected) =>
      `지난번에는 ${took} 걸려 ${freed}를 돌려주었습니다. 이번에는 약 ${expected} 걸립니다.`,
    compactFirst: '걸리는 시간은 한 번 실행한 뒤에 알 수 있습니다.',
    compactLooking: 'live.db의 페이지를 살펴보는 중…',
    compactConfirm: '지금 압축',
    bySchedule: '(예약)',
    history: '지금까지의 작업',
    historyHint: '최근 것부터',
    noHistory: '아직 실행한 작업이 없습니다',
    noHistoryHint: '가져오기, 보관, 압축, 검사와 그 결과가 여기에 남습니다.',
    job: '작업',
    state: '상태',
    result: '결과',
    finished: '끝난 시각',
    took: '걸린 시간',
    found: '손상 발견',
  },
};
