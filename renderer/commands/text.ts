export const text = {
  en: {
    menu: 'Menu',
    searchCommands: 'Search commands',
    commands: 'Commands',
    nothingFound: 'No command by that name',
    savedViews: 'Saved views',
  },
  ko: {
    menu: '메뉴',
    searchCommands: '명령 검색',
    commands: '명령',
    nothingFound: '그런 이름의 명령이 없습니다',
    savedViews: '저장된 보기',
  },
};
