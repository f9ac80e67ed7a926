export const text = {
  en: { now: 'Shown', before: 'Before', onlyDays: (days: string) => `only ${days}` },
  ko: { now: '현재', before: '이전', onlyDays: (days: string) => `${days}만 포함` },
};
