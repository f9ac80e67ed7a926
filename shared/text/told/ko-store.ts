import type { Sentence } from './sentences.ts';

/** What disks, stores and their files refuse, and why upkeep, backups and restores stop. */
export const koStore: readonly Sentence[] = [
  [
    'The disk that holds {path} is full. What was stored before is unchanged, and nothing half-written was kept; free some space and try again.',
    '{path}의 디스크가 가득 찼습니다. 전에 저장한 것은 그대로이고 쓰다 만 것은 남기지 않았습니다. 공간을 비우고 다시 하세요.',
  ],
  [
    'The disk of the store is full. What was stored before is unchanged, and nothing half-written was kept; free some space and try again.',
    '저장소의 디스크가 가득 찼습니다. 전에 저장한 것은 그대로이고 쓰다 만 것은 남기지 않았습니다. 공간을 비우고 다시 하세요.',
  ],
  [
    'The disk that holds {path} is full. What was stored before is unchanged; free some space and try again.',
    '{path}의 디스크가 가득 찼습니다. 전에 저장한 것은 그대로입니다. 공간을 비우고 다시 하세요.',
  ],
  [
    'The store cannot be written ({detail}). What was stored is unchanged; check the permissions of its folder.',
    '저장소에 쓸 수 없습니다({detail}). 저장한 것은 그대로입니다. 폴더의 권한을 확인하세요.',
  ],
  [
    'The disk did not read or write as asked ({detail}). What was stored before is kept; check the disk and the room on it, then try again.',
    '디스크가 제대로 읽거나 쓰지 못했습니다({detail}). 전에 저장한 것은 그대로입니다. 디스크와 여유 공간을 확인하고 다시 하세요.',
  ],
  [
    'The disk that holds {path} did not read or write as asked ({detail}). What was stored before is kept; check the disk and the room on it, then try again.',
    '{path}의 디스크가 제대로 읽거나 쓰지 못했습니다({detail}). 전에 저장한 것은 그대로입니다. 디스크와 여유 공간을 확인하고 다시 하세요.',
  ],
  [
    '{path} is damaged or is not a Throughline file ({detail}). It was left as it is; restore it from a backup, or move it away.',
    '{path}이(가) 손상되었거나 Throughline 파일이 아닙니다({detail}). 그대로 두었습니다. 백업에서 복원하거나 옮기세요.',
  ],
  [
    '{path} is empty, or not a file of this version of Throughline ({detail}). It was left as it is; restore it from a backup, or open the store for writing first.',
    '{path}이(가) 비었거나 이 버전의 파일이 아닙니다({detail}). 그대로 두었습니다. 백업에서 복원하거나 저장소를 먼저 쓰기로 여세요.',
  ],
  [
    '{path} cannot be opened. Check that it exists, that you may read it, and the room on its disk.',
    '{path}을(를) 열 수 없습니다. 파일이 있는지, 읽을 권한이 있는지, 디스크에 여유가 있는지 확인하세요.',
  ],
  [
    '{path} cannot be written. Check its permissions and the room on its disk; nothing was changed.',
    '{path}에 쓸 수 없습니다. 권한과 디스크의 여유를 확인하세요. 바뀐 것은 없습니다.',
  ],
  [
    'Another program keeps {path} locked. What was stored is unchanged; close it there and try again.',
    '다른 프로그램이 {path}을(를) 잠그고 있습니다. 저장한 것은 그대로입니다. 거기에서 닫고 다시 하세요.',
  ],
  [
    'The quantities add up to more than {most}, which cannot be held exactly. Nothing was changed; look for a quantity in too small a unit, or ask for less at once.',
    '수량의 합이 {most}을(를) 넘어 정확히 담을 수 없습니다. 바뀐 것은 없습니다. 단위가 너무 작은 수량이 있는지 보거나, 한 번에 더 적게 물으세요.',
  ],
  [
    'A reader stopped in the middle of this question, and another one has taken its place. Nothing was changed; ask again.',
    '질문을 읽다가 멈추어 다른 것으로 바꾸었습니다. 바뀐 것은 없습니다. 다시 물으세요.',
  ],
  [
    'The thread that writes stopped in the middle of this, and another one has taken its place. Nothing half-done was kept; look whether it is done before you try again.',
    '쓰다가 멈추어 다른 것으로 바꾸었습니다. 하다 만 것은 남기지 않았습니다. 끝났는지 확인하고 다시 하세요.',
  ],
  [
    'The question was stopped at its time limit of {seconds} s. {read} read by then; nothing was changed. Ask about fewer days, or allow it more time.',
    '질문이 시간 제한 {seconds}초에 멈추었습니다. 그때까지 읽은 양: {read}. 바뀐 것은 없습니다. 더 적은 날을 묻거나 시간을 늘리세요.',
  ],
  ['The question was taken back; nothing was changed.', '질문을 거두었습니다. 바뀐 것은 없습니다.'],
  [
    'There is no record {id}; it may have been removed by an undo.',
    '기록 {id}이(가) 없습니다. 되돌리기로 지워졌을 수 있습니다.',
  ],
  [
    "There is no record of the lot '{lot}'; it may have been removed by an undo.",
    "로트 '{lot}'의 기록이 없습니다. 되돌리기로 지워졌을 수 있습니다.",
  ],
  ['There is no file {name}.', '파일 {name}이(가) 없습니다.'],
  ['There is no archive {name}.', '보관 파일 {name}이(가) 없습니다.'],
  ['There is no archive {name} in this store.', '이 저장소에 보관 파일 {name}이(가) 없습니다.'],
  [
    'The store in {path} is open in another Throughline on {host}. Nothing was changed; close it there, or open another store.',
    '{path}의 저장소를 {host}의 다른 Throughline이 열고 있습니다. 바뀐 것은 없습니다. 거기에서 닫거나 다른 저장소를 여세요.',
  ],
  [
    'The archive {file} belongs to this store but is not there. Put it back, or restore it from a backup; nothing was changed.',
    '이 저장소의 보관 파일 {file}이(가) 없습니다. 제자리에 두거나 백업에서 복원하세요. 바뀐 것은 없습니다.',
  ],
  [
    '{path} was made by a newer Throughline (schema {version}; this one knows up to {newest}). It was left as it is; open it with the newer program.',
    '{path}은(는) 더 새로운 Throughline이 만들었습니다(스키마 {version}, 이 프로그램은 {newest}까지). 그대로 두었습니다. 새 프로그램으로 여세요.',
  ],
  [
    '{path} was removed or replaced while it was open, so that what was written since then is not in it. Put the file back or restore it from a backup, start the program again, and do this once more.',
    '{path}이(가) 열려 있는 동안 지워지거나 바뀌어 그 뒤에 쓴 것이 들어 있지 않습니다. 파일을 되돌려 놓거나 백업에서 복원하고, 프로그램을 다시 시작해 한 번 더 하세요.',
  ],

  ['live holds no records of {year}; it holds {years}.', '현재 파일에 {year}년 기록이 없습니다. 있는 해: {years}.'],
  ['live holds no records of {year}.', '현재 파일에 {year}년 기록이 없습니다.'],
  [
    "The copy of {year} differs from live ({equal} of {records} records are equal). It was dropped and live is unchanged; check the store's integrity before trying again.",
    '{year}년의 복사본이 현재 파일과 다릅니다(기록 {records}건 중 {equal}건이 같음). 복사본은 버렸고 현재 파일은 그대로입니다. 무결성을 검사하고 다시 하세요.',
  ],
  [
    'The rollups {names} of the new archive disagree with its records. It was dropped and live is unchanged; run the integrity check, which builds them again.',
    '새 보관 파일의 {names} 집계가 기록과 맞지 않습니다. 보관 파일은 버렸고 현재 파일은 그대로입니다. 무결성 검사를 하면 다시 집계합니다.',
  ],
  [
    'The new archive did not pass its integrity check ({check}). It was dropped and live is unchanged.',
    '새 보관 파일이 무결성 검사를 통과하지 못했습니다({check}). 보관 파일은 버렸고 현재 파일은 그대로입니다.',
  ],
  [
    'Archiving {year} stopped at the cut-over: {done} of {records} records.',
    '{year}년 보관이 전환 중에 멈추었습니다: 기록 {records}건 중 {done}건.',
  ],
  [
    '{what} needs {needed} free and the disk has {free} ({folder}). Nothing was changed; free some space and try again.',
    '{what}에 여유 공간 {needed}이(가) 필요한데 {free}이(가) 있습니다({folder}). 바뀐 것은 없습니다. 공간을 비우고 다시 하세요.',
  ],
  [
    "{name} holds {done} records where the store knows of {total}. Nothing was changed; check the store's integrity.",
    '{name}에 기록이 {done}건 있는데 저장소가 아는 것은 {total}건입니다. 바뀐 것은 없습니다. 무결성을 검사하세요.',
  ],
  [
    '{file} is not what was sealed, so its records stay where they are. Nothing was changed; rebuild it from a backup first.',
    '{file}이(가) 봉인한 것과 달라 기록을 그대로 두었습니다. 바뀐 것은 없습니다. 먼저 백업에서 다시 만드세요.',
  ],
  [
    '{name} cannot be used as it is: {damage}. Nothing was changed; rebuild it from a backup.',
    '{name}을(를) 그대로 쓸 수 없습니다: {damage}. 바뀐 것은 없습니다. 백업에서 다시 만드세요.',
  ],
  [
    '{file} cannot be rebuilt: no record of it can be read, and {looked}. Nothing was changed. Name a folder that has it, or import its files again.',
    '{file}을(를) 다시 만들 수 없습니다. 읽을 수 있는 기록이 없습니다({looked}). 바뀐 것은 없습니다. 이 파일이 있는 폴더를 정하거나, 원본 파일을 다시 가져오세요.',
  ],
  ['The store has the index {name} already.', '저장소에 {name} 색인이 이미 있습니다.'],
  [
    '{name} is not an index that was made on advice; only those can be taken away.',
    '{name} 색인은 제안으로 만든 것이 아닙니다. 그런 색인만 없앨 수 있습니다.',
  ],

  [
    'No folder for backups is set. Choose one, best on another disk: under Maintenance, or with --to DIR.',
    '백업할 폴더를 정하지 않았습니다. 관리 화면에서 다른 디스크의 폴더를 고르세요.',
  ],
  [
    "'{folder}' is not a whole path. Nothing was changed; write it from the root on.",
    "'{folder}' 폴더는 전체 경로가 아닙니다. 바뀐 것은 없습니다. 루트부터 적으세요.",
  ],
  [
    'What was written could not be read back ({faults}). This backup was dropped; the ones before are kept. Check the disk that holds {folder}.',
    '쓴 것을 다시 읽지 못했습니다({faults}). 이 백업은 버렸고 이전 백업은 그대로입니다. {folder}의 디스크를 확인하세요.',
  ],
  [
    '{folder} lies in the store itself and would be lost with it. Nothing was written; choose a folder on another disk.',
    '{folder} 폴더는 저장소 안에 있어 저장소와 함께 잃게 됩니다. 아무것도 쓰지 않았습니다. 다른 디스크의 폴더를 고르세요.',
  ],
  [
    '{folder} holds backups of another store. Nothing was written; choose another folder.',
    '{folder}에는 다른 저장소의 백업이 있습니다. 아무것도 쓰지 않았습니다. 다른 폴더를 고르세요.',
  ],
  [
    '{name}.db is not there or not what was sealed, so no backup was made. The backups before are kept; run the integrity check.',
    '{name}.db가 없거나 봉인한 것과 달라 백업하지 않았습니다. 이전 백업은 그대로입니다. 무결성 검사를 하세요.',
  ],
  [
    '{path} was changed while it was copied. No backup was made; try again.',
    '{path}이(가) 복사하는 동안 바뀌었습니다. 백업하지 않았습니다. 다시 하세요.',
  ],
  [
    'A backup of the store in {path} is being made, restored or tried. Nothing was changed; try again when that has ended.',
    '{path} 저장소의 백업을 만들거나 복원하거나 시험하고 있습니다. 바뀐 것은 없습니다. 끝난 뒤에 다시 하세요.',
  ],
  [
    'The process that works on backups ended before its time ({why}). What it had begun does not count; try again.',
    '백업 작업이 중간에 끝났습니다({why}). 하던 것은 없던 일입니다. 다시 하세요.',
  ],
  [
    '{what!} What was made is whole, and takes its place the next time the store is opened.',
    '{what} 만든 것은 온전하며, 다음에 저장소를 열 때 제자리에 놓입니다.',
  ],
  [
    'The disk that holds {folder} is full: {free} are free, and more were needed. {kept} Free some space and try again.',
    '{folder}의 디스크가 가득 찼습니다. 여유는 {free}입니다. {kept} 공간을 비우고 다시 하세요.',
  ],
  [
    'A file could not be read or written ({detail}). {kept} Check that the disk is there and that you may write to it.',
    '파일을 읽거나 쓰지 못했습니다({detail}). {kept} 디스크가 있는지, 쓸 권한이 있는지 확인하세요.',
  ],
  [
    'Another program wrote into {path} while it was read. Try again.',
    '{path}을(를) 읽는 동안 다른 프로그램이 썼습니다. 다시 하세요.',
  ],
  ['{file} is damaged, so that its backup cannot be used.', '{file}이(가) 손상되어 그 백업을 쓸 수 없습니다.'],
  ['{file} is damaged or not there.', '{file}이(가) 손상되었거나 없습니다.'],
  ['There is no backup in {folder}.', '{folder}에 백업이 없습니다.'],
  [
    'No backup in {folder} was made by {at}; the oldest is of {oldest}.',
    '{folder}에 {at}까지의 백업이 없습니다. 가장 오래된 것은 {oldest}입니다.',
  ],
  [
    'The backup of {at} cannot be restored: {why!} The store is as it was; choose another backup with --at.',
    '{at} 백업을 복원할 수 없습니다: {why} 저장소는 그대로입니다. 다른 백업을 고르세요.',
  ],
  [
    'The backup of {at} was made by a newer Throughline (schema {version}; this one knows up to {newest}). Nothing was changed; restore it with the newer program, or choose another backup.',
    '{at} 백업은 더 새로운 Throughline이 만들었습니다(스키마 {version}, 이 프로그램은 {newest}까지). 바뀐 것은 없습니다. 새 프로그램으로 복원하거나 다른 백업을 고르세요.',
  ],
  [
    'The backup is of another store than the one in {path}. Nothing was changed; name another folder with --store.',
    '{path} 저장소의 백업이 아닙니다. 바뀐 것은 없습니다. 다른 폴더를 고르세요.',
  ],
  [
    'live.db is damaged, so no backup of it was made ({damage}). The backups before are kept; restore the newest.',
    'live.db가 손상되어 백업하지 않았습니다({damage}). 이전 백업은 그대로입니다. 가장 최근 것을 복원하세요.',
  ],
  [
    '{name}.db is being changed. No backup was made; try again when that job is over.',
    '{name}.db를 바꾸고 있습니다. 백업하지 않았습니다. 그 작업이 끝난 뒤에 다시 하세요.',
  ],
  [
    'The standby is damaged ({findings}). The store is as it was; restore the newest backup instead.',
    '대기본이 손상되었습니다({findings}). 저장소는 그대로입니다. 가장 최근 백업을 복원하세요.',
  ],
  ['There is no standby in {folder}. The store is as it was.', '{folder}에 대기본이 없습니다. 저장소는 그대로입니다.'],
  [
    'There is no standby in {folder}. Check that its disk is there, or set the folder again to begin anew.',
    '{folder}에 대기본이 없습니다. 디스크가 있는지 확인하거나, 폴더를 다시 정해 새로 시작하세요.',
  ],
  [
    'The store in {path} is being followed by its standby. Nothing was changed; close the program that has it open, and try again.',
    '{path}의 저장소를 대기본이 따라가고 있습니다. 바뀐 것은 없습니다. 저장소를 연 프로그램을 닫고 다시 하세요.',
  ],
  [
    'No folder for a standby is set. Choose one, best on another disk: under Maintenance, or with standby set --to DIR.',
    '대기본의 폴더를 정하지 않았습니다. 관리 화면에서 다른 디스크의 폴더를 고르세요.',
  ],
  [
    'Another program has the standby {path} open, so that it could not be brought up to date. Close it there; it goes on by itself.',
    '다른 프로그램이 대기본({path})을 열고 있어 맞추지 못했습니다. 거기에서 닫으면 저절로 이어집니다.',
  ],
  [
    'The store is open. Nothing was changed; fail over or restore under Maintenance.',
    '저장소가 열려 있습니다. 바뀐 것은 없습니다. 관리 화면에서 전환하거나 복원하세요.',
  ],
  [
    '{path} is shorter than it says. Nothing was changed; check its integrity.',
    '{path}이(가) 적힌 것보다 짧습니다. 바뀐 것은 없습니다. 무결성을 검사하세요.',
  ],
  [
    'A backup waits to take the place of {path}, which another program has open. Nothing was changed; close it there and open the store again.',
    '백업이 {path}을(를) 대신하려고 기다리는데 다른 프로그램이 열고 있습니다. 바뀐 것은 없습니다. 거기에서 닫고 저장소를 다시 여세요.',
  ],
  [
    '{path} is a database of another program. It was left as it is; choose another folder for the store.',
    '{path}은(는) 다른 프로그램의 데이터베이스입니다. 그대로 두었습니다. 저장소의 폴더를 다시 고르세요.',
  ],
  [
    '{path} is not there. Nothing was changed; restore it from a backup.',
    '{path}이(가) 없습니다. 바뀐 것은 없습니다. 백업에서 복원하세요.',
  ],
  [
    'No record of {file} can be read any more. Nothing was changed; restore it from a backup.',
    '{file}에서 읽을 수 있는 기록이 없습니다. 바뀐 것은 없습니다. 백업에서 복원하세요.',
  ],
  ['The range begins ({from}) after it ends ({to}).', '범위의 시작({from})이 끝({to})보다 늦습니다.'],
  [
    'The standby in {path} is of a newer Throughline (schema {version}; this one knows up to {newest}). Nothing was changed; fail over with the newer program.',
    '{path}의 대기본은 더 새로운 Throughline의 것입니다(스키마 {version}, 이 프로그램은 {newest}까지). 바뀐 것은 없습니다. 새 프로그램으로 전환하세요.',
  ],
  [
    'The standby is of another store than the one in {path}. Nothing was changed; name another folder with --store.',
    '{path} 저장소의 대기본이 아닙니다. 바뀐 것은 없습니다. 다른 폴더를 고르세요.',
  ],
  ['{path} cannot be read back. Check its disk.', '{path}을(를) 다시 읽을 수 없습니다. 디스크를 확인하세요.'],
  [
    'The log of {path} could not be followed, as it is not what its checksums say. The standby is as it was; it is compared with the store anew.',
    '{path}의 로그가 검사합과 달라 따라가지 못했습니다. 대기본은 그대로이고, 저장소와 새로 비교합니다.',
  ],
  [
    '{note} cannot be read. Nothing in {path} was changed; set another folder for the standby, or empty this one.',
    '{note}을(를) 읽을 수 없습니다. {path}에서 바뀐 것은 없습니다. 대기본의 폴더를 다시 정하거나 이 폴더를 비우세요.',
  ],
  [
    'There is no store in {path}. Import a file into it first, or name another folder.',
    '{path}에 저장소가 없습니다. 먼저 파일을 가져오거나 다른 폴더를 고르세요.',
  ],
  [
    "{path} lies on a network share ({type}), where SQLite's locks cannot be relied on and a store would be damaged. Nothing was changed; choose a folder on a disk of this machine.",
    '{path}은(는) 네트워크 공유({type})라 잠금을 믿을 수 없어 저장소가 손상될 수 있습니다. 바뀐 것은 없습니다. 이 컴퓨터의 디스크에서 폴더를 고르세요.',
  ],
  [
    '{path} is missing or empty. Nothing was changed; restore it from a backup, or choose another folder for a new store.',
    '{path}이(가) 없거나 비었습니다. 바뀐 것은 없습니다. 백업에서 복원하거나 새 저장소의 폴더를 고르세요.',
  ],
  ['The query cannot be asked: {why}.', '물을 수 없는 질문입니다: {why}.'],
];
