import { createContext, type ReactNode, use, useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { type CommandDefinition, type CommandId, commandIds, commands } from '../../shared/commands/registry.ts';
import { usePlatform } from '../lib/connection.tsx';
import { goTo } from '../lib/router.tsx';
import { useScope } from '../lib/scope.tsx';
import { useStatus } from '../lib/use-status.ts';
import { isTyping, matchesShortcut } from './shortcut.ts';

/**
 * 1. A command is data in the registry; here its id is bound to what it does, by whoever can do it: `useCommand`.
 * 2. A command of a screen that is not open opens the screen (`homes`) and runs as soon as the screen binds it.
 * 3. `when` is looked up here and nowhere else, so that menu, palette and shortcuts agree.
 */
export interface CommandsValue {
  run: (id: CommandId) => void;
  canRun: (id: CommandId) => boolean;
  bind: (id: CommandId, run: () => void) => () => void;
}

const CommandsContext = createContext<CommandsValue | null>(null);

/** The screen on which a command is done, for those that only a screen can do. */
const homes: Partial<Record<CommandId, string>> = {
  'file.import': 'imports',
  'view.search': 'records',
  'maintenance.vacuum': 'maintenance',
  'maintenance.integrity': 'maintenance',
  'maintenance.optimise': 'maintenance',
  'maintenance.schedule': 'maintenance',
  'maintenance.archive': 'maintenance',
  'maintenance.backup': 'maintenance',
  'maintenance.restore': 'maintenance',
  'maintenance.failOver': 'maintenance',
  'health.report': 'health/report',
};

export const isMac = navigator.platform.startsWith('Mac');

export function CommandsProvider({ children }: { children: ReactNode }) {
  const bound = useRef(new Map<CommandId, () => void>());
  const waiting = useRef<CommandId | null>(null);
  const platform = usePlatform();
  const conditions = useConditions();

  const canRun = useCallback(
    (id: CommandId) => {
      const { when }: CommandDefinition = commands[id];
      return when === undefined || conditions[when];
    },
    [conditions],
  );
  const run = useCallback(
    (id: CommandId) => {
      if (!canRun(id)) return;
      const action = bound.current.get(id);
      if (action) return action();
      const home = homes[id];
      if (!home) return;
      waiting.current = id;
      goTo(home);
    },
    [canRun],
  );
  const bind = useCallback((id: CommandId, action: () => void) => {
    bound.current.set(id, action);
    if (waiting.current === id) {
      waiting.current = null;
      queueMicrotask(action);
    }
    return () => {
      if (bound.current.get(id) === action) bound.current.delete(id);
    };
  }, []);

  useEffect(() => platform.onMenuCommand(run), [platform, run]);
  useShortcuts(run, canRun);

  const value = useMemo(() => ({ run, canRun, bind }), [run, canRun, bind]);
  return <CommandsContext value={value}>{children}</CommandsContext>;
}

export function useCommands(): CommandsValue {
  const value = use(CommandsContext);
  if (!value) throw new Error('No commands above this component');
  return value;
}

/** Binds a command to what it does while the component is there; the newest `run` is always the one called. */
export function useCommand(id: CommandId, run: () => void): void {
  const { bind } = useCommands();
  const call = useEffectEvent(run);
  useEffect(() => bind(id, () => call()), [bind, id]);
}

function useConditions(): Record<NonNullable<CommandDefinition['when']>, boolean> {
  const status = useStatus().data;
  const filters = useScope().filters.length;
  const platform = usePlatform();
  const storeHasRecords = (status?.records ?? 0) > 0;
  const yearsCanBeArchived = (status?.archivableYears.length ?? 0) > 0;
  return useMemo(
    () => ({
      storeHasRecords,
      yearsCanBeArchived,
      filtersAreSet: filters > 0,
      desktopOnly: platform.kind === 'desktop',
    }),
    [storeHasRecords, yearsCanBeArchived, filters, platform.kind],
  );
}

function useShortcuts(run: CommandsValue['run'], canRun: CommandsValue['canRun']): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    for (const id of commandIds) {
      const { key }: CommandDefinition = commands[id];
      if (!key || !matchesShortcut(key, event, isMac)) continue;
      if (isTyping(key) && isWriting(event.target)) continue;
      if (!canRun(id)) continue;
      event.preventDefault();
      run(id);
      return;
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
