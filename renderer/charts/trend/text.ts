export const text = {
  en: {
    now: 'Shown',
    before: 'Before',
    inNumbers: (question: string) => `${question} In numbers`,
    onlyDays: (days: string) => `only ${days}`,
  },
  ko: {
    now: '현재',
    before: '이전',
    inNumbers: (question: string) => `${question} 숫자로`,
    onlyDays: (days: string) => `${days}만 포함`,
  },
};
