import type { Level, LossStep } from '../domain/oee/losses.ts';
import { assertNever } from '../lib/assert-never.ts';
import type { Language } from './labels.ts';

/** What levels of planned time and the losses between them are called. */
export interface LossWords {
  levels: Record<Level, string>;
  noReason: string;
  otherReasons: (count: number) => string;
  unexplained: string;
  /** In place of it where only some reasons are asked for. */
  otherTime: string;
  overlap: string;
  speedLoss: string;
  speedGain: string;
  qualityLoss: string;
}

const en: LossWords = {
  levels: {
    planned: 'Planned time',
    run: 'Run time',
    net: 'Net run time',
    productive: 'Fully productive time',
  },
  noReason: 'Down, no reason recorded',
  otherReasons: (count: number) => `${count} more reasons`,
  unexplained: 'Neither run nor recorded',
  otherTime: 'Other time not run',
  overlap: 'Recorded twice',
  speedLoss: 'Speed loss',
  speedGain: 'Faster than ideal',
  qualityLoss: 'Quality loss',
};

const ko: LossWords = {
  levels: {
    planned: '계획 시간',
    run: '가동 시간',
    net: '실질 가동 시간',
    productive: '가치 가동 시간',
  },
  noReason: '비가동, 사유 없음',
  otherReasons: (count: number) => `그 밖의 사유 ${count}개`,
  unexplained: '가동도 기록도 없음',
  otherTime: '그 밖의 비가동',
  overlap: '중복 기록',
  speedLoss: '속도 손실',
  speedGain: '이론 사이클보다 빠름',
  qualityLoss: '품질 손실',
};

export const lossWords: Record<Language, LossWords> = { en, ko };

/** What a step is called; `isByReason` where downtime of other reasons is not among the steps. */
export function nameOfStep(step: LossStep, words: LossWords, isByReason: boolean): string {
  if (step.kind === 'level') return words.levels[step.level];
  switch (step.loss) {
    case 'downtime':
      return step.reason ?? words.noReason;
    case 'otherReasons':
      return words.otherReasons(step.count);
    case 'unexplained':
      if (step.minutes < 0) return words.overlap;
      return isByReason ? words.otherTime : words.unexplained;
    case 'speed':
      return step.minutes < 0 ? words.speedGain : words.speedLoss;
    case 'quality':
      return words.qualityLoss;
    default:
      return assertNever(step);
  }
}
