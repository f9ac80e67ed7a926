import {
  type CommandDefinition,
  type CommandId,
  commands,
  type MenuName,
  menuNames,
  menus,
} from '../../shared/commands/registry.ts';
import type { SavedView } from '../../shared/contract/views.ts';
import type { FoundValue } from './best-found.ts';
import { hasWords, isCalled, isFound } from './find-commands.ts';
import { type Choice, type FoundField, foundFields, keyOf } from './recent.ts';

/** A line of the palette. */
export interface Entry extends Choice {
  /** The key of a command. */
  shortcut?: string;
  /** The code of what is shown by a name. */
  code?: string;
}

export interface Group {
  of: MenuName | 'recent' | 'dashboards' | 'views' | FoundField;
  entries: readonly Entry[];
}

export interface Findable {
  query: string;
  canRun: (id: CommandId) => boolean;
  labelOf: (id: CommandId) => string;
  /** By what they are called in the language of the window. */
  dashboards: readonly { id: string; label: string }[];
  views: readonly SavedView[];
  values: Record<FoundField, readonly FoundValue[]>;
  recent: readonly Choice[];
}

/**
 * What the palette lists for what is typed, group by group, none of them empty. Commands come first, as they are known at once: what is
 * asked for comes in below them and moves nothing. While nothing is typed, what was chosen of late is before all; then it is
 * before the others of its group.
 */
export function groupsOf({ query, canRun, labelOf, dashboards, views, values, recent }: Findable): Group[] {
  const command = (id: CommandId): Entry => {
    const { key }: CommandDefinition = commands[id];
    return { kind: 'command', name: id, label: labelOf(id), ...(key ? { shortcut: key } : {}) };
  };
  const isOffered = (id: CommandId | null) => id !== null && id !== 'view.palette' && canRun(id);
  const isTyped = query.trim() !== '';
  const ofLate = recent.flatMap((choice): Entry[] => {
    if (choice.kind === 'view') return views.some(({ name }) => name === choice.name) ? [choice] : [];
    if (choice.kind === 'dashboard') {
      const board = dashboards.find(({ id }) => id === choice.name);
      return board ? [{ ...choice, label: board.label }] : [];
    }
    if (choice.kind !== 'command') return [{ ...choice, ...codeOf(choice.name, choice.label) }];
    const id = menuNames.flatMap((menu) => menus[menu]).find((each) => each === choice.name);
    return id && isOffered(id) ? [command(id)] : [];
  });
  const places = new Map(recent.map((choice, place) => [keyOf(choice), place]));
  const placeOf = (entry: Entry) => places.get(keyOf(entry)) ?? recent.length;
  const recentFirst = (entries: readonly Entry[]) =>
    isTyped ? [...entries].sort((one, other) => placeOf(one) - placeOf(other)) : entries;

  const isNamed = ({ name }: Entry) => isTyped && isCalled(name as CommandId, query);
  // What is called so goes before what is only found by a word like it.
  const namedFirst = <Item>(items: readonly Item[], isSo: (item: Item) => boolean) => [
    ...items.filter(isSo),
    ...items.filter((item) => !isSo(item)),
  ];
  const ofMenus = namedFirst(
    menuNames.map((menu) => ({
      of: menu,
      entries: namedFirst(
        recentFirst(
          menus[menu].flatMap((id) => (id !== null && isOffered(id) && isFound(id, query) ? [command(id)] : [])),
        ),
        isNamed,
      ),
    })),
    ({ entries }) => entries.some(isNamed),
  );
  const groups: Group[] = [
    { of: 'recent', entries: isTyped ? [] : ofLate },
    ...ofMenus,
    {
      of: 'dashboards',
      entries: recentFirst(
        dashboards
          .filter(({ label }) => hasWords(label, query))
          .map(({ id, label }): Entry => ({ kind: 'dashboard', name: id, label })),
      ),
    },
    {
      of: 'views',
      entries: recentFirst(
        views
          .filter(({ name }) => hasWords(name, query))
          .map(({ name }): Entry => ({ kind: 'view', name, label: name })),
      ),
    },
    // In the order of how well they match, which says more than when one was looked at.
    ...foundFields.map((field) => ({
      of: field,
      entries: values[field].map(({ value, label }) => ({
        kind: field,
        name: value,
        label,
        ...codeOf(value, label),
      })),
    })),
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function codeOf(value: string, label: string): Pick<Entry, 'code'> {
  return value === label ? {} : { code: value };
}

/** The first so many entries, in their groups. */
export function firstOf(groups: readonly Group[], most: number): Group[] {
  let before = 0;
  return groups.flatMap((group) => {
    const entries = group.entries.slice(0, Math.max(0, most - before));
    before += entries.length;
    return entries.length > 0 ? [{ ...group, entries }] : [];
  });
}
