import type { WatchedFile } from '../../../../shared/contract/watched.ts';
import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the watched folders. Counts come already written out. */
export interface WatchedText {
  title: string;
  hint: string;
  add: string;
  noFolder: string;
  noFolderHint: string;
  folder: string;
  names: string;
  readBy: string;
  readByHeadings: string;
  state: string;
  off: string;
  idle: string;
  waiting: (count: string) => string;
  turnOn: (folder: string) => string;
  change: string;
  changeOf: (folder: string) => string;
  stop: string;
  stopOf: (folder: string) => string;
  addTitle: string;
  changeTitle: string;
  path: string;
  pathWords: string;
  pattern: string;
  patternWords: string;
  profile: string;
  profileWords: string;
  what: string;
  watch: string;
  save: string;
  cancel: string;
  logTitle: string;
  logHint: string;
  failedHint: (count: string) => string;
  failedShort: (count: string) => string;
  noLog: string;
  noLogHint: string;
  time: string;
  file: string;
  result: string;
  results: Record<WatchedFile['state'], string>;
  batch: string;
  open: string;
  openOf: (file: string) => string;
  again: string;
  againOf: (file: string) => string;
  againAll: string;
  underWay: string;
}

export const text: Record<Language, WatchedText> = {
  en: {
    title: 'Watched folders',
    hint: 'Their files are imported as they come, while the program is open',
    add: 'Watch a folder…',
    noFolder: 'No folder is watched',
    noFolderHint:
      'Name a folder into which your systems export. Each file is imported as files with its headings were before, and moved to done or failed.',
    folder: 'Folder',
    names: 'Files',
    readBy: 'Read by',
    readByHeadings: 'its headings',
    state: 'State',
    off: 'Off',
    idle: 'Nothing waits',
    waiting: (count) => `${count} waiting`,
    turnOn: (folder) => `Watch ${folder}`,
    change: 'Change…',
    changeOf: (folder) => `Change ${folder}`,
    stop: 'Stop watching',
    stopOf: (folder) => `Stop watching ${folder}`,
    addTitle: 'Watch a folder',
    changeTitle: 'Change a watched folder',
    path: 'Folder',
    pathWords: 'Its whole path, on this machine or on a network drive',
    pattern: 'Files',
    patternWords: '* and ? stand for any text; several are set apart by semicolons, as in *.csv; *.xlsx',
    profile: 'Read by',
    profileWords: 'One profile for all its files, or for each the one of its headings that was used last',
    what: 'Files are moved into the folders done and failed within it. A file with headings that were never imported goes to failed, until you have opened it once.',
    watch: 'Watch this folder',
    save: 'Save',
    cancel: 'Cancel',
    logTitle: 'What came',
    logHint: 'Newest first; the folder holds the same list as throughline-log.csv',
    failedHint: (count) => `Failed and waiting for you: ${count}`,
    failedShort: (count) => `${count} failed`,
    noLog: 'No file has come yet',
    noLogHint: 'A file is taken once its size and time have stayed the same for some seconds.',
    time: 'Time',
    file: 'File',
    result: 'What happened',
    results: { taken: 'On its way', imported: 'Imported', failed: 'Failed', returned: 'Put back' },
    batch: 'Import',
    open: 'Open',
    openOf: (file) => `Open ${file}`,
    again: 'Try again',
    againOf: (file) => `Try again: ${file}`,
    againAll: 'Try all again',
    underWay: 'now',
  },
  ko: {
    title: '감시 폴더',
    hint: '프로그램이 열려 있는 동안 들어오는 파일을 가져옵니다',
    add: '폴더 감시…',
    noFolder: '감시하는 폴더가 없습니다',
    noFolderHint:
      '시스템이 파일을 내보내는 폴더를 알려 주세요. 파일마다 같은 제목 줄의 파일을 전에 가져온 방식으로 가져오고 done 또는 failed로 옮깁니다.',
    folder: '폴더',
    names: '파일',
    readBy: '읽는 방식',
    readByHeadings: '제목 줄에 따라',
    state: '상태',
    off: '꺼짐',
    idle: '기다리는 파일 없음',
    waiting: (count) => `${count}개 대기`,
    turnOn: (folder) => `${folder} 감시`,
    change: '바꾸기…',
    changeOf: (folder) => `${folder} 바꾸기`,
    stop: '감시 그만두기',
    stopOf: (folder) => `${folder} 감시 그만두기`,
    addTitle: '폴더 감시',
    changeTitle: '감시 폴더 바꾸기',
    path: '폴더',
    pathWords: '이 컴퓨터나 네트워크 드라이브의 전체 경로',
    pattern: '파일',
    patternWords: '*와 ?는 아무 글자나 뜻합니다. 여러 개는 세미콜론으로 나눕니다: *.csv; *.xlsx',
    profile: '읽는 방식',
    profileWords: '모든 파일에 한 가지 프로필, 또는 파일마다 그 제목 줄에 마지막으로 쓴 프로필',
    what: '파일은 그 안의 done과 failed 폴더로 옮겨집니다. 가져온 적 없는 제목 줄의 파일은 한 번 열어 확인할 때까지 failed에 있습니다.',
    watch: '이 폴더 감시',
    save: '저장',
    cancel: '취소',
    logTitle: '들어온 파일',
    logHint: '최근 것부터. 폴더의 throughline-log.csv에도 같은 목록이 있습니다',
    failedHint: (count) => `실패한 ${count}개가 기다립니다`,
    failedShort: (count) => `실패 ${count}`,
    noLog: '아직 들어온 파일이 없습니다',
    noLogHint: '크기와 시각이 몇 초 동안 그대로이면 파일을 가져옵니다.',
    time: '시각',
    file: '파일',
    result: '결과',
    results: { taken: '진행 중', imported: '가져옴', failed: '실패', returned: '되돌려 놓음' },
    batch: '가져오기',
    open: '열기',
    openOf: (file) => `${file} 열기`,
    again: '다시 시도',
    againOf: (file) => `${file} 다시 시도`,
    againAll: '모두 다시 시도',
    underWay: '지금',
  },
};
