/** Words of what can be done for damaged files. */
export const text = {
  en: {
    title: 'Damaged files',
    hint: 'What cannot be read, or is not what it was; every other file is used as ever',
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
    liveFails:
      'It could not be read or written as it should since the program was started. What was acknowledged is in the standby, as far as that is in step, and up to its moment in the newest backup.',
    liveDecayed:
      'Its bytes are not those that the program left: the disk, or another program, changed them while the store was closed. All of it can be read, but any number made of it may be wrong, and no check can tell which.',
    liveDamaged:
      'A check found damage in it. Its records are shown, and sums were made again from them; do not rely on them.',
    stepCheck: 'Check integrity. It says what is wrong, as far as that can be seen, and changes no record.',
    stepReplace:
      'Restore a backup that was made before, or fail over to the standby. What is missing in it is named first, and the files of now are kept.',
    stepUse: 'Only where neither is worth it: use the file as it is.',
    stepClean: 'A check that finds nothing ends the warning.',
    useWill:
      'Numbers no longer say that damage was found. What turned stays as it is, in the file and in every backup from now on; no check will find it. Do this only if you know what changed the file, or a backup from before would lose more.',
  },
  ko: {
    title: '손상된 파일',
    hint: '읽을 수 없거나 원래 내용과 다른 파일. 다른 파일은 모두 그대로 씁니다',
    holds: (records: string, dates: string) => `${dates}의 기록 ${records}건`,
    setAside: '읽을 수 없습니다. 그 기록이 모든 수치에서 빠져 있고, 이 기간의 보고서마다 표시됩니다.',
    doubted: '읽을 수 있지만 봉인한 내용과 다릅니다. 기록이 보이지만 믿지 마세요.',
    changed: '밖에서 바뀌어 봉인과 비교하는 중입니다.',
    rebuild: '다시 만들기…',
    accept: '그대로 쓰기…',
    acknowledge: '확인함',
    rebuiltAt: (moment: string) => `${moment}에 다시 만들었습니다.`,
    fromReadable:
      '읽을 수 있던 것만 들어 있습니다. 로트나 비고처럼 합계에 들지 않는 값은 다를 수 있습니다. 온전히 하려면 이 기간의 파일을 다시 가져오세요.',
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
      '검사한 뒤 기록에서 합계를 새로 내고, 지금 그대로 봉인합니다. 그 뒤로는 보고서에 표시되지 않습니다. 언제였는지와 이전 봉인은 기록에 남습니다. 무엇이 바꾸었는지 알 때만 하세요.',
    acceptConfirm: '그대로 쓰기',
    cancel: '취소',
    liveFails:
      '프로그램을 시작한 뒤 제대로 읽거나 쓸 수 없었습니다. 확인된 내용은 일치하는 만큼 대기본에, 그리고 최신 백업에는 그 시점까지 있습니다.',
    liveDecayed:
      '프로그램이 남긴 내용과 다릅니다. 저장소가 닫혀 있는 동안 디스크나 다른 프로그램이 바꾸었습니다. 모두 읽을 수 있지만 어떤 수치든 틀릴 수 있고, 어느 것이 틀렸는지는 어떤 검사로도 알 수 없습니다.',
    liveDamaged: '검사에서 손상이 발견되었습니다. 기록이 보이고 합계는 기록에서 다시 만들었지만 믿지 마세요.',
    stepCheck: '무결성을 검사합니다. 알 수 있는 만큼 무엇이 잘못되었는지 알려 주며 기록은 바꾸지 않습니다.',
    stepReplace:
      '그 전에 만든 백업을 복원하거나 대기본으로 전환합니다. 빠지는 내용을 먼저 알려 주고 지금 파일은 남겨 둡니다.',
    stepUse: '둘 다 나을 것이 없을 때만 파일을 그대로 씁니다.',
    stepClean: '아무것도 발견되지 않는 검사가 끝나면 경고가 사라집니다.',
    useWill:
      '수치에 손상이 발견되었다는 말이 더는 붙지 않습니다. 바뀐 내용은 파일과 앞으로의 모든 백업에 그대로 남고 어떤 검사로도 찾을 수 없습니다. 무엇이 파일을 바꾸었는지 알거나 이전 백업이 더 많이 잃을 때만 하세요.',
  },
};
