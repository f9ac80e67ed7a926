/** Words of the small parts that every screen uses. */
export const text = {
  en: {
    failed: 'This could not be shown',
    retry: 'Try again',
    close: 'Close',
    reading: {
      going: (read: string, total: string) => `Read ${read} of ${total} records`,
      stopped: (read: string, total: string) => `Incomplete: stopped after ${read} of ${total} records`,
      'out of time': (read: string, total: string) =>
        `Incomplete: time limit reached after ${read} of ${total} records`,
    },
    readingAnnounced: 'Records are being read. What is shown is not complete yet.',
    stop: 'Stop',
    readToTheEnd: 'Read all',
    nothingShown: 'No record matches',
    nothingShownFilters: 'No record of this range passes the filters. Take one off, or look at other dates.',
    nothingShownRange: 'There are no records between these dates. Look at other dates.',
    clearFilters: 'Clear all filters',
    allDates: 'Show all dates',
    asOf: (time: string) => `as of ${time}, being refreshed`,
    refreshFailed: (time: string, message: string) => `as of ${time}; could not be refreshed: ${message}`,
  },
  ko: {
    failed: '표시하지 못했습니다',
    retry: '다시 시도',
    close: '닫기',
    reading: {
      going: (read: string, total: string) => `기록 ${total}건 중 ${read}건 읽음`,
      stopped: (read: string, total: string) => `불완전: 기록 ${total}건 중 ${read}건에서 중지됨`,
      'out of time': (read: string, total: string) => `불완전: 기록 ${total}건 중 ${read}건에서 시간 제한에 도달`,
    },
    readingAnnounced: '기록을 읽는 중입니다. 표시된 내용은 아직 완전하지 않습니다.',
    stop: '중지',
    readToTheEnd: '모두 읽기',
    nothingShown: '해당하는 기록이 없습니다',
    nothingShownFilters: '이 기간에 필터에 맞는 기록이 없습니다. 필터를 제거하거나 다른 기간을 보십시오.',
    nothingShownRange: '이 기간에는 기록이 없습니다. 다른 기간을 보십시오.',
    clearFilters: '필터 모두 지우기',
    allDates: '전체 기간 보기',
    asOf: (time: string) => `${time} 기준, 새로 고치는 중`,
    refreshFailed: (time: string, message: string) => `${time} 기준, 새로 고치지 못했습니다: ${message}`,
  },
};
