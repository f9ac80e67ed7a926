export const text = {
  en: { keys: 'Arrow keys go from bar to bar, Enter filters by a downtime reason.' },
  ko: { keys: '화살표 키로 막대를 옮기고 Enter로 비가동 사유를 필터링합니다.' },
};
