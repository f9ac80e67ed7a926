import type { AlertKind, LogHolder } from '../../../../shared/contract/health.ts';
import type { Language } from '../../../../shared/text/labels.ts';
import { toldIn } from '../../../../shared/text/told/told.ts';

/** What an alert says, and what the button beside it does. */
interface AlertWords {
  title: string;
  /** With what was measured and the threshold, each with its unit, and the names of what failed. */
  measured: (value: string, threshold: string, names: string) => string;
  /** Where there is nothing to measure, as of a backup that was never made. */
  nothing: (threshold: string) => string;
  action: string;
}

export interface AlertText {
  alerts: string;
  kinds: Record<AlertKind, AlertWords>;
  /** Why a log stays large. */
  heldBy: Record<LogHolder, string>;
  /** The newest of several, and why it is there. */
  about: (name: string, why: string) => string;
  since: (time: string) => string;
  count: (alerts: number) => string;
  show: string;
  close: string;
}

/** Nothing of it can be measured. */
const DAMAGED: Record<Language, string> = {
  en: 'live.db could not be read or written as it should, a check found damage in it, or its bytes are not those that the program left. Maintenance says what to do first; the standby, or a backup from before, can take its place.',
  ko: 'live.db를 제대로 읽거나 쓸 수 없었거나, 검사에서 손상이 발견되었거나, 프로그램이 남긴 내용과 다릅니다. 무엇부터 할지는 유지 관리 화면에 있으며, 대기본이나 그 전의 백업으로 대신할 수 있습니다.',
};

