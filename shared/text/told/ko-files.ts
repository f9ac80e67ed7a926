import type { Sentence } from './sentences.ts';

/** Why a file cannot be read. */
export const koFiles: readonly Sentence[] = [
  [
    "'{name}' is a workbook of the kind before 2007. Open it and save it as .xlsx, then import that.",
    "'{name}'은(는) 2007 이전 형식의 통합 문서입니다. 열어서 .xlsx로 저장한 뒤 그 파일을 가져오세요.",
  ],
  [
    "The archive '{name}' holds no files. Pack it again and check what is in it.",
    "압축 파일 '{name}'에 파일이 없습니다. 다시 압축하고 내용을 확인하세요.",
  ],
  [
    "The workbook '{name}' has no sheet '{part}'. Choose another one.",
    "통합 문서 '{name}'에 '{part}' 시트가 없습니다. 다른 시트를 고르세요.",
  ],
  ["The workbook '{name}' holds no sheets with cells.", "통합 문서 '{name}'에 내용이 있는 시트가 없습니다."],
  [
    "'{name}' holds no '{part}'. Choose another of its tables.",
    "'{name}'에 '{part}'이(가) 없습니다. 다른 표를 고르세요.",
  ],
  [
    "'{name}' is compressed, and damaged or cut short ({detail}). Copy or export it again.",
    "압축 파일 '{name}'이(가) 손상되었거나 잘렸습니다({detail}). 다시 복사하거나 내보내세요.",
  ],
  [
    "'{name}' belongs to a Throughline store. Open that store, or export its records as CSV and import those.",
    "'{name}'은(는) Throughline 저장소의 파일입니다. 그 저장소를 열거나, 기록을 CSV로 내보내 가져오세요.",
  ],
  [
    "The database '{name}' holds no tables. Choose the file that holds the records.",
    "데이터베이스 '{name}'에 표가 없습니다. 기록이 든 파일을 고르세요.",
  ],
  [
    "The database '{name}' holds no '{table}'. Choose another of its tables.",
    "데이터베이스 '{name}'에 '{table}'이(가) 없습니다. 다른 표를 고르세요.",
  ],
  [
    "The database '{name}' is damaged ({detail}). Restore it, or export its table as CSV.",
    "데이터베이스 '{name}'이(가) 손상되었습니다({detail}). 복원하거나 표를 CSV로 내보내세요.",
  ],
  [
    "The database '{name}' could not be read ({detail}). Copy it and retry.",
    "데이터베이스 '{name}'을(를) 읽지 못했습니다({detail}). 복사해서 다시 해 보세요.",
  ],
  [
    "Another program keeps writing '{name}'. It was left as it is; close that program, or import a copy.",
    "다른 프로그램이 '{name}'에 계속 쓰고 있습니다. 파일은 그대로 두었습니다. 그 프로그램을 닫거나 복사본을 가져오세요.",
  ],
  [
    "The columns of '{name}' stand at fixed places of each line ({places}) and are kept apart by blanks, not by a delimiter. Export it as CSV, or open it in a spreadsheet as text of fixed width and save it as .xlsx.",
    "'{name}'의 열은 구분 기호가 아니라 정해진 자리({places})에 빈칸으로 나뉘어 있습니다. CSV로 내보내거나, 스프레드시트에서 고정 너비 글로 열어 .xlsx로 저장하세요.",
  ],
  [
    "'{name}' is a workbook written as XML, and damaged or cut short ({detail}). Export it again, or open it and save it as .xlsx.",
    "'{name}'은(는) XML로 된 통합 문서이며 손상되었거나 잘렸습니다({detail}). 다시 내보내거나, 열어서 .xlsx로 저장하세요.",
  ],
  [
    "'{name}' is a workbook in binary (.xlsb). Open it and save it as .xlsx, then import that.",
    "'{name}'은(는) 이진 통합 문서(.xlsb)입니다. 열어서 .xlsx로 저장한 뒤 그 파일을 가져오세요.",
  ],
  [
    "'{name}' is a document of OpenOffice or LibreOffice. Open it and save it as .xlsx, then import that.",
    "'{name}'은(는) OpenOffice나 LibreOffice 문서입니다. 열어서 .xlsx로 저장한 뒤 그 파일을 가져오세요.",
  ],
  [
    "'{name}' is a web archive (MHTML). Open it in a spreadsheet program, save it as .xlsx, and import that.",
    "'{name}'은(는) 웹 보관 파일(MHTML)입니다. 스프레드시트 프로그램에서 열어 .xlsx로 저장한 뒤 그 파일을 가져오세요.",
  ],
  [
    "'{name}' is packed twice. Its '{entry}' is packed as well: unpack it once, and import what comes out.",
    "'{name}'은(는) 두 번 압축되었습니다. 그 안의 '{entry}'도 압축 파일입니다. 한 번 풀어서 나온 파일을 가져오세요.",
  ],
  [
    "'{name}' is packed twice. What it holds is packed as well: unpack it once, and import what comes out.",
    "'{name}'은(는) 두 번 압축되었습니다. 그 안의 파일도 압축 파일입니다. 한 번 풀어서 나온 파일을 가져오세요.",
  ],
  [
    "There is no room to unpack '{name}' in the folder for scratch files. Free some and retry.",
    "임시 폴더에 '{name}'을(를) 풀 자리가 없습니다. 공간을 비우고 다시 하세요.",
  ],
  [
    "What is packed in '{name}' goes on beyond {size} MB, more than a table packs into so few bytes. Unpack it and import what is in it.",
    "'{name}'에 압축된 내용이 {size} MB를 넘습니다. 표가 그렇게 작게 압축되지는 않습니다. 풀어서 그 안의 파일을 가져오세요.",
  ],
  [
    "'{name}' is an XML document, not a table. Export it as CSV, or as .xlsx, and import that.",
    "'{name}'은(는) 표가 아닌 XML 문서입니다. CSV나 .xlsx로 내보내 가져오세요.",
  ],
  [
    "'{name}' is a page without a table that has rows. Export it as CSV, or as .xlsx, and import that.",
    "'{name}'은(는) 행이 있는 표가 없는 웹 페이지입니다. CSV나 .xlsx로 내보내 가져오세요.",
  ],
  [
    'The page holds a text that is too long for a cell. Export the table as CSV.',
    '한 칸에 담기에 너무 긴 글이 있습니다. 표를 CSV로 내보내세요.',
  ],
  [
    "'{name}' holds no JSON objects with values. Export it again as one object a line, or as a list of objects.",
    "'{name}'에 값이 있는 JSON 객체가 없습니다. 한 줄에 객체 하나씩, 또는 객체의 목록으로 다시 내보내세요.",
  ],
  [
    "'{name}' cannot be read as JSON: {detail}. Export it again, or as one object a line.",
    "'{name}'을(를) JSON으로 읽을 수 없습니다: {detail}. 다시 내보내거나, 한 줄에 객체 하나씩 내보내세요.",
  ],
  [
    "The objects of '{name}' have more than {most} different keys, so that they are no rows of one table. Export the table that is meant, with a fixed set of keys.",
    "'{name}'의 객체에 서로 다른 키가 {most}개보다 많아 한 표의 행이 아닙니다. 키가 정해진 표를 내보내세요.",
  ],
  [
    "'{name}' is not a text file: it holds binary data. Export it as CSV and import that.",
    "'{name}'은(는) 글 파일이 아니라 이진 데이터입니다. CSV로 내보내 가져오세요.",
  ],
  [
    "The Parquet file '{name}' is damaged, cut short or of a kind that is not known here ({detail}). Copy it again, or export its table as CSV.",
    "Parquet 파일 '{name}'이(가) 손상되었거나, 잘렸거나, 알 수 없는 종류입니다({detail}). 다시 복사하거나 표를 CSV로 내보내세요.",
  ],
  [
    "There is no file '{name}'. Check the name and the folder.",
    "파일 '{name}'이(가) 없습니다. 이름과 폴더를 확인하세요.",
  ],
  [
    "You may not read '{name}'. Ask for access, or copy it elsewhere.",
    "'{name}'을(를) 읽을 권한이 없습니다. 권한을 요청하거나 다른 곳에 복사하세요.",
  ],
  [
    "'{name}' is locked by another program. Close it there and retry.",
    "'{name}'을(를) 다른 프로그램이 잠갔습니다. 거기에서 닫고 다시 해 보세요.",
  ],
  [
    "The file '{name}' could not be read ({detail}). Copy it and retry.",
    "파일 '{name}'을(를) 읽지 못했습니다({detail}). 복사해서 다시 해 보세요.",
  ],
  [
    "'{name}' is not UTF-8 text. Choose the encoding in which it is written.",
    "'{name}'은(는) UTF-8이 아닙니다. 글자 인코딩을 고르세요.",
  ],
  [
    "'{name}' is not UTF-8 text (at or after byte {byte}). Choose the encoding in which it is written.",
    "'{name}'은(는) UTF-8이 아닙니다({byte}번째 바이트 부근). 글자 인코딩을 고르세요.",
  ],
  [
    "'{name}' holds bytes that are no letters of {encoding}. Choose the encoding in which it is written.",
    "'{name}'에 {encoding} 글자가 아닌 바이트가 있습니다. 글자 인코딩을 고르세요.",
  ],
  [
    "'{name}' is UTF-16 text. Choose that as its encoding.",
    "'{name}'은(는) UTF-16입니다. 인코딩으로 UTF-16을 고르세요.",
  ],
  ["'{name}' is a folder. Choose a file inside it.", "'{name}'은(는) 폴더입니다. 안에 있는 파일을 고르세요."],
  [
    "The file '{name}' is empty. Export it again and check that it has rows.",
    "파일 '{name}'이(가) 비어 있습니다. 다시 내보내고 행이 있는지 확인하세요.",
  ],
  [
    "The file '{name}' holds no rows, only blank lines. Export it again and check that it has rows.",
    "파일 '{name}'에 행이 없고 빈 줄만 있습니다. 다시 내보내고 행이 있는지 확인하세요.",
  ],
  [
    'Line {line} holds headings again, but not as they stand above: the rows below it are another table. Nothing was imported: save it as a file of its own, and import both.',
    '{line}번째 줄에 제목이 다시 있지만 위와 다릅니다. 그 아래 행은 다른 표입니다. 아무것도 가져오지 않았습니다. 따로 저장해 두 파일을 각각 가져오세요.',
  ],
  [
    'Line {line} gives columns other units than they have above: the rows below it are another table. Nothing was imported: save it as a file of its own, and import both.',
    '{line}번째 줄의 단위가 위와 다릅니다. 그 아래 행은 다른 표입니다. 아무것도 가져오지 않았습니다. 따로 저장해 두 파일을 각각 가져오세요.',
  ],
  [
    'Line {line} is too long to be a row. Check that the file is a CSV file.',
    '{line}번째 줄이 행으로 보기에 너무 깁니다. CSV 파일인지 확인하세요.',
  ],
  [
    'More than {most} lines (the last is {line}) open a quote that is never closed. Export the file again with quotes doubled inside quoted cells.',
    '따옴표를 열고 닫지 않은 줄이 {most}개보다 많습니다(마지막 {line}번째 줄). 칸 안의 따옴표를 두 번 쓰도록 다시 내보내세요.',
  ],
  [
    'Line {line} has {cells} cells when it is read with {delimiter} between cells, and a table has {most} columns at most. Choose another delimiter, or export the file again with the columns that you need.',
    '{line}번째 줄은 {delimiter}(으)로 나누면 칸이 {cells}개이고, 표의 열은 많아야 {most}개입니다. 다른 구분 기호를 고르거나 필요한 열만 다시 내보내세요.',
  ],
  [
    'The header in line {line} cannot be read: {problem}. Correct that line and import again.',
    '{line}번째 줄의 제목을 읽을 수 없습니다: {problem}. 그 줄을 고치고 다시 가져오세요.',
  ],
  [
    'The file has a single column when it is read with {delimiter} between cells. A record needs a date, a line or an item, and a quantity in columns of their own: choose another delimiter, or export the file again with these columns.',
    '{delimiter}(으)로 나누면 열이 하나뿐입니다. 기록에는 날짜, 라인 또는 품목, 수량이 각각 다른 열에 있어야 합니다. 다른 구분 기호를 고르거나 이 열들을 넣어 다시 내보내세요.',
  ],
  [
    '{name} did not arrive whole. Nothing of it was kept; drop it again.',
    '{name}이(가) 온전히 오지 않았습니다. 아무것도 저장하지 않았습니다. 다시 놓으세요.',
  ],
  ['That file is no longer at hand; choose it again.', '그 파일은 이제 없습니다. 다시 고르세요.'],
  ['That file is no longer at hand; export it again.', '그 파일은 이제 없습니다. 다시 내보내세요.'],
  [
    'What was dropped is not a file on this computer. Drop or choose a file.',
    '놓은 것이 이 컴퓨터의 파일이 아닙니다. 파일을 놓거나 고르세요.',
  ],
  ['What is to be saved is not a file. Make it again.', '저장할 것이 파일이 아닙니다. 다시 만드세요.'],
  ["'{path}' cannot be written. Choose another place.", "'{path}'에 쓸 수 없습니다. 다른 곳을 고르세요."],
  ['{folder} could not be opened ({detail}).', '{folder} 폴더를 열지 못했습니다({detail}).'],
  ['Not a single row of {name} can be read.', '{name}에서 읽을 수 있는 행이 없습니다.'],
  [
    "'{name}' is packed twice. {what!} is packed as well: unpack it once, and import what comes out.",
    "'{name}'은(는) 두 번 압축되었습니다. {what}도 압축되어 있습니다. 한 번 풀고 나온 것을 가져오세요.",
  ],
  ['What it holds', '안에 든 것'],
  ["Its '{part}'", "그 안의 '{part}'"],
  [
    "'{name}' is a document of OpenOffice or LibreOffice. Open it and save it as .xlsx, then import that.",
    "'{name}'은(는) OpenOffice나 LibreOffice 문서입니다. 열어서 .xlsx로 저장한 뒤 그 파일을 가져오세요.",
  ],
];
