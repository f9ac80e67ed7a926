import type { Language } from '../text/labels.ts';
import { fitParticles } from '../text/particles.ts';
import type { FileFormat } from './formats.ts';
import type { Confidence, FilePart, Finding, FindingReason, Recognition } from './recognition.ts';
import { writtenDelimiter } from './written-delimiter.ts';

type Of = Finding['of'];

/** What a file was recognised as, in words, for the window and the command line. */
export interface RecognitionText {
  confidences: Record<Confidence, string>;
  formats: Record<FileFormat, string>;
  columnKinds: Record<Recognition['columns'][number]['kind'], string>;
  parts: Record<FilePart['kind'], (name: string) => string>;
  /** What a delimiter is called. */
  delimiter: (delimiter: string) => string;
  reasons: Record<FindingReason, (of: Of) => string>;
}

export const recognitionText: Record<Language, RecognitionText> = {
  en: {
    confidences: { sure: 'sure', likely: 'likely', guess: 'a guess' },
    formats: {
      csv: 'Delimited text',
      workbook: 'Workbook',
      'xml-workbook': 'Workbook as XML',
      html: 'Page with a table',
      'json-lines': 'JSON lines',
      json: 'JSON list',
      sqlite: 'SQLite database',
      parquet: 'Parquet',
    },
    columnKinds: { empty: 'empty', number: 'numbers', date: 'dates', text: 'text' },
    parts: {
      sheet: (name) => name,
      hiddenSheet: (name) => `${name} (hidden)`,
      table: (name) => name,
      view: (name) => `${name} (view)`,
      file: (name) => name,
    },
    delimiter: (delimiter) =>
      ({ ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar', ' ': 'blank' })[delimiter] ??
      `'${writtenDelimiter(delimiter)}'`,
    reasons: {
      chosen: () => 'You chose it.',
      signature: () => 'Its first bytes say so.',
      braces: () => 'It begins with a bracket or brace of JSON.',
      page: () => 'It is a page (HTML) under the name of a workbook or its own.',
      xmlWorkbook: () => 'It is a workbook written as XML.',
      plainText: () => 'It is text, and neither JSON nor a page.',
      byFormat: () => 'The format itself says so.',
      mark: () => 'A mark at its beginning says so.',
      zeros: () => 'Every second byte of its beginning is zero.',
      declared: () => 'The document says so itself, and its bytes are such letters.',
      plainLetters: () => 'It holds plain letters and digits only, which are the same in nearly every encoding.',
      allUtf8: () => 'All of its letters are UTF-8, which other encodings hardly ever look like.',
      startUtf8: () =>
        'Its letters are UTF-8 as far as was looked. Bytes further down that are not would stop the import.',
      bytesOfMany: () => 'Its bytes are letters in several encodings. Look whether names are right.',
      evenCells: ({ cells, rows }) => `It cuts the first ${rows} rows into ${cells} cells each.`,
      mostlyEven: ({ cells, share }) => `It cuts ${share} % of the first rows into ${cells} cells.`,
      uneven: ({ cells, share }) => `Nothing cuts the rows evenly: ${share} % have ${cells} cells.`,
      rival: ({ cells, rival }) =>
        `It cuts every row into ${cells} cells, but ${recognitionText.en.delimiter(String(rival))} cuts them evenly too.`,
      surroundsCells: ({ quote }) => `Cells stand within ${quote} at both ends.`,
      noneSurrounds: () => 'No cell stands within quotes.',
      backslashSeen: () => 'A backslash stands before quotes or delimiters.',
      words: ({ line }) => `Line ${line} is the first that is as full as the rest, and holds words.`,
      wordsBelow: ({ line }) =>
        `Line ${line} is the first that is as full as the rest, and holds words; numbers or dates stand below.`,
      noWords: ({ line }) =>
        `No line of words stands above the rows. Look whether line ${line} holds the names of the columns.`,
      allOfKind: ({ count }) => `All ${count} values that were looked at are.`,
      mostOfKind: ({ count, others }) => `${others} of the ${count} values that were looked at are not.`,
      fewValues: ({ count }) => `Only ${count} of the first rows have a value.`,
      noValues: () => 'The first rows have no value in it.',
      twoReadings: ({ first, second }) => `It reads as ${first} and as ${second}.`,
      anyText: ({ count, different }) => `${different} different among ${count} values.`,
    },
  },
  ko: {
    confidences: { sure: '확실', likely: '유력', guess: '추정' },
    formats: {
      csv: '구분 기호로 나눈 텍스트',
      workbook: '통합 문서',
      'xml-workbook': 'XML 통합 문서',
      html: '표가 있는 웹 페이지',
      'json-lines': 'JSON 줄',
      json: 'JSON 목록',
      sqlite: 'SQLite 데이터베이스',
      parquet: 'Parquet',
    },
    columnKinds: { empty: '비어 있음', number: '숫자', date: '날짜', text: '텍스트' },
    parts: {
      sheet: (name) => name,
      hiddenSheet: (name) => `${name} (숨김)`,
      table: (name) => name,
      view: (name) => `${name} (뷰)`,
      file: (name) => name,
    },
    delimiter: (delimiter) =>
      ({ ',': '쉼표', ';': '쌍반점', '\t': '탭', '|': '세로줄', ' ': '빈칸' })[delimiter] ??
      `'${writtenDelimiter(delimiter)}'`,
    reasons: {
      chosen: () => '직접 선택했습니다.',
      signature: () => '파일의 첫 바이트가 알려 줍니다.',
      braces: () => 'JSON의 괄호로 시작합니다.',
      page: () => '통합 문서 이름을 쓰거나 제 이름을 쓰는 웹 페이지(HTML)입니다.',
      xmlWorkbook: () => 'XML로 쓴 통합 문서입니다.',
      plainText: () => 'JSON도 웹 페이지도 아닌 텍스트입니다.',
      byFormat: () => '형식 자체가 정합니다.',
      mark: () => '파일 앞의 표식이 알려 줍니다.',
      zeros: () => '앞부분의 바이트가 하나 걸러 0입니다.',
      declared: () => '문서 자체가 알려 주며, 바이트도 그 글자들입니다.',
      plainLetters: () => '거의 모든 인코딩에서 같은 기본 글자와 숫자만 있습니다.',
      allUtf8: () => '모든 글자가 UTF-8이며, 다른 인코딩이 이렇게 보이는 일은 거의 없습니다.',
      startUtf8: () => '살펴본 데까지 글자가 UTF-8입니다. 뒤에 그렇지 않은 바이트가 있으면 가져오기가 멈춥니다.',
      bytesOfMany: () => '여러 인코딩에서 글자가 되는 바이트입니다. 이름이 올바른지 확인하세요.',
      evenCells: ({ cells, rows }) => `처음 ${rows}개 행을 모두 ${cells}칸으로 나눕니다.`,
      mostlyEven: ({ cells, share }) => `처음 행들의 ${share} %를 ${cells}칸으로 나눕니다.`,
      uneven: ({ cells, share }) => `행을 고르게 나누는 기호가 없습니다. ${share} %가 ${cells}칸입니다.`,
      rival: ({ cells, rival }) =>
        fitParticles(
          `모든 행을 ${cells}칸으로 나누지만 ${recognitionText.ko.delimiter(String(rival))}(으)로도 고르게 나뉩니다.`,
        ),
      surroundsCells: ({ quote }) => `칸의 양쪽 끝에 ${quote}가 있습니다.`,
      noneSurrounds: () => '따옴표로 둘러싼 칸이 없습니다.',
      backslashSeen: () => '따옴표나 구분 기호 앞에 역슬래시가 있습니다.',
      words: ({ line }) => `${line}행이 나머지만큼 채워진 첫 행이며 단어가 있습니다.`,
      wordsBelow: ({ line }) => `${line}행이 나머지만큼 채워진 첫 행이며 단어가 있고, 아래에 숫자나 날짜가 있습니다.`,
      noWords: ({ line }) => `행들 위에 단어로 된 행이 없습니다. ${line}행이 열 이름인지 확인하세요.`,
      allOfKind: ({ count }) => `살펴본 값 ${count}개가 모두 그렇습니다.`,
      mostOfKind: ({ count, others }) => `살펴본 값 ${count}개 중 ${others}개는 그렇지 않습니다.`,
      fewValues: ({ count }) => `처음 행들 중 ${count}개에만 값이 있습니다.`,
      noValues: () => '처음 행들에 값이 없습니다.',
      twoReadings: ({ first, second }) => fitParticles(`${first}(으)로도 ${second}(으)로도 읽힙니다.`),
      anyText: ({ count, different }) => `값 ${count}개 중 서로 다른 값이 ${different}개입니다.`,
    },
  },
};
