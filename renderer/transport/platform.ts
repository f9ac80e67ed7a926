import type { ClientContext, ClientLink } from '@orpc/client';
import type { CommandId } from '../../shared/commands/registry.ts';
import type { HandedFile } from '../../shared/contract/desktop-bridge.ts';

export type { HandedFile };

/** One live connection to the service. */
export interface ContractLink {
  link: ClientLink<ClientContext>;
  /** Settles when the connection is gone, for whatever reason. */
  closed: Promise<void>;
}

export type UploadProgress = (sentBytes: number, totalBytes: number) => void;

/** What the window can ask of the host it runs in; all else goes through the contract. */
export interface Platform {
  kind: 'browser' | 'desktop';
  /** Opens a connection. Throws SessionRefusedError when the host knows no such session, so that retrying is no use. */
  connect(): Promise<ContractLink>;
  /** Lets the person choose files and hands them over; empty when nothing was chosen. */
  chooseFiles(onProgress?: UploadProgress): Promise<HandedFile[]>;
  /** Hands a dropped file to the host; the contract's imports calls then know it by its id. */
  handOver(file: File, onProgress?: UploadProgress): Promise<HandedFile>;
  /** Saves a finished export where the person wants it; false when they thought better of it. */
  saveDownload(downloadId: string, fileName: string): Promise<boolean>;
  /** Saves what the window made itself, such as a picture, where the person wants it; false when they thought better of it. */
  saveMade(fileName: string, content: Blob): Promise<boolean>;
  /** Asks for a folder in the system's own window, beginning at one; null when it was closed. Absent where the host has none. */
  chooseFolder?(from: string): Promise<string | null>;
  /** Shows the folder of a scheduled report; absent where the host cannot. */
  openReportFolder?(scheduleId: string): Promise<void>;
  /** Reports commands chosen in the native menu; never called where there is none. Returns how to stop. */
  onMenuCommand(listener: (id: CommandId) => void): () => void;
}

/** The host refused this window: it was started anew since, or the address lacks its token. */
export class SessionRefusedError extends Error {
  override readonly name = 'SessionRefusedError';
}
