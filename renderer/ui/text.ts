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
  },
};
