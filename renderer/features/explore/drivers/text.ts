/** Words of what drove a change. */
export const text = {
  en: {
    title: 'What drove it',
    measure: 'Measure whose change is told',
    by: 'Told by',
    contribution: 'Contribution',
    points: 'Points',
    rate: 'Own rate',
    mix: 'Share',
    listOf: (measure: string, field: string) => `What drove ${measure}, by ${field}`,
    others: (count: string) => `${count} others`,
    rest: 'not told by this split',
    total: 'Change',
    notRecorded: 'not recorded',
    noDrivers: 'There is no value on one of both sides, so that there is no change to tell.',
    addsUp: 'Contributions add up to the change. Click one to look at it alone.',
    addsUpRatio:
      'Contributions add up to the change. Own rate: it got better or worse itself. Share: more or less of the whole was of it. Click one to look at it alone.',
  },
  ko: {
    title: '변화의 원인',
    measure: '변화를 볼 측정값',
    by: '기준',
    contribution: '기여',
    points: '포인트',
    rate: '자체 비율',
    mix: '비중',
    listOf: (measure: string, field: string) => `${field}별 ${measure} 변화의 원인`,
    others: (count: string) => `기타 ${count}개`,
    rest: '이 기준으로 설명되지 않음',
    total: '변화',
    notRecorded: '기록 없음',
    noDrivers: '한쪽에 값이 없어 변화를 말할 수 없습니다.',
    addsUp: '기여를 모두 더하면 변화가 됩니다. 누르면 그것만 봅니다.',
    addsUpRatio:
      '기여를 모두 더하면 변화가 됩니다. 자체 비율은 그 자신이 좋아지거나 나빠진 만큼이고, 비중은 전체에서 차지하는 몫이 달라진 만큼입니다. 누르면 그것만 봅니다.',
  },
};
