/** Words of the chart of response times. */
export const text = {
  en: {
    keys: 'Arrow keys go from minute to minute.',
    questions: 'Questions',
    percentiles: { p50: 'Median', p95: '95 %', p99: '99 %' },
    worst: 'Slowest',
    target: (time: string) => `Alert from ${time}`,
  },
  ko: {
    keys: '화살표 키로 분 단위로 이동합니다.',
    questions: '질문 수',
    percentiles: { p50: '중앙값', p95: '95 %', p99: '99 %' },
    worst: '가장 느림',
    target: (time: string) => `${time}부터 알림`,
  },
};
