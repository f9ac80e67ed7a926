import type { Language } from '../../../../shared/text/labels.ts';
import { fitParticles } from '../../../../shared/text/particles.ts';

/** Words of the profiles. Counts come already written out. */
export interface ProfilesText {
  title: string;
  hint: string;
  none: string;
  noneHint: string;
  name: string;
  unnamed: string;
  headings: string;
  headingsUnknown: string;
  lastUsed: string;
  imports: string;
  never: string;
  addFile: string;
  edit: string;
  editOf: (profile: string) => string;
  more: (profile: string) => string;
  rename: string;
  copy: string;
  export: string;
  remove: string;
  renameTitle: (profile: string) => string;
  copyTitle: (profile: string) => string;
  editTitle: (profile: string) => string;
  removeTitle: (profile: string) => string;
  removeWill: string;
  removeKeeps: string;
  removeConfirm: string;
  writtenTitle: (format: string) => string;
  writtenHint: string;
  copyOf: (profile: string) => string;
  newName: string;
  keepTitle: string;
  keepWhich: (profile: string) => string;
  insteadOf: (profile: string) => string;
  beside: string;
  leave: string;
  save: string;
  cancel: string;
  readAs: string;
  asGuessed: string;
}

export const text: Record<Language, ProfilesText> = {
  en: {
    title: 'Profiles',
    hint: 'How files of each kind are read, by their headings',
    none: 'No profile is kept yet',
    noneHint:
      'Each import keeps how its file was read, for the next one with the same headings. A profile can also come from a file.',
    name: 'Name',
    unnamed: 'Without a name',
    headings: 'For files with',
    headingsUnknown: 'headings not known yet',
    lastUsed: 'Last used',
    imports: 'Imports',
    never: 'never',
    addFile: 'Add a profile file…',
    edit: 'Edit…',
    editOf: (profile) => `Edit ${profile}`,
    more: (profile) => `More for ${profile}`,
    rename: 'Rename…',
    copy: 'Duplicate…',
    export: 'Export as a file',
    remove: 'Remove…',
    renameTitle: (profile) => `Rename ${profile}`,
    copyTitle: (profile) => `Duplicate ${profile}`,
    editTitle: (profile) => `Edit ${profile}`,
    removeTitle: (profile) => `Remove ${profile}?`,
    removeWill:
      'The next file with these headings is guessed anew, or read by another profile for them. This cannot be undone.',
    removeKeeps: 'Records that were imported by it stay as they are.',
    removeConfirm: 'Remove the profile',
    writtenTitle: (format) => `How the files are written: ${format}`,
    writtenHint: 'Each file is looked at anew; this counts where it leaves a doubt, and on the command line',
    copyOf: (profile) => `${profile}, copy`,
    newName: 'Name',
    keepTitle: 'Which profile is to be kept?',
    keepWhich: (profile) => `There are profiles for the same headings as ${profile} already.`,
    insteadOf: (profile) => `In place of ${profile}`,
    beside: 'Keep both',
    leave: 'Leave the file out',
    save: 'Save',
    cancel: 'Cancel',
    readAs: 'Read as',
    asGuessed: 'As guessed',
  },
  ko: {
    title: '프로필',
    hint: '제목 줄에 따라 파일을 읽는 방식',
    none: '아직 프로필이 없습니다',
    noneHint:
      '가져올 때마다 파일을 읽은 방식이 남아 제목 줄이 같은 다음 파일에 쓰입니다. 파일에서 프로필을 더할 수도 있습니다.',
    name: '이름',
    unnamed: '이름 없음',
    headings: '파일의 제목 줄',
    headingsUnknown: '제목 줄을 아직 모름',
    lastUsed: '마지막 사용',
    imports: '가져오기',
    never: '없음',
    addFile: '프로필 파일 더하기…',
    edit: '고치기…',
    editOf: (profile) => `${profile} 고치기`,
    more: (profile) => `${profile} 더 보기`,
    rename: '이름 바꾸기…',
    copy: '복제…',
    export: '파일로 내보내기',
    remove: '지우기…',
    renameTitle: (profile) => `${profile} 이름 바꾸기`,
    copyTitle: (profile) => `${profile} 복제`,
    editTitle: (profile) => `${profile} 고치기`,
    removeTitle: (profile) => `${profile} 프로필을 지울까요?`,
    removeWill: '이 제목 줄의 다음 파일은 새로 추측하거나 다른 프로필로 읽습니다. 되돌릴 수 없습니다.',
    removeKeeps: '이 프로필로 가져온 기록은 그대로 남습니다.',
    removeConfirm: '프로필 지우기',
    writtenTitle: (format) => `파일이 적힌 방식: ${format}`,
    writtenHint: '파일마다 새로 살펴봅니다. 확실하지 않을 때와 명령줄에서 이 값을 씁니다',
    copyOf: (profile) => `${profile} 복사본`,
    newName: '이름',
    keepTitle: '어느 프로필을 남길까요?',
    keepWhich: (profile) => fitParticles(`${profile}과(와) 제목 줄이 같은 프로필이 이미 있습니다.`),
    insteadOf: (profile) => `${profile} 대신`,
    beside: '둘 다 남기기',
    leave: '파일 더하지 않기',
    save: '저장',
    cancel: '취소',
    readAs: '읽는 방식',
    asGuessed: '추측한 대로',
  },
};
