/** Words of a number that stands alone. */
export const text = {
  en: {
    lookCloser: 'Look closer',
    lookCloserAt: (what: string) => `${what}: look closer`,
    notRecorded: 'not recorded in this range',
  },
  ko: {
    lookCloser: '자세히 보기',
    lookCloserAt: (what: string) => `${what}: 자세히 보기`,
    notRecorded: '이 기간에 기록되지 않음',
  },
};
