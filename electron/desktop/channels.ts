/** The names of all that passes between the preload and the main process; the rest goes over the MessagePort. */
export type Channel =
  | 'throughline:port'
  | 'throughline:hand-over'
  | 'throughline:choose-files'
  | 'throughline:choose-folder'
  | 'throughline:save-download'
  | 'throughline:save-made'
  | 'throughline:open-report-folder'
  | 'throughline:menu';
