import type { MantineColorScheme } from '@mantine/core';
import type { SettingDefinition, SettingName } from '../../../shared/contract/settings.ts';
import type { Language } from '../../../shared/text/labels.ts';
import type { PersonalName } from './personal.ts';

/** Words of the settings. Numbers come already written out. */
export interface SettingsText {
  title: string;
  search: string;
  nothingFound: string;
  groups: Record<SettingDefinition['group'], string>;
  settings: Record<SettingName, { label: string; words: string }>;
  units: Record<SettingDefinition['unit'], string>;
  byDefault: (value: string) => string;
  bounds: (least: string, most: string) => string;
  most: (most: string) => string;
  zero: Record<NonNullable<SettingDefinition['zero']>, string>;
  personalGroup: string;
  personal: Record<PersonalName, { label: string; words: string }>;
  startScreens: string;
  startBoards: string;
  startViews: string;
  /** Of a page that is none of those. */
  startOther: string;
  schemes: Record<MantineColorScheme, string>;
  asSystem: (example: string) => string;
  asRegion: (day: string) => string;
  cancel: string;
  save: string;
  notSaved: (why: string) => string;
  changedMeanwhile: (to: string) => string;
}

export const text: Record<Language, SettingsText> = {
  en: {
    title: 'Settings',
    search: 'Search settings',
    nothingFound: 'No setting contains this',
    groups: {
      questions: 'Questions',
      memory: 'Answers kept in memory',
      storage: 'Storage',
      imports: 'Imports',
      alerts: 'Alerts',
    },
    settings: {
      timeLimitSeconds: {
        label: 'Time limit of a question',
        words:
          'What no summary answers is read record by record, and stops after this long. What was found until then is shown as incomplete, and can be read to its end.',
      },
      slowQueryMilliseconds: {
        label: 'A question is slow after',
        words: 'What took longer is listed under Health, with how it was answered.',
      },
      cacheMegabytes: {
        label: 'Memory for answers',
        words: 'Answers are kept up to this size; those that were not used for longest go first.',
      },
      keepReportsMinutes: {
        label: 'Ask figures and charts again after',
        words:
          'An answer is kept for as long as its records do not change. With a time it is asked again after that, all the same; what only sealed archives hold does not age.',
      },
      keepCountsMinutes: {
        label: 'Count records again after',
        words: 'The same for how many records a filter or a search finds.',
      },
      keepValuesMinutes: {
        label: 'Ask filter lists again after',
        words: 'The same for the lists of lines, items and the like.',
      },
      watchSeconds: {
        label: 'Look at watched folders every',
        words: 'The system tells of most files at once; on network drives this is how soon one is seen.',
      },
      watchQuietSeconds: {
        label: 'A file is all there after',
        words: 'A file of a watched folder is imported once its size and time have stayed the same for so long.',
      },
      keepYearsInLive: {
        label: 'Finished years kept in the live file',
        words:
          'The roll-over moves older ones into sealed archives, at the times set under Maintenance. Reports stay the same.',
      },
      keepGigabytesInLive: {
        label: 'Size kept in the live file',
        words: 'The roll-over moves the oldest finished months into sealed archives until what is left takes no more.',
      },
      gatePlanFactor: {
        label: 'More than planned is asked about from',
        words:
          'An import waits for a decision where a row has so many times as much good quantity, or as many minutes, as was planned.',
      },
      alertSlowMilliseconds: {
        label: 'Answers are slow',
        words: 'Tells when one in twenty questions of the last hour took longer.',
      },
      alertHitRatioPercent: {
        label: 'Few answers from memory',
        words: 'Tells when a smaller share of the questions of the last hour was answered from memory.',
      },
      alertLogMegabytes: {
        label: 'Large write-ahead log',
        words: 'Tells when the log beside live.db is larger, as it gets while another program keeps the file open.',
      },
      alertDiskGigabytes: {
        label: 'Little free disk space',
        words: 'Tells when less is free on the disk of the store.',
      },
      alertDiskWeeks: {
        label: 'Disk full soon',
        words: 'Tells when the disk will be full within so many weeks, if the store goes on growing as it did.',
      },
      alertIntegrityDays: {
        label: 'Integrity check overdue',
        words: 'Tells when the last check that found all sound is longer ago.',
      },
      alertBackupDays: { label: 'Backup overdue', words: 'Tells when the last backup is longer ago.' },
      alertStandbySeconds: {
        label: 'Standby behind',
        words: 'Tells when the standby has lacked something for longer, or could not be followed.',
      },
    },
    units: {
      seconds: 'seconds',
      milliseconds: 'milliseconds',
      minutes: 'minutes',
      days: 'days',
      weeks: 'weeks',
      years: 'years',
      percent: '%',
      megabytes: 'MB',
      gigabytes: 'GB',
      times: 'times',
    },
    byDefault: (value) => `${value} unless changed`,
    bounds: (least, most) => `from ${least} to ${most}`,
    most: (most) => `at most ${most}`,
    zero: { 'no limit': '0 for no limit', never: '0 for never', off: '0 to say nothing' },
    personalGroup: 'This window',
    personal: {
      language: { label: 'Language', words: 'Of the window, from now on.' },
      appearance: { label: 'Appearance', words: 'Light, dark, or as the system has it.' },
      region: { label: 'Numbers and dates as in', words: 'How they are written, also in reports from now on.' },
      firstDay: {
        label: 'Weeks begin on',
        words: 'In calendars. Weeks as a split are those of ISO 8601 and begin on Monday.',
      },
      startPage: {
        label: 'Open first',
        words: 'What your windows show when they are opened: a screen, a dashboard or a saved view.',
      },
    },
    startScreens: 'Screens',
    startBoards: 'Dashboards',
    startViews: 'Saved views',
    startOther: 'As chosen',
    schemes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    asSystem: (example) => `As the system: ${example}`,
    asRegion: (day) => `As usual there: ${day}`,
    cancel: 'Cancel',
    save: 'Save settings',
    notSaved: (why) => `Not saved. ${why}`,
    changedMeanwhile: (to) => `Changed to ${to} meanwhile, in another window; saving replaces it.`,
  },
  ko: {
    title: '설정',
    search: '설정 검색',
    nothingFound: '일치하는 설정이 없습니다',
    groups: { questions: '질문', memory: '메모리에 두는 답', storage: '저장', imports: '가져오기', alerts: '알림' },
    settings: {
      timeLimitSeconds: {
        label: '질문의 시간 제한',
        words:
          '요약으로 답할 수 없는 질문은 기록을 하나씩 읽다가 이 시간에 멈춥니다. 그때까지 찾은 내용은 불완전하다고 표시되며 끝까지 읽을 수 있습니다.',
      },
      slowQueryMilliseconds: {
        label: '느린 질문의 기준',
        words: '더 오래 걸린 질문은 답한 방법과 함께 상태 화면에 나열됩니다.',
      },
      cacheMegabytes: {
        label: '답에 쓰는 메모리',
        words: '이 크기까지 답을 보관하며, 가장 오래 쓰지 않은 것부터 버립니다.',
      },
      keepReportsMinutes: {
        label: '수치와 차트를 다시 묻는 간격',
        words:
          '기록이 바뀌지 않는 한 답을 보관합니다. 시간을 정하면 그 뒤에는 바뀌지 않았어도 다시 묻습니다. 봉인된 보관 파일에만 있는 내용은 오래되지 않습니다.',
      },
      keepCountsMinutes: {
        label: '기록 수를 다시 세는 간격',
        words: '필터나 검색이 찾는 기록 수에 대해서도 같습니다.',
      },
      keepValuesMinutes: {
        label: '필터 목록을 다시 묻는 간격',
        words: '라인, 품목 등의 목록에 대해서도 같습니다.',
      },
      watchSeconds: {
        label: '감시 폴더를 살펴보는 간격',
        words: '대부분의 파일은 시스템이 바로 알려 줍니다. 네트워크 드라이브에서는 이 간격 안에 알게 됩니다.',
      },
      watchQuietSeconds: {
        label: '파일이 다 온 것으로 보는 시간',
        words: '감시 폴더의 파일은 크기와 시각이 이만큼 그대로이면 가져옵니다.',
      },
      keepYearsInLive: {
        label: '현재 파일에 두는 지난 연수',
        words: '더 오래된 해는 유지 관리에서 정한 시각에 봉인된 보관 파일로 옮깁니다. 보고서는 그대로입니다.',
      },
      keepGigabytesInLive: {
        label: '현재 파일에 두는 크기',
        words: '남는 내용이 이 크기를 넘지 않을 때까지 가장 오래된 끝난 달부터 봉인된 보관 파일로 옮깁니다.',
      },
      gatePlanFactor: {
        label: '계획 대비 확인 기준',
        words: '양품이나 시간이 계획의 이 배수를 넘는 행이 있으면 가져오기가 결정을 기다립니다.',
      },
      alertSlowMilliseconds: {
        label: '느린 답',
        words: '지난 한 시간의 질문 스물 중 하나가 더 오래 걸리면 알립니다.',
      },
      alertHitRatioPercent: {
        label: '메모리에서 답하는 비율이 낮음',
        words: '지난 한 시간의 질문 중 메모리에서 답한 비율이 이보다 낮으면 알립니다.',
      },
      alertLogMegabytes: {
        label: '큰 로그 파일',
        words: 'live.db 옆의 로그가 이보다 크면 알립니다. 다른 프로그램이 파일을 열어 두면 커집니다.',
      },
      alertDiskGigabytes: {
        label: '디스크 여유 부족',
        words: '저장소가 있는 디스크의 여유가 이보다 적으면 알립니다.',
      },
      alertDiskWeeks: {
        label: '디스크가 곧 가득 참',
        words: '저장소가 지금처럼 늘어 이 주 수 안에 디스크가 가득 차면 알립니다.',
      },
      alertIntegrityDays: {
        label: '무결성 검사 기한 지남',
        words: '마지막 검사가 이보다 오래되었으면 알립니다.',
      },
      alertBackupDays: { label: '백업 기한 지남', words: '마지막 백업이 이보다 오래되었으면 알립니다.' },
      alertStandbySeconds: {
        label: '대기본이 뒤처짐',
        words: '대기본에 빠진 것이 이보다 오래 있거나 대기본을 따라가지 못하면 알립니다.',
      },
    },
    units: {
      seconds: '초',
      milliseconds: '밀리초',
      minutes: '분',
      days: '일',
      weeks: '주',
      years: '년',
      percent: '%',
      megabytes: 'MB',
      gigabytes: 'GB',
      times: '배',
    },
    byDefault: (value) => `기본값 ${value}`,
    bounds: (least, most) => `${least}~${most}`,
    most: (most) => `최대 ${most}`,
    zero: { 'no limit': '0이면 제한 없음', never: '0이면 하지 않음', off: '0이면 알리지 않음' },
    personalGroup: '이 창',
    personal: {
      language: { label: '언어', words: '창의 언어이며 바로 적용됩니다.' },
      appearance: { label: '화면 밝기', words: '밝게, 어둡게, 또는 시스템과 같게.' },
      region: { label: '숫자와 날짜 표기', words: '쓰는 방법이며 이제부터 만드는 보고서에도 적용됩니다.' },
      firstDay: {
        label: '한 주의 첫 요일',
        words: '달력에 적용됩니다. 나누는 기준인 주는 ISO 8601에 따라 월요일에 시작합니다.',
      },
      startPage: { label: '처음 열기', words: '창을 열면 먼저 보이는 화면, 대시보드 또는 저장된 보기입니다.' },
    },
    startScreens: '화면',
    startBoards: '대시보드',
    startViews: '저장된 보기',
    startOther: '고른 화면',
    schemes: { auto: '시스템과 같게', light: '밝게', dark: '어둡게' },
    asSystem: (example) => `시스템과 같게: ${example}`,
    asRegion: (day) => `그 지역과 같게: ${day}`,
    cancel: '취소',
    save: '설정 저장',
    notSaved: (why) => `저장하지 못했습니다. ${why}`,
    changedMeanwhile: (to) => `그사이 다른 창에서 바뀐 값: ${to}. 저장하면 여기 입력한 값이 됩니다.`,
  },
};
