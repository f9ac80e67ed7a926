import type { BoardScreen, TileForm, TileScreen } from '../contract/dashboards.ts';
import type { ItemsBy } from '../questions/items.ts';
import type { Language } from './labels.ts';

/** What a tile is called where it has no title of its own. */
interface TileWords {
  /** Those of Explore have what they ask as their title. */
  forms: { [S in TileScreen]: Record<TileForm<S>, string> };
  /** Screens that are written as a dashboard of all their parts. */
  screens: Record<BoardScreen, string>;
  /** The dashboard that is there to begin with. */
  readyMade: string;
}

const en: TileWords = {
  forms: {
    explore: { picture: 'Picture', number: 'Number' },
    overview: {
      totals: 'Key numbers',
      trend: 'Trend',
      lines: 'Output by line',
      items: 'Items with most defects',
      reasons: 'Defects by reason',
    },
    oee: { factors: 'OEE and its factors', losses: 'Where the time went', downtime: 'Downtime by reason' },
    quality: {
      control: 'Control chart',
      capability: 'Capability',
      pareto: 'Pareto of defects',
      firstPass: 'First-pass yield',
    },
    records: { rows: 'First records' },
  },
  screens: { overview: 'Overview', oee: 'OEE', quality: 'Quality' },
  readyMade: 'Morning',
};

const ko: TileWords = {
  forms: {
    explore: { picture: '그림', number: '숫자' },
    overview: {
      totals: '주요 수치',
      trend: '추이',
      lines: '라인별 생산',
      items: '불량이 많은 품목',
      reasons: '사유별 불량',
    },
    oee: { factors: 'OEE와 구성 요소', losses: '시간 손실', downtime: '사유별 비가동' },
    quality: { control: '관리도', capability: '공정 능력', pareto: '불량 파레토', firstPass: '직행률' },
    records: { rows: '첫 기록들' },
  },
  screens: { overview: '개요', oee: 'OEE', quality: '품질' },
  readyMade: '아침',
};

export const tileWords: Record<Language, TileWords> = { en, ko };

/** What the ranked items of an overview are called, by what they are ranked by. */
export const itemsTitles: Record<Language, Record<ItemsBy, string>> = {
  en: { defects: en.forms.overview.items, good: 'Items made most' },
  ko: { defects: ko.forms.overview.items, good: '많이 만든 품목' },
};

/** A screen with all its parts, where one chooses what is written. */
export const wholeScreenWords: Record<Language, Record<BoardScreen, string>> = {
  en: { overview: 'The whole overview', oee: 'All of OEE', quality: 'All of Quality' },
  ko: { overview: '개요 전체', oee: 'OEE 전체', quality: '품질 전체' },
};
