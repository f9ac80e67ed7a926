import type { Sentence } from './sentences.ts';

/** Why an import, an undo or a profile is refused, and what came of watched files. */
export const koImports: readonly Sentence[] = [
  ['Nothing was changed.', '바뀐 것은 없습니다.'],
  ['Nothing was imported.', '아무것도 가져오지 않았습니다.'],
  ['There is no import {id}.', '가져오기 {id}이(가) 없습니다.'],
  ['Import {id} ({file}) was undone before.', '가져오기 {id}({file})은(는) 이미 되돌렸습니다.'],
  [
    '{records} of the records of import {id} are in {archive}, which is sealed. Reopen {name} under Maintenance first.',
    '가져오기 {id}의 기록 {records}건이 봉인된 {archive}에 있습니다. 먼저 관리 화면에서 {name}을(를) 다시 여세요.',
  ],
  [
    'Import {later} updated records of import {id}; undo that one first.',
    '가져오기 {later}이(가) 가져오기 {id}의 기록을 고쳤습니다. 그것을 먼저 되돌리세요.',
  ],
  ['Import {id} set no rows aside.', '가져오기 {id}에서 제외된 행이 없습니다.'],
  [
    'Import {id} ({file}) set no rows aside that could be corrected.',
    '가져오기 {id}({file})에는 고칠 수 있는 제외된 행이 없습니다.',
  ],
  [
    'Import {id} ({file}) was undone, so there is nothing to correct in it. Import the file again instead.',
    '가져오기 {id}({file})은(는) 되돌려서 고칠 것이 없습니다. 파일을 다시 가져오세요.',
  ],
  [
    'None of the rows that import {id} set aside is a record after these corrections.',
    '가져오기 {id}에서 제외된 행 가운데 이렇게 고쳐서 기록이 되는 것이 없습니다.',
  ],
  [
    'What the second file brings is missing from the folder of rejects, so that its lines cannot be joined. Nothing was imported; correct the lines in the file and import that.',
    '두 번째 파일이 가져온 내용이 제외된 행 폴더에 없어 줄을 이을 수 없습니다. 아무것도 가져오지 않았습니다. 파일에서 줄을 고쳐 가져오세요.',
  ],
  [
    'The rows that were set aside are no longer at hand: {file} is missing from the folder of rejects. Import the file again to see them; what is in the store already is left as it is.',
    '제외된 행이 이제 없습니다. 제외 행 폴더에 {file}이(가) 없습니다. 파일을 다시 가져오면 볼 수 있고, 이미 저장된 것은 그대로 둡니다.',
  ],
  [
    'More rows were set aside than can be corrected one by one. Undo this import, change how the file is read, and import it again.',
    '제외된 행이 하나씩 고치기에는 너무 많습니다. 이 가져오기를 되돌리고, 파일을 읽는 방법을 바꾸어 다시 가져오세요.',
  ],
  [
    'The corrected rows stay set aside: the first of them {because}.',
    '고친 행을 그대로 제외해 두었습니다. 첫 행의 이유: {because}.',
  ],
  [
    "'{file}' has no column '{column}', by which its rows are known. Nothing was imported; save the rejects file with all its columns after correcting it.",
    "'{file}'에 행을 알아보는 '{column}' 열이 없습니다. 아무것도 가져오지 않았습니다. 제외 파일을 고친 뒤 모든 열과 함께 저장하세요.",
  ],
  [
    '{file} waits for your decision, and nothing of it was written: {findings}. Say for each whether the rows are kept or left out, and import it again.',
    '{file}: 결정을 기다립니다. 아직 아무것도 저장하지 않았습니다. {findings}. 행을 둘지 뺄지 정하고 다시 가져오세요.',
  ],
  [
    '{file} waits for your decision, and nothing of it was written: {findings}. Say that this is kept, or correct the file, and import it again.',
    '{file}: 결정을 기다립니다. 아직 아무것도 저장하지 않았습니다. {findings}. 그대로 두기로 정하거나 파일을 고쳐 다시 가져오세요.',
  ],
  [
    '{file} waits for your decision, and nothing of it was written: {findings}. Say that the rows are left out, or correct the file, and import it again.',
    '{file}: 결정을 기다립니다. 아직 아무것도 저장하지 않았습니다. {findings}. 행을 빼기로 정하거나 파일을 고쳐 다시 가져오세요.',
  ],
  [
    '{file} waits for your decision, and nothing of it was written: {findings}. Say for each what may be done with it, and import it again.',
    '{file}: 결정을 기다립니다. 아직 아무것도 저장하지 않았습니다. {findings}. 각각 할 수 있는 것을 정하고 다시 가져오세요.',
  ],
  [
    'The file changes records of {count} archives ({names}), and at most {most} can be reopened at once. Nothing was imported; import it in parts, a few years each.',
    '이 파일은 보관 파일 {count}개({names})의 기록을 고치는데, 한 번에 {most}개까지만 다시 열 수 있습니다. 아무것도 가져오지 않았습니다. 몇 해씩 나누어 가져오세요.',
  ],
  [
    'The thread that reads the file stopped in the middle of it. Nothing was imported; import it again.',
    '파일을 읽다가 멈추었습니다. 아무것도 가져오지 않았습니다. 다시 가져오세요.',
  ],
  [
    'The thread that reads the file stopped in the middle of it as it ran out of memory. Nothing was imported; import it again.',
    '파일을 읽다가 메모리가 모자라 멈추었습니다. 아무것도 가져오지 않았습니다. 다시 가져오세요.',
  ],
  ['Cancelled. Nothing was kept of it.', '취소했습니다. 남은 것이 없습니다.'],
  [
    'Cancelled. Nothing was kept of it; what was stored before is unchanged.',
    '취소했습니다. 남은 것이 없고, 전에 저장한 것은 그대로입니다.',
  ],

  [
    "The profile reads a column '{column}' that the file lacks. It has: {columns}.",
    "프로필이 읽는 '{column}' 열이 파일에 없습니다. 있는 열: {columns}.",
  ],
  [
    "The profile makes rows of a column '{column}' that the file lacks. Nothing was imported: choose the columns anew.",
    "프로필이 행으로 만드는 '{column}' 열이 파일에 없습니다. 아무것도 가져오지 않았습니다. 열을 다시 고르세요.",
  ],
  [
    "The date format '{format}' {what}. Write it as the file writes its dates, such as YYYY-MM-DD or D.M.YYYY HH:mm.",
    "날짜 형식 '{format}'을(를) 쓸 수 없습니다({what}). 파일의 날짜처럼 YYYY-MM-DD나 D.M.YYYY HH:mm으로 적으세요.",
  ],
  [
    'The file has more than {most} counters by what the profile says tells them apart. Nothing was imported: choose fields that name a counter, such as the line.',
    '프로필이 정한 항목으로 나눈 계수기가 {most}개보다 많습니다. 아무것도 가져오지 않았습니다. 라인처럼 계수기를 가리키는 항목을 고르세요.',
  ],
  [
    'A counter cannot be read where columns become rows of their own. Nothing was imported: take the numbers as they stand.',
    '열을 행으로 만들 때는 계수기를 읽을 수 없습니다. 아무것도 가져오지 않았습니다. 숫자를 적힌 그대로 쓰세요.',
  ],
  [
    'No column is chosen for {what}. Nothing was imported: choose the columns and import again.',
    '열을 고르지 않은 항목이 있습니다: {what}. 아무것도 가져오지 않았습니다. 열을 고르고 다시 가져오세요.',
  ],
  ['{first}, nor for {second}, nor for {third}', '{first}, {second}, {third}'],
  ['{first}, nor for {second}', '{first}, {second}'],
  ['the production date', '생산일'],
  ['the line or the item', '라인 또는 품목'],
  ['a quantity or minutes', '수량 또는 시간(분)'],
  [
    "'{field}' cannot be part of the key, as it does not say which record it is; choose from {fields}.",
    "'{field}'은(는) 어느 기록인지 말해 주지 않으므로 키가 될 수 없습니다. 다음에서 고르세요: {fields}.",
  ],
  [
    "'{code}' is no language code for month names; try 'en' or 'pt'.",
    "'{code}'은(는) 달 이름의 언어 코드가 아닙니다. 'en'이나 'ko'처럼 적으세요.",
  ],
  [
    "'{mark}' cannot be both the decimal mark and the thousands mark. Choose another for one of them.",
    "'{mark}'은(는) 소수점과 천 단위 구분을 겸할 수 없습니다. 하나를 다른 것으로 고르세요.",
  ],
  [
    "'{zone}' is no time zone. Write it as a region and a city, such as Europe/Berlin or Asia/Seoul.",
    "'{zone}' 값은 시간대가 아닙니다. Asia/Seoul처럼 지역과 도시로 적으세요.",
  ],
  [
    'No column of the file holds what a column of {file} holds, so that nothing tells which rows belong together. Choose another second file, or say which columns join them.',
    '{file}의 열과 같은 값을 가진 열이 없어 어느 행이 짝인지 알 수 없습니다. 두 번째 파일을 다시 고르거나 짝이 되는 열을 정하세요.',
  ],
  [
    'This kind of file is imported together with a second one, joined by {keys}. Nothing was imported: choose the second file, or take it out of how the file is read.',
    '이런 파일은 {keys}(으)로 이어진 두 번째 파일과 함께 가져옵니다. 아무것도 가져오지 않았습니다. 두 번째 파일을 고르거나, 읽는 방법에서 빼세요.',
  ],
  [
    "{file} has no column '{column}', by which the two are joined or which is to be brought along. It has: {columns}.",
    "{file}에 두 파일을 잇거나 가져올 '{column}' 열이 없습니다. 있는 열: {columns}.",
  ],
  [
    "A quantity is read from column '{column}', which stands once in a row of which several records are made, and would be counted once for each. Nothing was imported: take quantities from {columns} only, or make no rows of the columns.",
    "기록 여러 개가 되는 행에 한 번만 있는 열 '{column}'에서 수량을 읽어, 기록마다 거듭 세게 됩니다. 아무것도 가져오지 않았습니다. 수량을 {columns}에서만 읽거나, 열을 행으로 만들지 마세요.",
  ],
  [
    "The columns '{first}' and '{second}' would become one, and the row below the headings gives them different units. Nothing was imported: leave one of them out.",
    "'{first}' 열과 '{second}' 열이 하나가 되는데, 제목 아래 행의 단위가 서로 다릅니다. 아무것도 가져오지 않았습니다. 하나를 빼세요.",
  ],
  [
    "The row below the headings gives column '{column}' {now}, and the profile has it {before}. Nothing was imported: look at the file again and confirm how it is read.",
    "제목 아래 행이 말하는 열 '{column}'의 단위({now})가 프로필({before})과 다릅니다. 아무것도 가져오지 않았습니다. 파일을 다시 보고 읽는 방법을 확인하세요.",
  ],
  ['no unit', '단위 없음'],
  ['without one', '단위 없음'],
  [
    'The profile was changed meanwhile, in another window or by an import. That change was kept and this one was not; close this, look at the profile as it is now and make yours again.',
    '그사이 다른 창이나 가져오기가 프로필을 바꾸었습니다. 그것을 두고 이번 것은 저장하지 않았습니다. 이 창을 닫고 지금 프로필을 본 뒤 다시 바꾸세요.',
  ],
  ['That profile is no longer kept.', '그 프로필은 이제 없습니다.'],
  [
    'There is a profile {which} for the same headings already. Nothing was changed; choose another name.',
    '제목 줄이 같은 프로필이 이미 있습니다: {which}. 바뀐 것은 없습니다. 다른 이름을 쓰세요.',
  ],
  ['without a name', '이름 없음'],
  [
    'The file is no profile that can be used: {why} Nothing was changed; correct it, or export a profile anew.',
    '쓸 수 있는 프로필 파일이 아닙니다: {why} 바뀐 것은 없습니다. 고치거나 프로필을 다시 내보내세요.',
  ],
  [
    'The store is open in another program, such as the window. Nothing was changed; change profiles there, or close it first.',
    '저장소를 다른 프로그램이 열고 있습니다. 바뀐 것은 없습니다. 거기에서 프로필을 바꾸거나 먼저 닫으세요.',
  ],

  [
    'Open it once in Throughline and confirm how it is read; the next ones are then imported by themselves.',
    'Throughline에서 한 번 열어 읽는 방법을 확인하세요. 다음부터는 저절로 가져옵니다.',
  ],
  ['No file with these headings was imported before.', '제목 줄이 이런 파일을 가져온 적이 없습니다.'],
  [
    'It is written otherwise than files with these headings before.',
    '제목 줄이 같은 이전 파일과 다르게 적혀 있습니다.',
  ],
  [
    "By the profile '{name}', which its folder names, no row of it is a record, or there is no such profile.",
    "폴더가 정한 프로필 '{name}'(으)로는 기록이 되는 행이 없거나, 그런 프로필이 없습니다.",
  ],
  ['None of its first rows is a record ({example}).', '처음 행들 가운데 기록이 되는 것이 없습니다({example}).'],
  ['no row can be read', '읽을 수 있는 행이 없음'],
  ['How its letters are written is not certain.', '글자 인코딩이 확실하지 않습니다.'],
  ['It became import {id}.', '가져오기 {id}이(가) 되었습니다.'],
  ['It was still being written, and is waited for again.', '아직 쓰고 있는 파일이라 다시 기다립니다.'],
  [
    'It was still being written: import {id} was undone, and the file is waited for again.',
    '아직 쓰고 있는 파일이라 가져오기 {id}을(를) 되돌리고 다시 기다립니다.',
  ],
  [
    'It was written to while it was imported, and import {id} could not be undone: {why} Look whether its records are right.',
    '가져오는 동안 파일이 바뀌었고, 가져오기 {id}을(를) 되돌리지 못했습니다: {why} 기록이 맞는지 확인하세요.',
  ],
  [
    "'{file}' was imported as import {id}, and could not be moved to the files that are done: {why} It is moved once that is over, and not imported again.",
    "'{file}'을(를) 가져오기 {id}(으)로 가져왔지만 완료 폴더로 옮기지 못했습니다: {why} 문제가 풀리면 옮기며, 다시 가져오지 않습니다.",
  ],
  ['Put back to be tried again.', '다시 해 보려고 되돌려 놓았습니다.'],
  [
    '{folder} is not there. Its files are taken once it is back.',
    '{folder} 폴더가 없습니다. 다시 생기면 파일을 가져옵니다.',
  ],
  ['{folder} is a file and not a folder.', '폴더가 아니라 파일입니다: {folder}.'],
  [
    '{folder} may not be read and written by this program. Give it the right to; its files are taken then.',
    '이 프로그램에 {folder} 폴더를 읽고 쓸 권한이 없습니다. 권한을 주면 파일을 가져옵니다.',
  ],
  [
    'The disk of {folder} is full. Its files are taken once there is room.',
    '{folder}의 디스크가 가득 찼습니다. 공간이 생기면 파일을 가져옵니다.',
  ],
  [
    '{folder} could not be read or written ({detail}). It is tried again.',
    '{folder} 폴더를 읽거나 쓰지 못했습니다({detail}). 다시 해 봅니다.',
  ],
  [
    'The list of watched folders in {path} cannot be read, and none is watched. Correct the file, or remove it and add the folders anew.',
    '{path}의 감시 폴더 목록을 읽을 수 없어 아무 폴더도 감시하지 않습니다. 파일을 고치거나, 지우고 폴더를 다시 더하세요.',
  ],
  ['That folder is no longer watched.', '그 폴더는 이제 감시하지 않습니다.'],
  ['That file was seen to already.', '그 파일은 이미 처리했습니다.'],
  [
    '{file} is no longer in {folder}. Nothing was changed; drop it there again.',
    '{file}이(가) 이제 {folder}에 없습니다. 바뀐 것은 없습니다. 거기에 다시 넣으세요.',
  ],
  [
    'The store is open in another program. Nothing was changed; try the files again there.',
    '저장소를 다른 프로그램이 열고 있습니다. 바뀐 것은 없습니다. 거기에서 다시 해 보세요.',
  ],
  ['Nothing was changed; choose another folder.', '바뀐 것은 없습니다. 다른 폴더를 고르세요.'],
];
