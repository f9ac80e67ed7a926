export const text = {
  en: {
    title: 'Welcome',
    heading: 'Your production records, answered at once',
    lead: 'Throughline keeps them in files on your own disk and sends them nowhere. It is still empty. There are two ways to begin.',
    importTitle: 'Import a file',
    importWords:
      'An export of your MES, ERP or machine log: CSV, Excel, JSON lines, SQLite or Parquet. You see how each column is read before anything is kept, and each import can be undone.',
    importAction: 'Import a file',
    sampleTitle: 'Open the sample plant',
    sampleWords:
      'About three years of a made-up plant with lines, shifts, lots, defects and downtimes, to look around in. Undo it under Imports before you bring your own records.',
    sampleAction: 'Open the sample plant',
    dropHint: 'You can also drop a file anywhere on this window.',
    making: 'Making the sample plant',
    progress: (done: string, total: string) => `${done} of ${total} records`,
    cancel: 'Cancel',
    cancelWhatNow: 'Cancel keeps nothing.',
    sampleQuestion: (records: string) =>
      `This adds about three years of made-up records to the ${records} records of this store, and every report will count both. It is one import and can be undone under Imports.`,
    addSample: 'Add the sample plant',
    keepAsIs: 'Leave as it is',
  },
  ko: {
    title: '시작',
    heading: '생산 기록에 바로 답합니다',
    lead: 'Throughline은 기록을 사용자의 디스크에만 보관하며 어디로도 보내지 않습니다. 지금은 비어 있습니다. 두 가지 방법으로 시작할 수 있습니다.',
    importTitle: '파일 가져오기',
    importWords:
      'MES, ERP 또는 설비 로그에서 내보낸 파일입니다(CSV, Excel, JSON Lines, SQLite, Parquet). 저장하기 전에 각 열을 어떻게 읽는지 확인하며, 가져온 내용은 되돌릴 수 있습니다.',
    importAction: '파일 가져오기',
    sampleTitle: '예제 공장 열기',
    sampleWords:
      '라인, 근무조, 로트, 불량, 비가동이 있는 가상의 공장 약 3년 치 기록으로 둘러볼 수 있습니다. 실제 기록을 넣기 전에 가져오기 화면에서 되돌리세요.',
    sampleAction: '예제 공장 열기',
    dropHint: '파일을 이 창 아무 곳에나 놓아도 됩니다.',
    making: '예제 공장을 만드는 중',
    progress: (done: string, total: string) => `기록 ${total}건 중 ${done}건`,
    cancel: '취소',
    cancelWhatNow: '취소하면 아무것도 남지 않습니다.',
    sampleQuestion: (records: string) =>
      `이 저장소의 기록 ${records}건에 가상의 기록 약 3년 치를 더합니다. 모든 보고서가 둘을 함께 셉니다. 한 번의 가져오기이므로 가져오기 화면에서 되돌릴 수 있습니다.`,
    addSample: '예제 공장 더하기',
    keepAsIs: '그대로 두기',
  },
};
