import type { SettingName } from '../../../shared/contract/settings.ts';
import type { PersonalName } from './personal.ts';

/** What people call a setting beside its own words, in both languages. */
export const synonyms: Record<SettingName | PersonalName, string> = {
  language: 'locale english korean translation 언어 영어 한국어 번역',
  appearance: 'theme dark mode light night contrast colour color 테마 다크 모드 밝게 어둡게 색',
  region: 'locale format decimal comma point separator thousands country units 소수점 쉼표 천 단위 국가 지역 형식',
  firstDay: 'calendar week start monday sunday saturday 달력 주 시작 월요일 일요일',
  startPage: 'home first begin landing default open dashboard 홈 처음 기본 대시보드',
  timeLimitSeconds: 'timeout maximum duration stop abort 시간 초과 중단 최대',
  slowQueryMilliseconds: 'slow query log threshold performance latency 느린 쿼리 임계값 성능',
  cacheMegabytes: 'cache size ram budget buffer 캐시 용량 메모리',
  keepReportsMinutes: 'cache expiry ttl refresh reload stale 캐시 만료 새로 고침',
  keepCountsMinutes: 'cache expiry ttl refresh reload stale 캐시 만료 새로 고침',
  keepValuesMinutes: 'cache expiry ttl refresh reload stale dropdown 캐시 만료 새로 고침 목록',
  watchSeconds: 'poll interval hot folder scan automatic import 폴링 주기 자동',
  watchQuietSeconds: 'settle debounce growing incomplete partial upload 안정 대기 미완성',
  keepYearsInLive: 'retention archive rollover partition age 보존 기간 아카이브',
  keepGigabytesInLive: 'retention archive rollover partition maximum quota 보존 한도 아카이브',
  gatePlanFactor: 'plausible validation outlier check threshold 검증 이상값 임계값',
  alertSlowMilliseconds: 'latency p95 response performance warning notification 응답 성능 경고',
  alertHitRatioPercent: 'cache hit rate warning notification 캐시 적중률 경고',
  alertLogMegabytes: 'wal checkpoint journal warning notification 저널 경고',
  alertDiskGigabytes: 'storage full quota warning notification 용량 가득 경고',
  alertDiskWeeks: 'storage forecast growth warning notification 예측 증가 경고',
  alertIntegrityDays: 'corruption verify damage warning notification 손상 검증 경고',
  alertBackupDays: 'copy safety warning notification 복사본 경고',
  alertStandbySeconds: 'replica replication lag warning notification 복제 지연 경고',
};
