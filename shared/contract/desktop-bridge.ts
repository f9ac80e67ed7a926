/** A file that the host has taken into its hands; calls name it by its id. */
export interface HandedFile {
  fileId: string;
  name: string;
}

/** What came of a request to the desktop host. Errors are data here, as Electron's bridge keeps only their message. */
export type BridgeReply<T> = { value: T } | { error: { code: string; message: string } };

/**
 * What the preload of the desktop host puts on `window.throughline`. `ChosenFile` is the DOM's File, which this
 * folder does not know.
 */
export interface DesktopBridge<ChosenFile> {
  kind: 'desktop';
  /** Asks for a fresh MessagePort; it arrives as a window message whose data is `portMessage`. */
  requestPort(): void;
  /** Hands over a dropped or chosen file by its place on disk; no byte is copied. */
  handOver(file: ChosenFile): Promise<BridgeReply<HandedFile>>;
  /** Opens the system's dialog; empty when it was closed without a choice. */
  chooseFiles(): Promise<BridgeReply<HandedFile[]>>;
  /** Asks where to, then writes the file there; false when the dialog was closed. */
  saveDownload(downloadId: string, fileName: string): Promise<BridgeReply<boolean>>;
  /** Asks where to, then writes what the window made there, such as a picture; false when the dialog was closed. */
  saveMade(fileName: string, bytes: Uint8Array): Promise<BridgeReply<boolean>>;
  /** Asks for a folder in the system's dialog, which begins at `from` where that is there; null when it was closed. */
  chooseFolder(from: string): Promise<BridgeReply<string | null>>;
  /** Shows the folder of a scheduled report, by the id of that, in the system's own window of files. */
  openReportFolder(scheduleId: string): Promise<BridgeReply<void>>;
  /** Reports each command chosen in the native menu; returns how to stop. */
  onMenuCommand(listener: (commandId: string) => void): () => void;
}

export const portMessage = 'throughline:port';
