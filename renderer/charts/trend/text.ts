export const text = {
  en: {
    keys: 'Arrow keys go from period to period, with Shift over several; Enter looks closer.',
    now: 'Shown',
    before: 'Before',
    inNumbers: (question: string) => `${question} In numbers`,
    onlyDays: (days: string) => `only ${days}`,
  },
  ko: {
    keys: '화살표 키로 기간을 옮기고 Shift와 함께 여러 기간을 고른 뒤 Enter로 자세히 봅니다.',
    now: '현재',
    before: '이전',
    inNumbers: (question: string) => `${question} 숫자로`,
    onlyDays: (days: string) => `${days}만 포함`,
  },
};
