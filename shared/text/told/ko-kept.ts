import type { Sentence } from './sentences.ts';

/** Why reports, exports, views, dashboards and rules are refused. */
export const koKept: readonly Sentence[] = [
  [
    '{rows} rows are more than the {most} that a PDF is made of. Nothing was written; choose Excel or CSV, or ask for fewer rows.',
    '{rows}행은 PDF 한도 {most}행을 넘습니다. 아무것도 쓰지 않았습니다. Excel이나 CSV를 고르거나 행을 줄이세요.',
  ],
  [
    '{what}, as records changed meanwhile. The file was dropped; export again.',
    '그사이 기록이 바뀌어 맞지 않습니다({what}). 파일은 버렸습니다. 다시 내보내세요.',
  ],
  [
    'The rows do not add up to their total, as records kept changing meanwhile. Nothing was written; export again.',
    '그사이 기록이 계속 바뀌어 행의 합이 전체와 맞지 않습니다. 아무것도 쓰지 않았습니다. 다시 내보내세요.',
  ],
  [
    'Records have more fields than fit the width of a page. Nothing was written; choose Excel or CSV, or a view that adds them up.',
    '기록의 항목이 쪽의 너비를 넘습니다. 아무것도 쓰지 않았습니다. Excel이나 CSV, 또는 집계한 보기를 고르세요.',
  ],
  [
    'The disk of {folder} is full. Nothing half-written was kept there.',
    '{folder}의 디스크가 가득 찼습니다. 쓰다 만 것은 남기지 않았습니다.',
  ],
  ['{folder} is not there.', '{folder} 폴더가 없습니다.'],
  ['{folder} may not be written by this program.', '이 프로그램에 {folder}에 쓸 권한이 없습니다.'],
  ['{folder} cannot be reached ({detail}).', '{folder}에 닿을 수 없습니다({detail}).'],
  [
    'The program ended twice while it was written. It is not tried again; run it by hand.',
    '쓰는 동안 프로그램이 두 번 끝났습니다. 다시 하지 않습니다. 직접 실행하세요.',
  ],
  [
    'The list of scheduled reports in {path} cannot be read, and none is written. Correct the file, or move it away and schedule them anew.',
    '{path}의 예약 보고서 목록을 읽을 수 없어 아무것도 쓰지 않습니다. 파일을 고치거나, 옮기고 다시 예약하세요.',
  ],
  [
    "There is a report named '{name}' already. Nothing was saved; take another name.",
    "'{name}' 보고서가 이미 있습니다. 저장하지 않았습니다. 다른 이름을 쓰세요.",
  ],
  [
    'There are {most} scheduled reports, which is the most. Nothing was saved; remove one that nobody reads.',
    '예약 보고서가 한도인 {most}개입니다. 저장하지 않았습니다. 읽지 않는 것을 지우세요.',
  ],
  ["There is no scheduled report '{name}'.", "예약 보고서 '{name}'이(가) 없습니다."],
  [
    'Nothing was saved; give the whole path of a folder that is there and can be written.',
    '저장하지 않았습니다. 있고 쓸 수 있는 폴더의 전체 경로를 적으세요.',
  ],
  [
    'The dashboard was changed in another window meanwhile. That change was kept and this one was not; it is shown as it is now, so look at it and make yours again.',
    '그사이 다른 창에서 대시보드를 바꾸었습니다. 그것을 두고 이번 것은 저장하지 않았습니다. 지금 모습을 보고 다시 바꾸세요.',
  ],
  ['The dashboard was deleted in another window meanwhile.', '그사이 다른 창에서 대시보드를 지웠습니다.'],
  [
    'There are {most} dashboards, which is the most. Nothing was saved; delete one that is not needed.',
    '대시보드가 한도인 {most}개입니다. 저장하지 않았습니다. 필요 없는 것을 지우세요.',
  ],
  ["There is no {kind} named '{name}' any more.", "'{name}'이(가) 이제 없습니다."],
  [
    "There is a {kind} named '{name}' already. {kept}; take another name.",
    "'{name}'이(가) 이미 있습니다. 저장하지 않았습니다. 다른 이름을 쓰세요.",
  ],
  [
    'These limits of a measure are not kept any more. Nothing was changed.',
    '이 규격은 이제 없습니다. 바뀐 것은 없습니다.',
  ],
  [
    'No limits are kept for {measure} of what is watched. Keep some on Quality, or stop watching it.',
    '지켜보는 {measure}에 저장된 규격이 없습니다. 품질 화면에서 규격을 저장하거나 그만 지켜보세요.',
  ],
  [
    'There are {most} {kind}, which is the most. Nothing was saved; delete one that is not needed.',
    '한도인 {most}개가 모두 찼습니다. 저장하지 않았습니다. 필요 없는 것을 지우세요.',
  ],
  [
    '{what} cannot be read: {path} is not as it was written. It was left as it is; move it away to begin anew.',
    '{path}이(가) 쓴 것과 달라 읽을 수 없습니다. 그대로 두었습니다. 옮기면 새로 시작합니다.',
  ],
  [
    'The connection to Throughline is lost. It is being tried again; nothing that was saved is gone.',
    'Throughline과 연결이 끊어졌습니다. 다시 연결하고 있습니다. 저장한 것은 그대로입니다.',
  ],
  ['There is no job {id} in this run of the program.', '이번 실행에 작업 {id}이(가) 없습니다.'],
  [
    'The store is not open, and its reports are not known. Put it right first.',
    '저장소가 열려 있지 않아 보고서를 알 수 없습니다. 먼저 저장소를 바로잡으세요.',
  ],
  ['{row} row written to {file} in {folder}.', '{folder}의 {file}에 {row}행을 썼습니다.'],
  ['{rows} rows written to {file} in {folder}.', '{folder}의 {file}에 {rows}행을 썼습니다.'],
];
