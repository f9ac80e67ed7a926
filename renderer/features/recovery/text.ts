import type { StartWay } from '../../../shared/contract/standby.ts';
import type { Language } from '../../../shared/text/labels.ts';

/** Words of the screen for a store that cannot be opened. Counts and times come already written out. */
export interface RecoveryText {
  title: string;
  what: string;
  lead: string;
  kept: string;
  ways: string;
  none: string;
  noneWhatNow: string;
  names: Record<StartWay['way'], string>;
  holds: (records: string, time: string) => string;
  put: Record<StartWay['way'], string>;
  elsewhere: string;
  elsewhereWords: string;
  look: string;
  salvageTitle: string;
  salvageWords: string;
  salvage: string;
  putting: string;
}

export const text: Record<Language, RecoveryText> = {
  en: {
    title: 'The store cannot be opened',
    what: 'Its live file, which holds the newest records, is damaged or not there.',
    lead: 'A copy can take its place. It is checked first; nothing is deleted.',
    kept: 'The files that are there now are kept in a folder of the store.',
    ways: 'Copies of the store',
    none: 'No copy of the store was found.',
    noneWhatNow: 'Name the folder of its standby or of its backups.',
    names: { standby: 'The standby', backup: 'The newest backup' },
    holds: (records, time) => `${records} records, as of ${time}`,
    put: { standby: 'Fail over to the standby', backup: 'Restore this backup' },
    elsewhere: 'Another folder',
    elsewhereWords: 'Of a standby or of backups, as a whole path on this machine.',
    look: 'Look there',
    salvageTitle: 'What can still be read',
    salvageWords:
      'All that can still be read of the live file goes into a new one, and what is lost is listed. A copy that lacks less is better.',
    salvage: 'Save what can be read',
    putting: 'The copy is checked and put into place. Throughline opens by itself when that is done.',
  },
  ko: {
    title: '저장소를 열 수 없습니다',
    what: '최근 기록을 담은 현재 파일이 손상되었거나 없습니다.',
    lead: '사본이 대신할 수 있습니다. 먼저 검사하며, 아무것도 지우지 않습니다.',
    kept: '지금 있는 파일은 저장소의 폴더에 보관됩니다.',
    ways: '저장소의 사본',
    none: '저장소의 사본을 찾지 못했습니다.',
    noneWhatNow: '대기본이나 백업이 있는 폴더를 지정하세요.',
    names: { standby: '대기본', backup: '최근 백업' },
    holds: (records, time) => `기록 ${records}건, ${time} 기준`,
    put: { standby: '대기본으로 전환', backup: '이 백업 복원' },
    elsewhere: '다른 폴더',
    elsewhereWords: '대기본이나 백업이 있는 이 컴퓨터의 전체 경로입니다.',
    look: '그곳에서 찾기',
    salvageTitle: '아직 읽을 수 있는 것',
    salvageWords:
      '현재 파일에서 아직 읽을 수 있는 것을 모두 새 파일로 옮기고 잃은 것을 알립니다. 빠진 것이 더 적은 사본이 있으면 그편이 낫습니다.',
    salvage: '읽을 수 있는 것 살리기',
    putting: '사본을 검사하여 제자리에 놓습니다. 끝나면 Throughline이 저절로 열립니다.',
  },
};
