import type { MenuItemConstructorOptions } from 'electron';
import { type CommandDefinition, type CommandId, commands, menuNames, menus } from '../../shared/commands/registry.ts';
import { type Language, labels } from '../../shared/text/labels.ts';

export interface MenuOptions {
  language: Language;
  platform: NodeJS.Platform;
  /** Runs a command that was chosen. */
  run: (id: CommandId) => void;
}

/** The native menu, made from the command registry; the system's own entries (copy, paste, zoom) stand beside it. */
export function menuTemplate({ language, platform, run }: MenuOptions): MenuItemConstructorOptions[] {
  const text = labels[language];
  const ours = menuNames.map(
    (name): MenuItemConstructorOptions => ({
      label: text.menus[name],
      submenu: [
        ...menus[name].map((id) => (id === null ? separator : item(id, text.commands[id], run))),
        ...(name === 'view' ? viewEntries : []),
      ],
    }),
  );
  const [file, ...rest] = ours;
  return [...(platform === 'darwin' ? [appMenu] : []), ...(file ? [file] : []), editMenu, ...rest];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };
const appMenu: MenuItemConstructorOptions = { role: 'appMenu' };
const editMenu: MenuItemConstructorOptions = { role: 'editMenu' };
const viewEntries: MenuItemConstructorOptions[] = [
  separator,
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
];

function item(id: CommandId, label: string, run: (id: CommandId) => void): MenuItemConstructorOptions {
  const { key }: CommandDefinition = commands[id];
  return {
    id,
    label,
    accelerator: key?.includes('+') ? key.replace('Mod', 'CmdOrCtrl') : undefined,
    // The window listens for its shortcuts itself, as in a browser; the menu only shows them.
    registerAccelerator: id === 'file.quit',
    click: () => run(id),
  };
}
