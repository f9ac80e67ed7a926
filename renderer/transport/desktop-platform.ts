import { RPCLink } from '@orpc/client/message-port';
import type { CommandId } from '../../shared/commands/registry.ts';
import { isErrorCode } from '../../shared/contract/contract-error.ts';
import { type BridgeReply, type DesktopBridge, portMessage } from '../../shared/contract/desktop-bridge.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ContractLink, Platform } from './platform.ts';

/** The platform of a window of the desktop host, over what its preload exposes. */
export function createDesktopPlatform(bridge: DesktopBridge<File>): Platform {
  return {
    kind: 'desktop',
    connect: () => connect(bridge),
    chooseFiles: async () => unwrap(await bridge.chooseFiles()),
    handOver: async (file) => unwrap(await bridge.handOver(file)),
    saveDownload: async (downloadId, fileName) => unwrap(await bridge.saveDownload(downloadId, fileName)),
    saveMade: async (fileName, content) =>
      unwrap(await bridge.saveMade(fileName, new Uint8Array(await content.arrayBuffer()))),
    chooseFolder: async (from) => unwrap(await bridge.chooseFolder(from)),
    openReportFolder: async (scheduleId) => unwrap(await bridge.openReportFolder(scheduleId)),
    onMenuCommand: (listener) => bridge.onMenuCommand((id) => listener(id as CommandId)),
  };
}

function unwrap<T>(reply: BridgeReply<T>): T {
  if ('value' in reply) return reply.value;
  const { code, message } = reply.error;
  throw new AppError(isErrorCode(code) ? code : 'UNEXPECTED', message);
}

function connect(bridge: DesktopBridge<File>): Promise<ContractLink> {
  return new Promise((resolve) => {
    window.addEventListener('message', function receive(event) {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage || !port) return;
      window.removeEventListener('message', receive);
      port.start();
      const closed = new Promise<void>((settle) => port.addEventListener('close', () => settle(), { once: true }));
      resolve({ link: new RPCLink({ port }), closed });
    });
    bridge.requestPort();
  });
}
