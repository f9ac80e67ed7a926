import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the standby on the Maintenance screen. Counts, sizes and times come already written out. */
export interface StandbyText {
  title: string;
  hint: string;
  notSetUp: string;
  notSetUpHint: string;
  setUp: string;
  where: string;
  lag: string;
  inStep: string;
  behind: (time: string) => string;
  never: string;
  lastInStep: string;
  records: string;
  missing: string;
  nothing: string;
  unknown: string;
  missingNow: (records: string, batches: string) => string;
  starting: string;
  idle: string;
  copying: (done: string, total: string) => string;
  comparing: (done: string, total: string) => string;
  trouble: (why: string) => string;
  missingArchives: (names: string) => string;
  sameDisk: string;
  failingOver: (records: string) => string;
  failingOverHint: string;
  giveUp: string;
  failOver: string;
  followAnew: string;
  followAnewHint: string;
  change: string;
  off: string;
  setTitle: string;
  folder: string;
  folderWords: string;
  takeOver: string;
  save: string;
  cancel: string;
  failOverTitle: string;
  failOverWill: string;
  failOverLater: string;
  failOverKept: string;
  confirm: string;
}

export const text: Record<Language, StandbyText> = {
  en: {
    title: 'Standby',
    hint: 'A second copy of the store in another folder, kept within a second while Throughline is open',
    notSetUp: 'The store has no standby.',
    notSetUpHint:
      'Choose a folder, best on another disk. If the live file is lost or damaged, the standby takes its place in one click, with nothing missing.',
    setUp: 'Set up a standby…',
    where: 'Folder',
    lag: 'Lag',
    inStep: 'none',
    behind: (time) => time,
    never: 'never in step yet',
    lastInStep: 'Last in step',
    records: 'Records in the standby',
    missing: 'Missing in it',
    nothing: 'nothing',
    unknown: 'not known',
    missingNow: (records, batches) => `${records} records, ${batches} imports`,
    starting: 'It is about to be followed.',
    idle: 'It is not followed by this program. A command brings it up to date when it ends.',
    copying: (done, total) => `It is being copied: ${done} of ${total}.`,
    comparing: (done, total) => `Every page is compared with the store: ${done} of ${total}.`,
    trouble: (why) => `${why} It is tried again by itself.`,
    missingArchives: (names) =>
      `No sound copy of ${names}: not there, or not what was sealed. Run the integrity check.`,
    sameDisk: 'The folder is on the disk of the store: what breaks that disk takes both.',
    failingOver: (records) =>
      `The standby with ${records} records takes the place of the store as soon as Throughline is started again.`,
    failingOverHint: 'What is imported until then goes aside with the files of now.',
    giveUp: 'Do not fail over',
    failOver: 'Fail over…',
    followAnew: 'Follow the store as it is',
    followAnewHint: 'Makes the standby like the store, whatever it holds now',
    change: 'Change…',
    off: 'Turn off',
    setTitle: 'Set up a standby',
    folder: 'Folder',
    folderWords: 'A whole path on this machine, best on another disk than the store: empty, or not there yet.',
    takeOver: 'Let this store have a standby that followed it from another place',
    save: 'Save',
    cancel: 'Cancel',
    failOverTitle: 'Fail over to the standby',
    failOverWill: 'The standby is copied beside the store and checked. Archives that are as they were sealed stay.',
    failOverLater:
      'It takes the place of the store when Throughline is started again. What is imported until then goes aside with the files of now.',
    failOverKept: 'Nothing is deleted: the files of now are kept in a folder of the store.',
    confirm: 'Copy and check',
  },
  ko: {
    title: '대기본',
    hint: '다른 폴더에 두는 저장소의 두 번째 사본. Throughline이 열려 있는 동안 1초 안에 따라갑니다',
    notSetUp: '저장소에 대기본이 없습니다.',
    notSetUpHint:
      '폴더를 고르세요. 다른 디스크가 가장 좋습니다. 현재 파일을 잃거나 손상되면 대기본이 빠짐없이 한 번에 대신합니다.',
    setUp: '대기본 설정…',
    where: '폴더',
    lag: '지연',
    inStep: '없음',
    behind: (time) => time,
    never: '아직 일치한 적 없음',
    lastInStep: '마지막으로 일치한 때',
    records: '대기본의 기록',
    missing: '빠진 것',
    nothing: '없음',
    unknown: '알 수 없음',
    missingNow: (records, batches) => `기록 ${records}건, 가져오기 ${batches}건`,
    starting: '곧 따라가기 시작합니다.',
    idle: '이 프로그램은 따라가지 않습니다. 명령은 끝날 때 대기본을 맞춥니다.',
    copying: (done, total) => `복사하는 중: ${total} 중 ${done}.`,
    comparing: (done, total) => `모든 페이지를 저장소와 비교하는 중: ${total} 중 ${done}.`,
    trouble: (why) => `${why} 저절로 다시 시도합니다.`,
    missingArchives: (names) =>
      `${names}의 온전한 사본이 없습니다. 파일이 없거나 봉인한 그대로가 아닙니다. 무결성 검사를 하세요.`,
    sameDisk: '폴더가 저장소와 같은 디스크에 있습니다. 그 디스크가 고장 나면 둘 다 잃습니다.',
    failingOver: (records) => `Throughline을 다시 시작하면 기록 ${records}건의 대기본이 저장소를 대신합니다.`,
    failingOverHint: '그때까지 가져온 내용은 지금의 파일과 함께 따로 보관됩니다.',
    giveUp: '전환하지 않기',
    failOver: '전환…',
    followAnew: '지금의 저장소를 따르기',
    followAnewHint: '대기본에 무엇이 있든 저장소와 같게 만듭니다',
    change: '변경…',
    off: '끄기',
    setTitle: '대기본 설정',
    folder: '폴더',
    folderWords: '이 컴퓨터의 전체 경로. 저장소와 다른 디스크가 가장 좋습니다. 비어 있거나 아직 없는 폴더여야 합니다.',
    takeOver: '다른 곳에서 이 저장소를 따르던 대기본을 이어받기',
    save: '저장',
    cancel: '취소',
    failOverTitle: '대기본으로 전환',
    failOverWill: '대기본을 저장소 옆에 복사하고 검사합니다. 봉인한 그대로인 보관 파일은 그대로 둡니다.',
    failOverLater:
      'Throughline을 다시 시작하면 저장소를 대신합니다. 그때까지 가져온 내용은 지금의 파일과 함께 따로 보관됩니다.',
    failOverKept: '아무것도 지우지 않습니다. 지금의 파일은 저장소의 폴더에 보관됩니다.',
    confirm: '복사하고 검사',
  },
};
