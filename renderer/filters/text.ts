/** The words of what filters are chosen with. */
export const text = {
  en: {
    searchValues: 'Search values',
    noValues: 'No value contains this',
    moreValues: 'There are more; type to find them',
    keepOrLeaveOut: 'What happens with the values',
    keep: 'Keep',
    leaveOut: 'Leave out',
    notRecorded: 'not recorded',
    removeFilter: (what: string) => `Take off the filter ${what}`,
  },
  ko: {
    searchValues: '값 검색',
    noValues: '일치하는 값이 없습니다',
    moreValues: '값이 더 있습니다. 입력해서 찾으세요',
    keepOrLeaveOut: '값을 어떻게 할지',
    keep: '포함',
    leaveOut: '제외',
    notRecorded: '기록 없음',
    removeFilter: (what: string) => `${what} 필터 제거`,
  },
};
