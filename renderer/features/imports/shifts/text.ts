import type { CalendarProblem } from '../../../../shared/domain/shift-calendar.ts';
import type { Language } from '../../../../shared/text/labels.ts';

interface ShiftsText {
  title: string;
  off: string;
  columnGives: string;
  startLacking: string;
  setUp: string;
  change: string;
  withoutCalendar: string;
  since: (date: string) => string;
  hint: string;
  version: (at: number) => string;
  from: string;
  name: string;
  starts: string;
  ends: string;
  days: (shift: string) => string;
  addShift: string;
  removeShift: (shift: string) => string;
  addVersion: string;
  removeVersion: string;
  remove: string;
  close: string;
  untilThen: string;
  /** `at` is the version, counted from 1. */
  problem: (problem: CalendarProblem, at: number) => string;
}

export const text: Record<Language, ShiftsText> = {
  en: {
    title: 'Shift calendar',
    off: 'Where no column gives the shift, it can be found by the start time and the hours of the shifts.',
    columnGives: 'A column gives the shift, so the calendar is not used.',
    startLacking: 'The calendar counts once a column gives the start time.',
    setUp: 'Set up shifts',
    change: 'Change shifts',
    withoutCalendar: 'Use no calendar',
    since: (date) => `From ${date}`,
    hint: 'What was imported keeps the shifts of its time. A shift that ends no later than it starts ends on the next day.',
    version: (at) => `Version ${at}`,
    from: 'Valid from',
    name: 'Shift',
    starts: 'Starts',
    ends: 'Ends',
    days: (shift) => `Days on which ${shift || 'the shift'} starts`,
    addShift: 'Add a shift',
    removeShift: (shift) => `Remove ${shift || 'the shift'}`,
    addVersion: 'Add a version',
    removeVersion: 'Remove this version',
    remove: 'Remove',
    close: 'Close',
    untilThen: 'Until then the shifts stay as they were before.',
    problem: (problem, at) => {
      const where = `Version ${at}: `;
      switch (problem.kind) {
        case 'noDate':
          return `${where}give the date from which it is valid.`;
        case 'sameDate':
          return `${where}another one is valid from the same date. Choose another date, or remove one of them.`;
        case 'noShift':
          return `${where}it has no shift. Add one, or remove the version.`;
        case 'noName':
          return `${where}a shift has no name.`;
        case 'noDays':
          return `${where}a shift starts on no day. Choose its days.`;
        case 'noTime':
          return `${where}give the time at which each shift starts and ends.`;
        case 'overlap':
          return `${where}${problem.names[0]} and ${problem.names[1]} overlap. End the one before the other starts.`;
      }
    },
  },
  ko: {
    title: '근무조 달력',
    off: '근무조를 주는 열이 없으면 시작 시각과 근무조별 시간으로 찾을 수 있습니다.',
    columnGives: '근무조를 주는 열이 있어 달력을 쓰지 않습니다.',
    startLacking: '시작 시각을 주는 열이 있을 때 달력이 쓰입니다.',
    setUp: '근무조 정하기',
    change: '근무조 바꾸기',
    withoutCalendar: '달력 쓰지 않기',
    since: (date) => `${date}부터`,
    hint: '이미 가져온 기록은 그때의 근무조를 그대로 둡니다. 끝이 시작보다 늦지 않은 근무조는 다음 날에 끝납니다.',
    version: (at) => `${at}번째 판`,
    from: '유효 시작일',
    name: '근무조',
    starts: '시작',
    ends: '끝',
    days: (shift) => `${shift || '근무조'} 시작 요일`,
    addShift: '근무조 추가',
    removeShift: (shift) => `${shift || '근무조'} 빼기`,
    addVersion: '판 추가',
    removeVersion: '이 판 빼기',
    remove: '빼기',
    close: '닫기',
    untilThen: '그때까지는 바꾸기 전의 근무조를 씁니다.',
    problem: (problem, at) => {
      const where = `${at}번째 판: `;
      switch (problem.kind) {
        case 'noDate':
          return `${where}언제부터 유효한지 날짜를 정하세요.`;
        case 'sameDate':
          return `${where}같은 날짜부터 유효한 판이 또 있습니다. 날짜를 바꾸거나 하나를 빼세요.`;
        case 'noShift':
          return `${where}근무조가 없습니다. 근무조를 추가하거나 판을 빼세요.`;
        case 'noName':
          return `${where}이름이 없는 근무조가 있습니다.`;
        case 'noDays':
          return `${where}시작 요일이 없는 근무조가 있습니다. 요일을 고르세요.`;
        case 'noTime':
          return `${where}근무조마다 시작과 끝 시각을 정하세요.`;
        case 'overlap':
          return `${where}${problem.names[0]} 근무조와 ${problem.names[1]} 근무조가 겹칩니다. 한쪽을 다른 쪽이 시작하기 전에 끝내세요.`;
      }
    },
  },
};
