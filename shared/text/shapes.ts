/**
 * The shape of a question in words of a language. It is written once, in English, as a key that files and the command line hold
 * (electron/service/monitor/shape.ts); here its parts are read and told anew. What is not understood, as a part that another
 * version wrote, stays as it is.
 */
import { ko } from './ko.ts';
import type { Language } from './labels.ts';

const phrases: Record<string, string> = {
  'all days': '전체 기간',
  'from a day on': '어떤 날부터',
  'up to a day': '어떤 날까지',
  'a day': '하루',
  days: '며칠',
  'whole months': '온전한 달',
  'whole years': '온전한 해',
  'the first ones': '처음 몇 개만',
  'with their sums': '합계와 함께',
  'with a text sought': '검색어 있음',
  'further on': '이어서',
  'at a position': '어떤 위치부터',
  'the newest': '최근 로트',
  'by a part of their number': '번호 일부로 찾기',
  'the story of one': '한 로트의 이력',
  'like one': '비슷한 로트',
  'touched beside one, by line': '함께 거쳐 간 로트, 같은 라인',
  'touched beside one, by order': '함께 거쳐 간 로트, 같은 작업 지시',
  'touched beside one, by crew': '함께 거쳐 간 로트, 같은 작업자와 근무조',
};

const howMany: Record<string, string> = {
  'is one': '하나',
  'is one of several': '여럿 중 하나',
  'is none': '없음',
  'is none of some': '일부 제외',
};
const directions: Record<string, string> = { asc: '오름차순', desc: '내림차순' };
const names: Record<string, string> = {
  ...ko.fields,
  ...ko.dimensions,
  ...ko.measures,
  'an unknown field': '모르는 항목',
};

const nameOf = (name: string) => names[name] ?? name;
const listed = (text: string, tell: (part: string) => string = nameOf) => text.split(', ').map(tell).join(', ');

/** 'yield desc' as '수율 내림차순'. */
function orderOf(text: string): string {
  const end = text.lastIndexOf(' ');
  const direction = directions[text.slice(end + 1)];
  return direction === undefined ? text : `${nameOf(text.slice(0, end))} ${direction}`;
}

/** 'line is one of several' as '라인 여럿 중 하나'. */
function filterOf(text: string): string {
  const [field = '', ...words] = text.split(' ');
  const many = howMany[words.join(' ')];
  return many === undefined ? text : `${nameOf(field)} ${many}`;
}

const conditions: Record<string, string> = {
  'is in a range': '범위',
  'contains a text': '글자 포함',
  'begins with a text': '글자로 시작',
  'is recorded': '기록 있음',
  'is not recorded': '기록 없음',
};

/** 'goodQuantity is in a range' as '양품 범위'. */
function conditionOf(text: string): string {
  const [field = '', ...words] = text.split(' ');
  const holds = conditions[words.join(' ')];
  return holds === undefined ? text : `${nameOf(field)} ${holds}`;
}

/** What is asked first, by kind of question. */
const beginnings: Record<string, (rest: string) => string> = {
  report: (rest) => {
    const [, measures = '', dimensions] = /^of (.*?)(?: by (.*))?$/.exec(rest) ?? [];
    if (measures === '') return rest;
    return dimensions === undefined ? `${listed(measures)} 수치` : `${listed(dimensions)}별 ${listed(measures)} 수치`;
  },
  page: (rest) => (rest.startsWith('by ') ? `기록 페이지, ${orderOf(rest.slice('by '.length))}` : rest),
  lots: (rest) => `로트, ${phrases[rest] ?? rest}`,
  values: (rest) => (rest.startsWith('of ') ? `${nameOf(rest.slice('of '.length))} 값 목록` : rest),
};

function partOf(part: string): string {
  if (part.startsWith('where ')) return `필터: ${listed(part.slice('where '.length), filterOf)}`;
  if (part.startsWith('whose ')) return `조건: ${listed(part.slice('whose '.length), conditionOf)}`;
  if (part.startsWith('ordered by ')) return `순서: ${listed(part.slice('ordered by '.length), orderOf)}`;
  if (part.startsWith('then by ')) return `다음 순서: ${listed(part.slice('then by '.length), orderOf)}`;
  if (part.startsWith('in a range of ')) return `범위: ${listed(part.slice('in a range of '.length))}`;
  return phrases[part] ?? part;
}

function inKorean(shape: string): string {
  const space = shape.indexOf(' ');
  const [kind, [first = '', ...parts]] = [shape.slice(0, space), shape.slice(space + 1).split('; ')];
  if (kind === 'count') return ['기록 수', ...[first, ...parts].map(partOf)].join('; ');
  const begin = beginnings[kind];
  return begin === undefined ? shape : [begin(first), ...parts.map(partOf)].join('; ');
}

export const shapeWords: Record<Language, (shape: string) => string> = { en: (shape) => shape, ko: inKorean };
