import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { DesktopBridge, portMessage } from '../../shared/contract/desktop-bridge.ts';
import type { Channel } from './channels.ts';

// Nothing but electron is imported here, so the names are spelled again and the compiler compares them.
const port: Channel & typeof portMessage = 'throughline:port';
const handOver: Channel = 'throughline:hand-over';
const chooseFiles: Channel = 'throughline:choose-files';
const chooseFolder: Channel = 'throughline:choose-folder';
const saveDownload: Channel = 'throughline:save-download';
const saveMade: Channel = 'throughline:save-made';
const openReportFolder: Channel = 'throughline:open-report-folder';
const menu: Channel = 'throughline:menu';

// A MessagePort cannot cross the bridge as a value, only as a message to the window.
ipcRenderer.on(port, (event) => window.postMessage(port, location.origin, event.ports));

const bridge: DesktopBridge<File> = {
  kind: 'desktop',
  requestPort: () => ipcRenderer.send(port),
  handOver: (file) => ipcRenderer.invoke(handOver, webUtils.getPathForFile(file)),
  chooseFiles: () => ipcRenderer.invoke(chooseFiles),
  chooseFolder: (from) => ipcRenderer.invoke(chooseFolder, from),
  saveDownload: (downloadId, fileName) => ipcRenderer.invoke(saveDownload, downloadId, fileName),
  saveMade: (fileName, bytes) => ipcRenderer.invoke(saveMade, fileName, bytes),
  openReportFolder: (scheduleId) => ipcRenderer.invoke(openReportFolder, scheduleId),
  onMenuCommand(listener) {
    const receive = (_event: unknown, commandId: string) => listener(commandId);
    ipcRenderer.on(menu, receive);
    return () => ipcRenderer.off(menu, receive);
  },
};
contextBridge.exposeInMainWorld('throughline', bridge);
