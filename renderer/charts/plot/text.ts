export const text = {
  en: {
    now: 'Shown',
    difference: 'Difference',
    together: 'Together',
    more: (count: number) => `and ${count} more`,
    cumulative: (share: string) => `${share} up to here`,
    keys: 'Arrow keys go from mark to mark, Enter looks closer, the menu key offers more.',
    brushKeys: 'With Shift they choose a range of dates.',
    pointsShown: (shown: string, all: string) => `${shown} of ${all} points`,
    noPoint: 'No value has both measures.',
  },
  ko: {
    now: '현재',
    difference: '차이',
    together: '합계',
    more: (count: number) => `외 ${count}개`,
    cumulative: (share: string) => `여기까지 ${share}`,
    keys: '화살표 키로 표시를 옮기고 Enter로 자세히 보고 메뉴 키로 더 많은 동작을 봅니다.',
    brushKeys: 'Shift와 함께 누르면 기간을 고릅니다.',
    pointsShown: (shown: string, all: string) => `점 ${all}개 가운데 ${shown}개`,
    noPoint: '두 측정값이 모두 있는 값이 없습니다.',
  },
};
