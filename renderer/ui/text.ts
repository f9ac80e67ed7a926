/** Words of the small parts that every screen uses. */
export const text = {
  en: { failed: 'This could not be shown', retry: 'Try again', close: 'Close' },
  ko: { failed: '표시하지 못했습니다', retry: '다시 시도', close: '닫기' },
};
