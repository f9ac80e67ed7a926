export const text = {
  en: {
    keys: 'Arrow keys go from day to day, left and right by a week, Page Up and Page Down by four weeks. Enter shows the day.',
    noData: 'no data',
    legend: (low: string, high: string) => `From ${low}, palest, to ${high}, darkest`,
  },
  ko: {
    keys: '화살표 키로 날짜를 옮기고 좌우는 1주, Page Up과 Page Down은 4주씩 옮깁니다. Enter로 그날을 봅니다.',
    noData: '데이터 없음',
    legend: (low: string, high: string) => `가장 옅은 ${low}부터 가장 짙은 ${high}까지`,
  },
};
