/** Words of the job tray. */
export const text = {
  en: { title: 'Jobs', cancelKeepsNothing: 'Cancel keeps nothing' },
  ko: { title: '작업', cancelKeepsNothing: '취소하면 아무것도 남지 않습니다' },
};
