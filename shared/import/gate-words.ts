import type { Language } from '../text/labels.ts';
import { fitParticles } from '../text/particles.ts';
import type { FindingKind } from './gate.ts';

export interface FindingWords {
  /** What kind of finding it is, without a number. */
  name: string;
  /** What is counted, after the number: 'rows are dated in the future'. */
  title: (count: string, isOne: boolean) => string;
  /** What it usually comes from, or what to look at. */
  hint: string;
  /** What an example stands out from. */
  beside?: (what: string) => string;
}

const rowsEn = (count: string, isOne: boolean) => `${count} ${isOne ? 'row' : 'rows'}`;
const rowsKo = (count: string) => `${count}개 행`;

/** What the plausibility gate says of each finding. */
export const findingWords: Record<Language, Record<FindingKind, FindingWords>> = {
  en: {
    negativeQuantity: {
      name: 'Negative quantities',
      title: (count, isOne) => `${rowsEn(count, isOne)} with a quantity below zero`,
      hint: 'Often a booking that takes back another one. It cannot become a record, and what it takes back stays counted.',
    },
    absurdQuantity: {
      name: 'Absurd quantities',
      title: (count, isOne) => `${rowsEn(count, isOne)} with a quantity far beyond all others`,
      hint: 'More than a thousand times as much as 95 of 100 rows have: often a code in the wrong column, or a lost decimal mark.',
      beside: (usual) => `usually below ${usual}`,
    },
    absurdMinutes: {
      name: 'Absurd times',
      title: (count, isOne) => `${rowsEn(count, isOne)} with a time far beyond all others`,
      hint: 'More than a thousand times as much as 95 of 100 rows have: often seconds among minutes, or a stamp in the wrong column.',
      beside: (usual) => `usually below ${usual}`,
    },
    lateSentinel: {
      name: "Numbers that may mean 'nothing'",
      title: (count, isOne) => `${rowsEn(count, isOne)} with a number by which systems say 'nothing'`,
      hint: 'Such as 65535 or 9999, far from all others, and in none of the first 1,000 rows. If nothing was recorded, add it to what means that in its column.',
    },
    lateFraction: {
      name: 'Fractions that may be thousands',
      title: (count, isOne) =>
        `${rowsEn(count, isOne)} with a fraction of three digits, such as 1.234, that may be thousands`,
      hint: 'The first 1,000 rows have whole numbers only. If the mark sets off thousands, say so where columns are written, and import the file again.',
    },
    lateCounter: {
      name: 'Quantities that only rise',
      title: (count, isOne) => `${rowsEn(count, isOne)} in which a quantity of a line only rises, as a counter does`,
      hint: 'Not so in the first 1,000 rows. Read as amounts, they add up to many times what the line made: if it is a counter, say so at its column.',
    },
    lateReversal: {
      name: 'Bookings that may take back others',
      title: (count, isOne) =>
        `${rowsEn(count, isOne)} that may take back others, though their quantities have no sign`,
      hint: 'Such as movement 102, a credit or a cancelled booking, of which nothing was said where columns are mapped. Kept, they add to what they take back.',
    },
    otherUnit: {
      name: 'Amounts of another size',
      title: (count, isOne) =>
        `${rowsEn(count, isOne)} with amounts of quite another size than those of their line before`,
      hint: 'From one row on, and to the end: often hours after minutes, grams after kilograms, or thousands. Give the rows from there on as a file of their own, with their unit.',
    },
    otherOrder: {
      name: 'Day and month the other way round',
      title: (count, isOne) => `${rowsEn(count, isOne)} whose day and month may stand the other way round`,
      hint: 'Rows beside them can be read so only, and are set aside, or their days follow each other only so. Give them as a file of their own, with their order of day and month.',
    },
    wrongLetters: {
      name: 'Names in wrong letters',
      title: (count, isOne) => `${rowsEn(count, isOne)} with a name in wrong letters`,
      hint: 'Its bytes are letters of another encoding than that of the file: often several files put together. Write the file in one encoding, best UTF-8, or choose the one that fits all of it.',
      beside: (name) => `probably ${name}`,
    },
    lateBlock: {
      name: 'Rows below others that say what they are of',
      title: (count, isOne) => `${rowsEn(count, isOne)} below others that say what they are of, and are not read`,
      hint: 'Such as Line: L1 alone in a row, of which the first 1,000 rows had none. Kept, these rows count for nobody, or for what was said before. Leave them out, and give the rows from there on, below the headings, as a file of their own: there such rows are read.',
      beside: (text) => `below ${text}`,
    },
    wholeWeek: {
      name: 'Weeks without a day',
      title: (count, isOne) => `${rowsEn(count, isOne)} of a whole week, dated on its Monday`,
      hint: 'The file says the week and no day, so that all of a week counts on one day. Sums of weeks are right; those of days are not, nor those of a month in which a week ends that began before it.',
    },
    otherClock: {
      name: 'Times by another clock',
      title: (count, isOne) => `${rowsEn(count, isOne)} whose times are written by another clock than others`,
      hint: 'With a distance from UTC such as +09:00 or Z where the others have none, or with quite another one. Say by which clock stamps are written, or name the time zone of the plant, and import the file again.',
    },
    halfDayClock: {
      name: 'Times of a clock of twelve hours',
      title: (count, isOne) =>
        `${rowsEn(count, isOne)} whose ${isOne ? 'time' : 'times'} may be of a clock of twelve hours`,
      hint: 'No time of the file is before 1:00 or after 12:59, and on most days they begin again from small hours. Read as they stand, what was made in the afternoon lies in the night before, with its shift and its production day. Export times with 24 hours, or with AM and PM.',
    },
    goodOverPlan: {
      name: 'Far more good than planned',
      title: (count, isOne) => `${rowsEn(count, isOne)} with far more good than planned`,
      hint: 'How many times as much counts as too much is set under Settings.',
    },
    defectsOverGood: {
      name: 'More defects than good',
      title: (count, isOne) => `${rowsEn(count, isOne)} with more defects than good`,
      hint: 'Look whether the two columns are swapped, or one of them is a counter that goes on from row to row.',
    },
    minutesOverPlan: {
      name: 'Far more minutes than planned',
      title: (count, isOne) => `${rowsEn(count, isOne)} with far more minutes than planned`,
      hint: 'Run time and downtime together. How many times as much counts as too much is set under Settings.',
    },
    minutesOverDay: {
      name: 'More minutes than a day has',
      title: (count, isOne) => `${count} ${isOne ? 'day' : 'days'} of a line with more minutes than a day has`,
      hint: 'On its other days the run time and downtime of the line stay within 24 hours: often rows that are there twice.',
    },
    inFuture: {
      name: 'Dates in the future',
      title: (count, isOne) => `${rowsEn(count, isOne)} dated in the future`,
      hint: 'Later than tomorrow: often day and month swapped, or a planned run among those made.',
    },
    farPast: {
      name: 'Dates far in the past',
      title: (count, isOne) => `${rowsEn(count, isOne)} dated far in the past`,
      hint: 'Before 1990, or ten years and more before all others: often a year written wrongly, or an empty date that reads as 1900.',
    },
    endBeforeStart: {
      name: 'Ends before starts',
      title: (count, isOne) => `${rowsEn(count, isOne)} that end before they start`,
      hint: 'Often a run over midnight of which both times carry the same date.',
    },
    longRun: {
      name: 'Runs longer than seven days',
      title: (count, isOne) => `${rowsEn(count, isOne)} that run for more than seven days`,
      hint: 'Often a run that nobody closed, or a date written wrongly.',
    },
    repeatedLot: {
      name: 'Repeated lots',
      title: (count, isOne) => `${rowsEn(count, isOne)} with a lot that is there already`,
      hint: 'All other lots are there once. If a row corrects another one, update the record: the lot is then its key.',
      beside: (line) => (line === '' ? 'there already in the store' : `also in line ${line}`),
    },
    repeatedRow: {
      name: 'Repeated rows',
      title: (count, isOne) => `${rowsEn(count, isOne)} that ${isOne ? 'is' : 'are'} in the file already, equal in all`,
      hint: 'Every row twice, part of a sheet once more, or single rows with the same lot or time: often pasted or exported twice. Kept, they count twice.',
      beside: (line) => (line === '' ? 'there already in the store' : `also in line ${line}`),
    },
    totalRow: {
      name: 'Rows of totals',
      title: (count, isOne) => `${rowsEn(count, isOne)} that ${isOne ? 'looks' : 'look'} like totals of other rows`,
      hint: 'Named total, or exactly the sum of the rows before, or of the other lines, shifts or items of their day. Kept, what they add up counts twice.',
    },
    repeatedAmount: {
      name: 'Amounts that come again for each reason',
      title: (count, isOne) => `${rowsEn(count, isOne)} with the quantity of the row before, for another reason`,
      hint: 'A row for each reason of scrap or downtime, and beside each what was made in all of them. Kept, that counts once for each reason. Give what was made as one file, and the reasons without it as another.',
    },
    dailyJump: {
      name: 'Jumps in the daily total',
      title: (count, isOne) => `${count} ${isOne ? 'day' : 'days'} on which a line made far more than on any other`,
      hint: 'More than five times its median day and three times its strong days: often rows that are there twice, or another unit.',
      beside: (usual) => `usually ${usual}`,
    },
    nameVariant: {
      name: 'Almost known names',
      title: (count, isOne) => `${count} new ${isOne ? 'name' : 'names'} almost like one that is known`,
      hint: 'Kept, it counts as a line or an item of its own. If it is a slip, write it in the file like the other one.',
      beside: (name) => `almost like ${name}`,
    },
    sameRows: {
      name: 'Rows the store has already',
      title: (count, isOne) => `${rowsEn(count, isOne)} that the store has already, from a file with another name`,
      hint: 'They are left alone; nothing counts twice.',
    },
    missingMonths: {
      name: 'Missing months',
      title: (count, isOne) => `${count} ${isOne ? 'month' : 'months'} without a row, between others`,
      hint: 'Neither the file nor the store has anything of them.',
    },
  },
  ko: {
    negativeQuantity: {
      name: '음수 수량',
      title: (count) => `수량이 0보다 작은 ${rowsKo(count)}`,
      hint: '다른 기록을 취소하는 행일 때가 많습니다. 기록이 될 수 없으며, 취소하려던 수량은 그대로 남습니다.',
    },
    absurdQuantity: {
      name: '터무니없는 수량',
      title: (count) => `수량이 다른 행보다 지나치게 큰 ${rowsKo(count)}`,
      hint: '100행 중 95행의 천 배를 넘습니다. 다른 열의 코드이거나 소수점이 빠진 경우가 많습니다.',
      beside: (usual) => `보통 ${usual} 미만`,
    },
    absurdMinutes: {
      name: '터무니없는 시간',
      title: (count) => `시간이 다른 행보다 지나치게 긴 ${rowsKo(count)}`,
      hint: '100행 중 95행의 천 배를 넘습니다. 분 대신 초이거나 다른 열의 값인 경우가 많습니다.',
      beside: (usual) => `보통 ${usual} 미만`,
    },
    lateSentinel: {
      name: "'없음'일 수 있는 수",
      title: (count) => `시스템이 '없음'으로 쓰는 수가 있는 ${rowsKo(count)}`,
      hint: '65535나 9999처럼 다른 값과 멀리 떨어져 있고 처음 1,000행에는 없습니다. 기록되지 않은 것이라면 그 열에서 없음을 뜻하는 글에 더하세요.',
    },
    lateFraction: {
      name: '천 단위일 수 있는 소수',
      title: (count) => `1.234처럼 소수 세 자리라 천 단위일 수 있는 ${rowsKo(count)}`,
      hint: '처음 1,000행에는 정수만 있습니다. 천 단위 구분이라면 열을 적는 방식에서 정하고 파일을 다시 가져오세요.',
    },
    lateCounter: {
      name: '늘기만 하는 수량',
      title: (count) => `라인의 수량이 계수기처럼 늘기만 하는 ${rowsKo(count)}`,
      hint: '처음 1,000행에서는 그렇지 않습니다. 수량으로 읽으면 실제보다 몇 배로 더해집니다. 계수기라면 그 열에서 정하세요.',
    },
    lateReversal: {
      name: '다른 기록을 되돌릴 수 있는 행',
      title: (count) => `수량에 부호가 없지만 다른 행을 되돌릴 수 있는 ${rowsKo(count)}`,
      hint: '이동 유형 102, 대변, 취소처럼 열을 정할 때 말하지 않은 것입니다. 그대로 두면 되돌린 수량이 한 번 더 더해집니다.',
    },
    otherUnit: {
      name: '크기가 다른 값',
      title: (count) => `같은 라인의 앞선 값과 크기가 크게 다른 ${rowsKo(count)}`,
      hint: '어느 행부터 끝까지 그렇습니다. 분 다음에 시간, 킬로그램 다음에 그램, 또는 천 단위인 경우가 많습니다. 그 행부터 따로 파일로 만들어 단위를 정하세요.',
    },
    otherOrder: {
      name: '일과 월의 순서가 다른 날짜',
      title: (count) => `일과 월이 바뀌어 적혔을 수 있는 ${rowsKo(count)}`,
      hint: '곁의 행은 그 순서로만 읽을 수 있어 제외되었거나, 날짜가 그 순서로 읽어야만 이어집니다. 그 행들을 따로 파일로 만들어 순서를 정하세요.',
    },
    wrongLetters: {
      name: '글자가 깨진 이름',
      title: (count) => `이름의 글자가 깨진 ${rowsKo(count)}`,
      hint: '파일과 다른 인코딩으로 적힌 이름입니다. 여러 파일을 합친 경우가 많습니다. 파일을 UTF-8 같은 한 인코딩으로 다시 저장하거나 전체에 맞는 인코딩을 고르세요.',
      beside: (name) => `아마 ${name}`,
    },
    lateBlock: {
      name: '소속을 적은 행 아래의 행',
      title: (count) => `읽지 않은 소속 행 아래에 있는 ${rowsKo(count)}`,
      hint: '라인: L1처럼 아래 행의 소속을 적은 행이 처음 1,000행에는 없었습니다. 그대로 두면 아래 행은 소속이 없거나 앞의 것으로 셉니다. 행을 제외하고, 거기부터 제목 줄을 붙여 따로 파일로 만드세요. 그 파일에서는 그런 행을 읽습니다.',
      beside: (text) => `위의 행: ${text}`,
    },
    wholeWeek: {
      name: '날짜 없는 주',
      title: (count) => `한 주 전체를 월요일 날짜로 읽는 ${rowsKo(count)}`,
      hint: '파일에 주만 있고 날짜가 없어 한 주가 모두 하루로 셉니다. 주별 합계는 맞지만 일별 합계와 달을 걸치는 주의 월별 합계는 맞지 않습니다.',
    },
    otherClock: {
      name: '다른 시계의 시각',
      title: (count) => `다른 행과 다른 시계로 시각을 적은 ${rowsKo(count)}`,
      hint: '다른 행에는 없는 +09:00이나 Z 같은 UTC 시차가 있거나, 시차가 크게 다릅니다. 시각을 적은 시계나 공장 시간대를 정하고 파일을 다시 가져오세요.',
    },
    halfDayClock: {
      name: '12시간제 시각',
      title: (count) => `12시간제 시계로 적은 듯한 시각이 있는 ${rowsKo(count)}`,
      hint: '파일의 모든 시각이 1:00에서 12:59 사이이고, 대부분의 날에 작은 시각으로 되돌아갑니다. 적힌 그대로 읽으면 오후에 만든 것이 그날 새벽이 되고, 교대와 생산일도 그렇습니다. 24시간제로, 또는 오전과 오후를 적어 내보내세요.',
    },
    goodOverPlan: {
      name: '계획보다 훨씬 많은 양품',
      title: (count) => `양품이 계획보다 훨씬 많은 ${rowsKo(count)}`,
      hint: '몇 배부터 지나친 것으로 볼지는 설정에서 정합니다.',
    },
    defectsOverGood: {
      name: '양품보다 많은 불량',
      title: (count) => `불량이 양품보다 많은 ${rowsKo(count)}`,
      hint: '두 열이 바뀌었는지, 어느 열이 계속 올라가는 계수기인지 확인하세요.',
    },
    minutesOverPlan: {
      name: '계획보다 훨씬 긴 시간',
      title: (count) => `시간이 계획보다 훨씬 긴 ${rowsKo(count)}`,
      hint: '가동 시간과 비가동 시간의 합입니다. 몇 배부터 지나친 것으로 볼지는 설정에서 정합니다.',
    },
    minutesOverDay: {
      name: '하루를 넘는 시간',
      title: (count) => `라인의 시간이 하루를 넘는 ${count}일`,
      hint: '다른 날에는 그 라인의 가동과 비가동 시간이 24시간 안에 있습니다. 행이 두 번 들어 있는 경우가 많습니다.',
    },
    inFuture: {
      name: '미래 날짜',
      title: (count) => `날짜가 미래인 ${rowsKo(count)}`,
      hint: '내일보다 늦습니다. 일과 월이 바뀌었거나 계획만 된 작업일 때가 많습니다.',
    },
    farPast: {
      name: '너무 오래된 날짜',
      title: (count) => `날짜가 너무 오래된 ${rowsKo(count)}`,
      hint: '1990년 이전이거나 다른 행보다 10년 이상 앞섭니다. 연도가 잘못되었거나 빈 날짜가 1900년으로 읽힌 경우가 많습니다.',
    },
    endBeforeStart: {
      name: '시작보다 이른 종료',
      title: (count) => `시작보다 먼저 끝나는 ${rowsKo(count)}`,
      hint: '자정을 넘긴 작업의 두 시각에 같은 날짜가 적힌 경우가 많습니다.',
    },
    longRun: {
      name: '7일 넘는 작업',
      title: (count) => `7일 넘게 이어지는 ${rowsKo(count)}`,
      hint: '닫히지 않은 작업이거나 날짜가 잘못된 경우가 많습니다.',
    },
    repeatedLot: {
      name: '되풀이된 로트',
      title: (count) => `로트가 이미 있는 ${rowsKo(count)}`,
      hint: '다른 로트는 모두 한 번씩 있습니다. 앞의 행을 고치는 행이라면 기록을 갱신하세요. 그러면 로트가 키가 됩니다.',
      beside: (line) => (line === '' ? '저장소에 있음' : `${line}번째 줄에도 있음`),
    },
    repeatedRow: {
      name: '되풀이된 행',
      title: (count) => `파일에 똑같이 이미 있는 ${rowsKo(count)}`,
      hint: '모든 행이 두 번 있거나, 시트의 일부가 한 번 더 있거나, 로트나 시각까지 같은 행입니다. 두 번 붙여 넣거나 내보낸 경우가 많습니다. 그대로 두면 두 번 셉니다.',
      beside: (line) => (line === '' ? '저장소에 있음' : `${line}번째 줄에도 있음`),
    },
    totalRow: {
      name: '합계 행',
      title: (count) => `다른 행의 합계로 보이는 ${rowsKo(count)}`,
      hint: '합계라고 적혀 있거나 앞 행들의 합, 또는 그날 다른 라인·교대·품목의 합과 똑같습니다. 그대로 두면 두 번 셉니다.',
    },
    repeatedAmount: {
      name: '사유마다 되풀이된 수량',
      title: (count) => `다른 사유로 앞 행의 수량을 다시 적은 ${rowsKo(count)}`,
      hint: '불량·정지 사유마다 한 행이고, 행마다 전체 생산 수량이 적혀 있습니다. 그대로 두면 사유 수만큼 여러 번 셉니다. 생산 수량을 한 파일로, 수량을 뺀 사유를 다른 파일로 가져오세요.',
    },
    dailyJump: {
      name: '하루 생산량 급증',
      title: (count) => `라인의 생산량이 다른 날보다 훨씬 많은 ${count}일`,
      hint: '중앙값의 다섯 배, 많은 날의 세 배를 넘습니다. 행이 두 번 들어 있거나 단위가 다른 경우가 많습니다.',
      beside: (usual) => `보통 ${usual}`,
    },
    nameVariant: {
      name: '아는 이름과 비슷한 이름',
      title: (count) => `아는 이름과 거의 같은 새 이름 ${count}개`,
      hint: '그대로 두면 별개의 라인이나 품목이 됩니다. 잘못 적은 것이라면 파일에서 고쳐 주세요.',
      beside: (name) => fitParticles(`${name}와(과) 거의 같음`),
    },
    sameRows: {
      name: '이미 저장된 행',
      title: (count) => `다른 이름의 파일로 이미 저장된 ${rowsKo(count)}`,
      hint: '그대로 두며, 두 번 세지 않습니다.',
    },
    missingMonths: {
      name: '빠진 달',
      title: (count) => `사이에 행이 없는 ${count}개월`,
      hint: '파일에도 저장소에도 그 달의 기록이 없습니다.',
    },
  },
};
