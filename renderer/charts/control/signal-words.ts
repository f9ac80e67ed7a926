import type { RuleName } from '../../../shared/domain/spc/rules.ts';
import type { Language } from '../../../shared/text/labels.ts';

type Side = 'above' | 'below' | null;
const sideEn = (side: Side) => (side === 'below' ? 'below' : 'above');
const sideKo = (side: Side) => (side === 'below' ? '아래' : '위');

/** What a signal says; `count` is the number of points from its first to its last. */
const signalsEn: Record<RuleName, (side: Side, count: number) => string> = {
  beyondLimits: (side, count) =>
    count === 1
      ? `${side === 'below' ? 'Below the lower' : 'Above the upper'} limit: something out of the ordinary was at work.`
      : `${count} in a row ${side === 'below' ? 'below the lower' : 'above the upper'} limit: something out of the ordinary was at work.`,
  twoOfThreeBeyondTwo: (side) => `2 of 3 in a row far ${sideEn(side)} the center: the process is likely to have moved.`,
  fourOfFiveBeyondOne: (side) => `4 of 5 in a row well ${sideEn(side)} the center: the process is drifting off.`,
  eightOnOneSide: (side, count) => `${count} in a row ${sideEn(side)} the center: the process has moved.`,
  nineOnOneSide: (side, count) => `${count} in a row ${sideEn(side)} the center: the process has moved.`,
  sixTrending: (side, count) =>
    `${count} in a row each ${side === 'below' ? 'lower' : 'higher'} than the one before: something wears, warms or is used up.`,
  fourteenAlternating: (_, count) =>
    `${count} in a row up and down in turn: two sources take turns, such as shifts or machines.`,
  fifteenWithinOne: (_, count) =>
    `${count} in a row close to the center: unlike sources are mixed in each point, or the limits are of another time.`,
  eightOutsideOne: (_, count) => `${count} in a row away from the center, to either side: two processes are mixed.`,
};
const signalsKo: Record<RuleName, (side: Side, count: number) => string> = {
  beyondLimits: (side, count) =>
    count === 1
      ? `${side === 'below' ? '관리 하한 아래' : '관리 상한 위'}: 평소와 다른 원인이 있었습니다.`
      : `${count}점 연속 ${side === 'below' ? '관리 하한 아래' : '관리 상한 위'}: 평소와 다른 원인이 있었습니다.`,
  twoOfThreeBeyondTwo: (side) => `연속 3점 중 2점이 중심보다 멀리 ${sideKo(side)}: 공정이 움직인 듯합니다.`,
  fourOfFiveBeyondOne: (side) => `연속 5점 중 4점이 중심보다 ${sideKo(side)}: 공정이 벗어나고 있습니다.`,
  eightOnOneSide: (side, count) => `${count}점 연속 중심 ${sideKo(side)}: 공정이 움직였습니다.`,
  nineOnOneSide: (side, count) => `${count}점 연속 중심 ${sideKo(side)}: 공정이 움직였습니다.`,
  sixTrending: (side, count) =>
    `${count}점 연속 ${side === 'below' ? '감소' : '증가'}: 마모, 온도 상승, 소모 같은 원인이 있습니다.`,
  fourteenAlternating: (_, count) => `${count}점 연속 오르내림: 교대나 설비 같은 두 원인이 번갈아 나타납니다.`,
  fifteenWithinOne: (_, count) => `${count}점 연속 중심 가까이: 다른 원인이 섞였거나 다른 때의 한계입니다.`,
  eightOutsideOne: (_, count) => `${count}점 연속 중심에서 떨어짐: 두 공정이 섞여 있습니다.`,
};

/** The sentence of each rule, by language. */
export const signalWords: Record<Language, Record<RuleName, (side: Side, count: number) => string>> = {
  en: signalsEn,
  ko: signalsKo,
};
