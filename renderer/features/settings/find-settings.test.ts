import { expect, it } from 'vitest';
import { settingNames } from '../../../shared/contract/settings.ts';
import { findPersonal, findSettings } from './find-settings.ts';
import { personalNames } from './personal.ts';

it('lists every setting while nothing is sought', () => {
  expect(findSettings('  ')).toEqual(settingNames);
  expect(findPersonal('')).toEqual(personalNames);
});

it('finds a setting by its label, by its words and by its group, whatever the case', () => {
  expect(findSettings('TIME LIMIT')).toEqual(['timeLimitSeconds']);
  expect(findSettings('write-ahead')).toEqual(['alertLogMegabytes']);
  expect(findSettings('alerts overdue')).toEqual(['alertIntegrityDays', 'alertBackupDays']);
});

it('finds in both languages, whichever the window speaks', () => {
  expect(findSettings('백업')).toEqual(['alertBackupDays']);
  expect(findPersonal('날짜')).toEqual(['region']);
});

it('finds by what else people call a setting', () => {
  expect(findSettings('cache size')).toEqual(['cacheMegabytes']);
  expect(findSettings('timeout')).toEqual(['timeLimitSeconds']);
  expect(findSettings('WAL')).toContain('alertLogMegabytes');
  expect(findSettings('retention')).toEqual(['keepYearsInLive', 'keepGigabytesInLive']);
  expect(findPersonal('dark mode')).toEqual(['appearance']);
  expect(findPersonal('decimal comma')).toEqual(['region']);
  expect(findPersonal('sunday')).toEqual(['firstDay']);
  expect(findPersonal('landing')).toEqual(['startPage']);
});

it('finds nothing where one of the words is in no setting', () => {
  expect(findSettings('backup colour')).toEqual([]);
});
