import { RPCLink } from '@orpc/client/websocket';
import { isErrorCode } from '../../shared/contract/contract-error.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  type ContractLink,
  type HandedFile,
  type Platform,
  SessionRefusedError,
  type UploadProgress,
} from './platform.ts';
import { reloadOnNewToken, takeSessionToken } from './session-token.ts';

const TOKEN_HEADER = 'x-throughline-token';
/** Close code of the host for a session that it does not know. */
const REFUSED = 4401;

/** The platform of a window that the browser host serves. Takes the session token out of the address. */
export function createBrowserPlatform(): Platform {
  const token = takeSessionToken();
  reloadOnNewToken();
  const handOver = (file: File, onProgress?: UploadProgress) => upload(file, token, onProgress);
  return {
    kind: 'browser',
    connect: () => connect(token),
    handOver,
    async chooseFiles(onProgress) {
      const handed: HandedFile[] = [];
      for (const file of await pickFiles()) handed.push(await handOver(file, onProgress));
      return handed;
    },
    async saveDownload(downloadId, fileName) {
      const response = await fetch('/tickets', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [TOKEN_HEADER]: token },
        body: JSON.stringify({ downloadId }),
      });
      const reply: unknown = await response.json().catch(() => null);
      if (!response.ok) throw errorFrom(reply, 'The file could not be fetched. Export it again.');
      const link = document.createElement('a');
      link.href = `/download/${textOf(reply, 'ticket')}`;
      link.download = fileName;
      link.click();
      return true;
    },
    async saveMade(fileName, content) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = fileName;
      link.click();
      // The download has begun with the click; what it reads is held by it.
      URL.revokeObjectURL(link.href);
      return true;
    },
    onMenuCommand: () => () => {},
  };
}

/** Opens the socket, shows the token as the first message and waits for the host's word. */
function connect(token: string): Promise<ContractLink> {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rpc`);
  const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify({ token })), { once: true });
    socket.addEventListener('message', () => resolve({ link: new RPCLink({ websocket: socket }), closed }), {
      once: true,
    });
    socket.addEventListener('close', (event) => {
      if (event.code === REFUSED) reject(new SessionRefusedError(event.reason));
      else reject(new Error('The host does not answer.'));
    });
  });
}

/** Sends a file from disk; XMLHttpRequest because fetch cannot tell how far an upload is. */
function upload(file: File, token: string, onProgress?: UploadProgress): Promise<HandedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader(TOKEN_HEADER, token);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress?.(event.loaded, file.size);
    request.onerror = () =>
      reject(new AppError('FILE_UNREADABLE', `'${file.name}' could not be read or sent. Choose it again.`));
    request.onload = () => {
      if (request.status !== 200) return reject(errorFrom(request.response, `'${file.name}' could not be sent.`));
      resolve({ fileId: textOf(request.response, 'fileId'), name: file.name });
    };
    request.send(file);
  });
}

/** The browser's own file dialog. */
function pickFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}

function textOf(reply: unknown, name: string): string {
  if (typeof reply === 'object' && reply !== null && name in reply) return String(Reflect.get(reply, name));
  throw new AppError('UNEXPECTED', `The host's answer lacks '${name}'.`);
}

/** The host's own words for what went wrong (`{ error: { code, message } }`), or the given sentence. */
function errorFrom(reply: unknown, fallback: string): AppError {
  const error: unknown = typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'error') : null;
  if (typeof error !== 'object' || error === null) return new AppError('UNEXPECTED', fallback);
  const code: unknown = Reflect.get(error, 'code');
  return new AppError(isErrorCode(code) ? code : 'UNEXPECTED', String(Reflect.get(error, 'message')));
}
