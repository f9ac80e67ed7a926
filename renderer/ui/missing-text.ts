import type { Language } from '../../shared/text/labels.ts';

/** What a copy of the store lacks, in words. Counts and times come already written out. */
export interface MissingText {
  nothing: string;
  unknown: (time: string) => string;
  records: (records: string) => string;
  change: (what: string, time: string) => string;
  more: (count: string) => string;
}

export const missingText: Record<Language, MissingText> = {
  en: {
    nothing: 'Nothing of what was done would be missing.',
    unknown: (time) => `What was done after ${time} would be missing; what that was is not known.`,
    records: (records) => `The store held ${records} records more. Missing would be:`,
    change: (what, time) => `${what}, ${time}`,
    more: (count) => `and ${count} more`,
  },
  ko: {
    nothing: '한 일 가운데 빠지는 것이 없습니다.',
    unknown: (time) => `${time} 이후에 한 일이 빠집니다. 무엇이었는지는 알 수 없습니다.`,
    records: (records) => `저장소에는 기록이 ${records}건 더 있었습니다. 빠지는 것:`,
    change: (what, time) => `${what}, ${time}`,
    more: (count) => `그 밖에 ${count}건`,
  },
};
