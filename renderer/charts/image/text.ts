/** Words of handing on what a panel shows. */
import { fitParticles } from '../../../shared/text/particles.ts';

export const text = {
  en: {
    handOn: (title: string) => `Hand on: ${title}`,
    menu: 'Hand on as picture or table',
    savePng: 'Save as PNG',
    saveSvg: 'Save as SVG',
    copyImage: 'Copy image',
    copyTable: 'Copy table',
    saved: (fileName: string) => `Saved as ${fileName}`,
    imageCopied: 'The image is in the clipboard.',
    tableCopied: (rows: string) => (rows === '1' ? '1 row is in the clipboard.' : `${rows} rows are in the clipboard.`),
    notCopied: 'The browser did not let it into the clipboard. Save it as a file instead.',
    notSaved: (why: string) => `It could not be saved. ${why}`,
    without: (field: string) => `${field} without`,
    notRecorded: 'not recorded',
    asOf: (time: string) => `As of ${time} · Throughline`,
    noFilter: 'No filter',
  },
  ko: {
    handOn: (title: string) => `내보내기: ${title}`,
    menu: '그림이나 표로 내보내기',
    savePng: 'PNG로 저장',
    saveSvg: 'SVG로 저장',
    copyImage: '그림 복사',
    copyTable: '표 복사',
    saved: (fileName: string) => fitParticles(`${fileName}(으)로 저장했습니다`),
    imageCopied: '그림을 클립보드에 넣었습니다.',
    tableCopied: (rows: string) => `${rows}행을 클립보드에 넣었습니다.`,
    notCopied: '브라우저가 클립보드에 넣지 못하게 했습니다. 파일로 저장하세요.',
    notSaved: (why: string) => `저장하지 못했습니다. ${why}`,
    without: (field: string) => `${field} 제외`,
    notRecorded: '기록 없음',
    asOf: (time: string) => `기준 시각 ${time} · Throughline`,
    noFilter: '필터 없음',
  },
};
