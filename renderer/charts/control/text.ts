/** Words of control charts. */
export const text = {
  en: {
    keys: 'Arrow keys go from point to point, Enter opens the records of it.',
    brushKeys: 'With Shift they choose a range of dates.',
    upper: 'Upper',
    center: 'Center',
    lower: 'Lower',
    askedUpper: 'At most',
    askedLower: 'At least',
    target: 'Target',
  },
  ko: {
    keys: '화살표 키로 점을 옮기고 Enter로 그 기록을 엽니다.',
    brushKeys: 'Shift와 함께 누르면 기간을 고릅니다.',
    upper: '상한',
    center: '중심',
    lower: '하한',
    askedUpper: '규격 상한',
    askedLower: '규격 하한',
    target: '목표',
  },
};
