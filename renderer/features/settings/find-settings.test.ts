import { expect, it } from 'vitest';
import { settingNames } from '../../../shared/contract/settings.ts';
import { findSettings } from './find-settings.ts';
import { text } from './text.ts';

it('lists every setting while nothing is sought', () => {
  expect(findSettings('  ', text.en)).toEqual(settingNames);
});

it('finds a setting by its label, by its words and by its group, whatever the case', () => {
  expect(findSettings('TIME LIMIT', text.en)).toEqual(['timeLimitSeconds']);
  expect(findSettings('write-ahead', text.en)).toEqual(['alertLogMegabytes']);
  expect(findSettings('alerts overdue', text.en)).toEqual(['alertIntegrityDays', 'alertBackupDays']);
});

it('finds in the language of the window', () => {
  expect(findSettings('백업', text.ko)).toEqual(['alertBackupDays']);
});

it('finds nothing where one of the words is in no setting', () => {
  expect(findSettings('backup colour', text.en)).toEqual([]);
});
