import { expect, it } from 'vitest';
import { commandIds } from '../../shared/commands/registry.ts';
import { type Findable, firstOf, groupsOf } from './palette-groups.ts';

const nothing: Findable = {
  query: '',
  canRun: () => true,
  labelOf: (id) => id,
  dashboards: [],
  views: [],
  values: { item: [], line: [], lot: [] },
  recent: [],
};
const view = { name: 'Scrap by week', screen: 'explore', params: '' };
const namesOf = (findable: Partial<Findable>) =>
  groupsOf({ ...nothing, ...findable }).map(({ of, entries }) => [of, entries.map(({ name }) => name)]);

it('lists every command that can be run while nothing is typed, and not the one that opens it', () => {
  const listed = groupsOf(nothing).flatMap(({ entries }) => entries.map(({ name }) => name));
  expect(listed.toSorted()).toEqual(commandIds.filter((id) => id !== 'view.palette').toSorted());
  expect(namesOf({ canRun: (id) => id === 'help.shortcuts' })).toEqual([['help', ['help.shortcuts']]]);
});

it('puts what was found below the commands, under a heading each', () => {
  const values = {
    item: [{ value: 'A-1', label: 'Record sleeve' }],
    line: [],
    lot: [{ value: 'rec-7', label: 'rec-7' }],
  };
  const groups = groupsOf({ ...nothing, query: 'rec', values, canRun: (id) => id === 'go.records' });
  expect(groups.map(({ of }) => of)).toEqual(['go', 'item', 'lot']);
  expect(groups[1]?.entries).toEqual([{ kind: 'item', name: 'A-1', label: 'Record sleeve', code: 'A-1' }]);
  expect(groups[2]?.entries).toEqual([{ kind: 'lot', name: 'rec-7', label: 'rec-7' }]);
});

it('begins with what was chosen of late, as far as it is still there', () => {
  const recent = [
    { kind: 'view' as const, name: 'Scrap by week', label: 'Scrap by week' },
    { kind: 'view' as const, name: 'deleted', label: 'deleted' },
    { kind: 'command' as const, name: 'view.clearFilters', label: 'Clear' },
    { kind: 'line' as const, name: 'L1', label: 'L1' },
  ];
  const [first] = namesOf({ recent, views: [view], canRun: (id) => id !== 'view.clearFilters' });
  expect(first).toEqual(['recent', ['Scrap by week', 'L1']]);
});

it('puts what was chosen of late before the others of its group once something is typed', () => {
  const canRun = (id: string) => id === 'go.records' || id === 'go.overview';
  const recent = [{ kind: 'command' as const, name: 'go.records', label: 'Records' }];
  expect(namesOf({ query: 'go', canRun, labelOf: () => 'go', recent })).toEqual([]);
  expect(namesOf({ query: 'r', canRun, recent })).toEqual([['go', ['go.records', 'go.overview']]]);
});

it('lists dashboards by their names, and one that was opened of late first, as long as it is there', () => {
  const dashboards = [
    { id: 'a', label: 'Quality meeting' },
    { id: 'b', label: 'Quality week' },
  ];
  const recent = [
    { kind: 'dashboard' as const, name: 'b', label: 'Old name' },
    { kind: 'dashboard' as const, name: 'gone', label: 'Gone' },
  ];
  const canRun = () => false;
  expect(namesOf({ dashboards, recent, canRun, query: 'quality' })).toEqual([['dashboards', ['b', 'a']]]);
  const [ofLate] = groupsOf({ ...nothing, dashboards, recent, canRun });
  expect(ofLate?.entries.map(({ label }) => label)).toEqual(['Quality week']);
});

it('has what is called so before what is only found by a word like it', () => {
  const groups = groupsOf({ ...nothing, query: 'save' });
  expect(groups[0]?.entries[0]?.name).toBe('view.save');
  expect(groups.flatMap(({ entries }) => entries.map(({ name }) => name))).toContain('file.export');
});

it('gives the first entries in their groups, and no group without any', () => {
  const entry = (name: string) => ({ kind: 'command' as const, name, label: name });
  const groups = [
    { of: 'recent' as const, entries: ['a', 'b'].map(entry) },
    { of: 'views' as const, entries: ['c', 'd'].map(entry) },
    { of: 'dashboards' as const, entries: ['e'].map(entry) },
  ];
  const named = firstOf(groups, 3).map(({ of, entries }) => [of, entries.map(({ name }) => name)]);
  expect(named).toEqual([
    ['recent', ['a', 'b']],
    ['views', ['c']],
  ]);
});
