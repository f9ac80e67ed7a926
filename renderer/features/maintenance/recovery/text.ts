/** Words of what can be done for damaged archives. */
export const text = {
  en: {
    title: 'Damaged archives',
    hint: 'What cannot be read, or is not what was sealed; every other file is used as ever',
    holds: (records: string, dates: string) => `${records} records of ${dates}`,
    setAside: 'It cannot be read. Its records are missing from every number, and each report over these days says so.',
    doubted: 'It can be read, and is not what was sealed. Its records are shown; do not rely on them.',
    changed: 'It was changed from outside, and is being compared with its seal.',
    rebuild: 'Rebuild…',
    accept: 'Use it as it is…',
    acknowledge: 'Taken note',
    rebuiltAt: (moment: string) => `Rebuilt ${moment}.`,
    fromReadable:
      'It holds what could still be read; what no sum covers, such as a lot or a note, may differ. Import the files of these days again to have them whole.',
    fromOlder: 'It is an older copy that holds fewer records than the store knew of.',
    rebuildTitle: (name: string) => `Rebuild ${name}`,
    rebuildWill:
      'It is taken from a backup or the standby, where one has it byte for byte. Else all that can still be read of it goes into a new file, and what is lost is listed. The damaged file is kept in a folder of the store.',
    copiesIn: (folders: string) => `Copies are looked for in ${folders}.`,
    noCopies: 'No folder of backups and no standby is set.',
    furtherFolder: 'Another folder that has a copy',
    furtherFolderHint: 'The whole path; may stay empty',
    rebuildConfirm: 'Rebuild',
    acceptTitle: (name: string) => `Use ${name} as it is`,
    acceptWill:
      'It is checked, its sums are made anew from its records, and it is sealed as it lies there: no report tells of it any more. The history keeps when that was and the old seal. Do this only if you know what changed it.',
    acceptConfirm: 'Use it as it is',
    cancel: 'Cancel',
  },
  ko: {
    title: '손상된 보관 파일',
    hint: '읽을 수 없거나 봉인한 내용과 다른 파일. 다른 파일은 모두 그대로 씁니다',
    holds: (records: string, dates: string) => `${dates}의 기록 ${records}건`,
    setAside: '읽을 수 없습니다. 그 기록이 모든 수치에서 빠져 있고, 이 기간의 보고서마다 표시됩니다.',
    doubted: '읽을 수 있지만 봉인한 내용과 다릅니다. 기록이 보이지만 믿지 마십시오.',
    changed: '밖에서 바뀌어 봉인과 비교하는 중입니다.',
    rebuild: '다시 만들기…',
    accept: '그대로 쓰기…',
    acknowledge: '확인함',
    rebuiltAt: (moment: string) => `${moment}에 다시 만들었습니다.`,
    fromReadable:
      '읽을 수 있던 것만 들어 있습니다. 로트나 비고처럼 합계에 들지 않는 값은 다를 수 있습니다. 온전히 하려면 이 기간의 파일을 다시 가져오십시오.',
    fromOlder: '저장소가 알던 것보다 기록이 적은 이전 사본입니다.',
    rebuildTitle: (name: string) => `${name} 다시 만들기`,
    rebuildWill:
      '백업이나 대기 사본에 똑같은 파일이 있으면 그것을 씁니다. 없으면 아직 읽을 수 있는 것을 모두 새 파일로 옮기고 잃은 것을 알려 줍니다. 손상된 파일은 저장소의 폴더에 남습니다.',
    copiesIn: (folders: string) => `사본을 찾는 곳: ${folders}`,
    noCopies: '백업 폴더도 대기 사본도 정해지지 않았습니다.',
    furtherFolder: '사본이 있는 다른 폴더',
    furtherFolderHint: '전체 경로. 비워 두어도 됩니다',
    rebuildConfirm: '다시 만들기',
    acceptTitle: (name: string) => `${name} 그대로 쓰기`,
    acceptWill:
      '검사한 뒤 기록에서 합계를 새로 내고, 지금 그대로 봉인합니다. 그 뒤로는 보고서에 표시되지 않습니다. 언제였는지와 이전 봉인은 기록에 남습니다. 무엇이 바꾸었는지 알 때만 하십시오.',
    acceptConfirm: '그대로 쓰기',
    cancel: '취소',
  },
};
