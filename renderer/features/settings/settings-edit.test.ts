import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/contract/settings.ts';
import { createFormat } from '../../lib/format.ts';
import { changesOf, rangeWords } from './settings-edit.ts';
import { text } from './text.ts';

it('saves what differs and nothing else', () => {
  expect(changesOf({ ...defaultSettings, alertBackupDays: 14 }, defaultSettings)).toEqual({ alertBackupDays: 14 });
  expect(changesOf(defaultSettings, defaultSettings)).toEqual({});
});

it('saves nothing while an input is empty', () => {
  expect(changesOf({ ...defaultSettings, cacheMegabytes: null }, defaultSettings)).toBeNull();
});

it('says the default, what 0 stands for and the bounds', () => {
  const words = (name: 'timeLimitSeconds' | 'cacheMegabytes') => rangeWords(name, text.en, createFormat('en'));
  expect(words('timeLimitSeconds')).toBe('60 unless changed · 0 for no limit · at most 86,400');
  expect(words('cacheMegabytes')).toBe('64 unless changed · from 1 to 4,096');
});
