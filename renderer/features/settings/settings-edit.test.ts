import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import { createFormat } from '../../lib/format.ts';
import { changedMeanwhile, changesOf, editedOf, rangeWords } from './settings-edit.ts';
import { text } from './text.ts';

it('saves what differs and nothing else', () => {
  expect(changesOf({ alertBackupDays: { value: 14, over: 7 } }, defaultSettings)).toEqual({ alertBackupDays: 14 });
  expect(changesOf({}, defaultSettings)).toEqual({});
});

it('takes back nothing that another window changed meanwhile, and shows it', () => {
  const now = { ...defaultSettings, cacheMegabytes: 128 };
  const typed = { alertBackupDays: { value: 14, over: 7 } };
  expect(changesOf(typed, now)).toEqual({ alertBackupDays: 14 });
  expect(editedOf(typed, now)).toEqual({ ...now, alertBackupDays: 14 });
});

it('tells of a setting that another window changed below what is typed', () => {
  expect(changedMeanwhile({ value: 32, over: 64 }, 128)).toBe(128);
  expect(changedMeanwhile({ value: 32, over: 64 }, 64)).toBeNull();
  expect(changedMeanwhile({ value: 32, over: 64 }, 32)).toBeNull();
  expect(changedMeanwhile(undefined, 128)).toBeNull();
});

it('saves nothing while an input is empty', () => {
  expect(changesOf({ cacheMegabytes: { value: null, over: 64 } }, defaultSettings)).toBeNull();
});

it('says the default, what 0 stands for and the bounds', () => {
  const words = (name: 'timeLimitSeconds' | 'cacheMegabytes') => rangeWords(name, text.en, createFormat('en'));
  expect(words('timeLimitSeconds')).toBe('60 unless changed · 0 for no limit · at most 86,400');
  expect(words('cacheMegabytes')).toBe('64 unless changed · from 1 to 4,096');
});