/** Words of alerts. */
export const text: Record<Language, AlertText> = {
  en: {
    alerts: 'Alerts',
    kinds: {
      damage: {
        title: 'The live file is damaged',
        measured: () => DAMAGED.en,
        nothing: () => DAMAGED.en,
        action: 'Show what to do',
      },
      slow: {
        title: 'Answers are slow',
        measured: (value, threshold) => `One in twenty of the last hour took over ${value}; ${threshold} is the limit.`,
        nothing: (threshold) => `${threshold} is the limit.`,
        action: 'Show slow questions',
      },
      hitRatio: {
        title: 'Few answers come from memory',
        measured: (value, threshold) => `${value} in the last hour; at least ${threshold} are expected.`,
        nothing: (threshold) => `At least ${threshold} are expected.`,
        action: 'Show memory',
      },
      log: {
        title: 'The write-ahead log is large',
        measured: (value, threshold) => `${value}, over ${threshold}.`,
        nothing: (threshold) => `Over ${threshold}.`,
        action: 'Show the store',
      },
      disk: {
        title: 'The disk is nearly full',
        measured: (value, threshold) => `${value} are free, less than ${threshold}. Imports stop when nothing is left.`,
        nothing: (threshold) => `Less than ${threshold} are free. Imports stop when nothing is left.`,
        action: 'Make room',
      },
      diskSoon: {
        title: 'The disk will be full soon',
        measured: (value, threshold) =>
          `In about ${value} if the store goes on growing as it did; ${threshold} is the limit.`,
        nothing: (threshold) => `In less than ${threshold} if the store goes on growing as it did.`,
        action: 'Make room',
      },
      integrity: {
        title: 'The integrity check is overdue',
        measured: (value, threshold) => `The last one was ${value} ago; ${threshold} is the limit.`,
        nothing: (threshold) => `No check has run yet; one every ${threshold} is expected.`,
        action: 'Check integrity',
      },
      backup: {
        title: 'The backup is overdue',
        measured: (value, threshold) => `The last one was ${value} ago; ${threshold} is the limit.`,
        nothing: (threshold) => `No backup has been made yet; one every ${threshold} is expected.`,
        action: 'Back up now',
      },
      standby: {
        title: 'The standby is behind',
        measured: (value, threshold) => `It was last in step ${value} ago; ${threshold} is the limit.`,
        nothing: () => 'It has not been in step with the store yet.',
        action: 'Show the standby',
      },
      reports: {
        title: 'A scheduled report was not written',
        measured: (_value, _threshold, names) =>
          `${names}. The list of reports says why; choose a folder that is there, or run it again when the trouble is over.`,
        nothing: () => 'The list of reports cannot be read, so none is written.',
        action: 'Show scheduled reports',
      },
      watchedFile: {
        title: 'A watched file could not be imported',
        measured: (files) =>
          files === '1'
            ? 'It waits in the folder named failed. Open it, say how it is to be read, and import it.'
            : `${files} wait in the folder named failed. Open each, say how it is to be read, and import it.`,
        nothing: () => '',
        action: 'Show what came',
      },
      watchedFolder: {
        title: 'A folder cannot be watched',
        measured: (folders) =>
          folders === '1' ? 'Nothing is imported from it.' : `Nothing is imported from ${folders} folders.`,
        nothing: () => '',
        action: 'Show the folders',
      },
    },
    heldBy: {
      job: 'A job is writing; it is folded into live.db when that is over.',
      reader: 'A question or a backup of this program still reads what was there before; it shrinks when that is over.',
      other: 'Another program reads live.db and holds it; it shrinks by itself once that lets go.',
    },
    about: (name, why) => `${name}: ${why}`,
    since: (time) => `since ${time}`,
    count: (alerts) => (alerts === 1 ? '1 alert' : `${alerts} alerts`),
    show: 'Show health',
    close: 'Close this message',
  },
  ko: {
    alerts: '알림',
    kinds: {
      damage: {
        title: '현재 파일이 손상되었습니다',
        measured: () => DAMAGED.ko,
        nothing: () => DAMAGED.ko,
        action: '할 일 보기',
      },
      slow: {
        title: '답이 느립니다',
        measured: (value, threshold) =>
          `지난 한 시간 질문 스물 중 하나가 ${value} 넘게 걸렸습니다. 기준은 ${threshold}입니다.`,
        nothing: (threshold) => `기준은 ${threshold}입니다.`,
        action: '느린 질문 보기',
      },
      hitRatio: {
        title: '메모리에서 나오는 답이 적습니다',
        measured: (value, threshold) => `지난 한 시간 ${value}로 기준 ${threshold}보다 적습니다.`,
        nothing: (threshold) => `기준 ${threshold}보다 적습니다.`,
        action: '메모리 보기',
      },
      log: {
        title: '로그 파일이 큽니다',
        measured: (value, threshold) => `${value}로 ${threshold}를 넘었습니다.`,
        nothing: (threshold) => `${threshold}를 넘었습니다.`,
        action: '저장소 보기',
      },
      disk: {
        title: '디스크가 거의 찼습니다',
        measured: (value, threshold) =>
          `여유가 ${value}로 ${threshold}보다 적습니다. 여유가 없으면 가져오기가 멈춥니다.`,
        nothing: (threshold) => `여유가 ${threshold}보다 적습니다. 여유가 없으면 가져오기가 멈춥니다.`,
        action: '공간 만들기',
      },
      diskSoon: {
        title: '디스크가 곧 가득 찹니다',
        measured: (value, threshold) =>
          `저장소가 지금처럼 늘면 약 ${value} 뒤에 가득 찹니다. 기준은 ${threshold}입니다.`,
        nothing: (threshold) => `저장소가 지금처럼 늘면 ${threshold} 안에 가득 찹니다.`,
        action: '공간 만들기',
      },
      integrity: {
        title: '무결성 검사 기한이 지났습니다',
        measured: (value, threshold) => `마지막 검사는 ${value} 전이며 기준은 ${threshold}입니다.`,
        nothing: (threshold) => `아직 한 번도 하지 않았습니다. ${threshold}마다 한 번이 기준입니다.`,
        action: '무결성 검사',
      },
      backup: {
        title: '백업 기한이 지났습니다',
        measured: (value, threshold) => `마지막 백업은 ${value} 전이며 기준은 ${threshold}입니다.`,
        nothing: (threshold) => `아직 한 번도 하지 않았습니다. ${threshold}마다 한 번이 기준입니다.`,
        action: '지금 백업',
      },
      standby: {
        title: '대기본이 뒤처졌습니다',
        measured: (value, threshold) => `마지막으로 일치한 때는 ${value} 전이며 기준은 ${threshold}입니다.`,
        nothing: () => '아직 한 번도 저장소와 일치하지 않았습니다.',
        action: '대기본 보기',
      },
      reports: {
        title: '예약 보고서를 쓰지 못했습니다',
        measured: (_value, _threshold, names) =>
          `${names}. 이유는 보고서 목록에 있습니다. 있는 폴더를 고르거나, 문제가 풀린 뒤 다시 실행하세요.`,
        nothing: () => '보고서 목록을 읽을 수 없어 아무것도 쓰지 않습니다.',
        action: '예약 보고서 보기',
      },
      watchedFile: {
        title: '감시 폴더의 파일을 가져오지 못했습니다',
        measured: (files) => `파일 ${files}개가 failed 폴더에 있습니다. 파일을 열어 읽는 방법을 정하고 가져오세요.`,
        nothing: () => '',
        action: '들어온 파일 보기',
      },
      watchedFolder: {
        title: '감시할 수 없는 폴더가 있습니다',
        measured: (folders) => `폴더 ${folders}개에서 아무것도 가져오지 못합니다.`,
        nothing: () => '',
        action: '폴더 보기',
      },
    },
    heldBy: {
      job: '작업이 쓰고 있습니다. 작업이 끝나면 live.db에 합쳐집니다.',
      reader: '이 프로그램의 질문이나 백업이 이전 내용을 읽고 있습니다. 끝나면 줄어듭니다.',
      other: '다른 프로그램이 live.db를 읽으며 붙잡고 있습니다. 놓아주면 저절로 줄어듭니다.',
    },
    about: (name, why) => `${name}: ${toldIn('ko', why) ?? why}`,
    since: (time) => `${time}부터`,
    count: (alerts) => `알림 ${alerts}건`,
    show: '상태 보기',
    close: '이 메시지 닫기',
  },
};
