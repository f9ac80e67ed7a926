import type { Language } from '../../shared/text/labels.ts';
import type { FoundField } from './recent.ts';

/** Words of the palette, the menu and the sheet of keys. */
interface CommandsText {
  menu: string;
  search: string;
  commands: string;
  nothingFound: string;
  looking: string;
  found: (count: number) => string;
  recent: string;
  dashboards: string;
  savedViews: string;
  values: Record<FoundField, string>;
  /** What Enter does with a value. */
  filter: string;
  searchKeys: string;
  noKey: string;
  arrows: string;
  gestures: Record<'grid' | 'chart' | 'panel', string>;
}

export const text: Record<Language, CommandsText> = {
  en: {
    menu: 'Menu',
    search: 'Search commands, screens, items, lines, lots and saved views',
    commands: 'What was found',
    nothingFound: 'Nothing has this in its name',
    looking: 'Looking among items, lines and lots',
    found: (count) => (count === 1 ? '1 found' : `${count} found`),
    recent: 'Chosen of late',
    dashboards: 'Dashboards',
    savedViews: 'Saved views',
    values: { item: 'Items', line: 'Lines', lot: 'Lots' },
    filter: 'Filter by it',
    searchKeys: 'Search keys',
    noKey: 'No key does this',
    arrows: 'Arrows',
    gestures: { grid: 'In the grid of records', chart: 'In charts', panel: 'Beside a panel at the right' },
  },
  ko: {
    menu: '메뉴',
    search: '명령, 화면, 품목, 라인, 로트, 저장된 보기 검색',
    commands: '찾은 항목',
    nothingFound: '이름에 이 말이 들어 있는 것이 없습니다',
    looking: '품목, 라인, 로트에서 찾는 중',
    found: (count) => `${count}개 찾음`,
    recent: '최근에 고른 항목',
    dashboards: '대시보드',
    savedViews: '저장된 보기',
    values: { item: '품목', line: '라인', lot: '로트' },
    filter: '필터로 사용',
    searchKeys: '키 검색',
    noKey: '그런 일을 하는 키가 없습니다',
    arrows: '화살표',
    gestures: { grid: '기록 표에서', chart: '차트에서', panel: '오른쪽 패널이 열려 있을 때' },
  },
};
