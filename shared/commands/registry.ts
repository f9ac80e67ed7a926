/**
 * Every command of the program, as data. The native menu, the in-app menu, the palette and the shortcuts are made
 * from this list; what a command does is bound to its id in the renderer.
 */
export interface CommandDefinition {
  /** Default shortcut: Mod is Ctrl, or Cmd on macOS. */
  key?: string;
  /** Condition under which it can be run; always when absent. */
  when?: 'storeHasRecords' | 'filtersAreSet' | 'yearsCanBeArchived' | 'desktopOnly';
  /** English words that find it in the palette beside its label. */
  keywords?: string;
}

export const commands = {
  'file.import': { key: 'Mod+O', keywords: 'open csv add load' },
  'file.samplePlant': { keywords: 'demo example generate' },
  'file.export': { key: 'Mod+E', when: 'storeHasRecords', keywords: 'csv save spreadsheet excel' },
  'file.schedule': { when: 'storeHasRecords', keywords: 'recurring daily weekly monthly automatic folder subscribe' },
  'file.settings': { key: 'Mod+,', keywords: 'preferences options time limit' },
  'file.quit': { key: 'Mod+Q', when: 'desktopOnly' },
  'go.overview': { key: 'Alt+1', keywords: 'dashboard tiles trend' },
  'go.explore': { key: 'Alt+2', keywords: 'ask question chart pivot heat map scatter pareto breakdown' },
  'go.oee': { key: 'Alt+3', keywords: 'availability performance quality losses waterfall downtime mtbf mttr calendar' },
  'go.quality': { key: 'Alt+4', keywords: 'control chart spc cpk capability pareto first pass yield scrap' },
  'go.lots': { key: 'Alt+5', keywords: 'batch serial trace recall genealogy neighbours' },
  'go.records': { key: 'Alt+6', keywords: 'browse rows grid table' },
  'go.dashboards': { key: 'Alt+7', keywords: 'board tiles morning start' },
  'go.imports': { key: 'Alt+8', keywords: 'batches history undo' },
  'go.maintenance': { key: 'Alt+9', keywords: 'jobs partitions size' },
  'go.health': { key: 'Alt+0', keywords: 'monitor performance slow cache alerts' },
  'go.reports': { keywords: 'schedule history written folder daily weekly next run' },
  'maintenance.vacuum': { when: 'storeHasRecords', keywords: 'compact shrink free space' },
  'maintenance.integrity': { when: 'storeHasRecords', keywords: 'corruption verify check' },
  'maintenance.optimise': { when: 'storeHasRecords', keywords: 'optimize analyze statistics speed' },
  'maintenance.schedule': { keywords: 'cron timetable automatic nightly next run' },
  'maintenance.backup': { when: 'storeHasRecords', keywords: 'back up copy save disk' },
  'maintenance.restore': { keywords: 'backup recover put back' },
  'maintenance.failOver': { keywords: 'standby replica warm copy second disk' },
  'maintenance.archive': { when: 'yearsCanBeArchived', keywords: 'partition year seal move' },
  'health.report': { keywords: 'monitor pdf ticket monthly review' },
  'view.palette': { key: 'Mod+K', keywords: 'commands search' },
  'view.search': { key: '/', when: 'storeHasRecords', keywords: 'find lot item note' },
  'view.save': { when: 'storeHasRecords', keywords: 'bookmark favourite name keep' },
  'view.putOnBoard': { when: 'storeHasRecords', keywords: 'dashboard tile pin add' },
  'view.openFirst': { keywords: 'start page home begin default landing' },
  'view.undo': { key: 'Mod+[', keywords: 'back step' },
  'view.redo': { key: 'Mod+]', keywords: 'forward step' },
  'view.earlier': { key: ',', when: 'storeHasRecords', keywords: 'dates range previous before back yesterday shift' },
  'view.later': { key: '.', when: 'storeHasRecords', keywords: 'dates range next after forward shift' },
  'view.clearFilters': { key: 'Mod+Shift+X', when: 'filtersAreSet', keywords: 'reset all' },
  'view.toggleTheme': { key: 'Mod+Shift+L', keywords: 'dark light colour' },
  'view.toggleLanguage': { keywords: 'english korean 한국어 locale' },
  'help.shortcuts': { key: '?', keywords: 'keyboard keys' },
} as const satisfies Record<string, CommandDefinition>;

export type CommandId = keyof typeof commands;
export const commandIds = Object.keys(commands) as CommandId[];

export const menuNames = ['file', 'go', 'maintenance', 'view', 'help'] as const;
export type MenuName = (typeof menuNames)[number];

/** The menu bar; null is a separator. */
export const menus: Record<MenuName, readonly (CommandId | null)[]> = {
  file: [
    'file.import',
    'file.samplePlant',
    null,
    'file.export',
    'file.schedule',
    'go.reports',
    null,
    'file.settings',
    null,
    'file.quit',
  ],
  go: [
    'go.overview',
    'go.explore',
    'go.oee',
    'go.quality',
    'go.lots',
    'go.records',
    'go.dashboards',
    'go.imports',
    'go.maintenance',
    'go.health',
  ],
  maintenance: [
    'maintenance.vacuum',
    'maintenance.integrity',
    'maintenance.optimise',
    null,
    'maintenance.backup',
    'maintenance.restore',
    'maintenance.failOver',
    null,
    'maintenance.archive',
    null,
    'maintenance.schedule',
    null,
    'health.report',
  ],
  view: [
    'view.palette',
    'view.search',
    'view.clearFilters',
    null,
    'view.earlier',
    'view.later',
    null,
    'view.save',
    'view.putOnBoard',
    'view.openFirst',
    'view.undo',
    'view.redo',
    null,
    'view.toggleTheme',
    'view.toggleLanguage',
  ],
  help: ['help.shortcuts'],
};
