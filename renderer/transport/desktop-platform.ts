import { RPCLink } from '@orpc/client/message-port';
import type { CommandId } from '../../shared/commands/registry.ts';
import { type DesktopBridge, portMessage } from '../../shared/contract/desktop-bridge.ts';
import type { ContractLink, Platform } from './platform.ts';

/** The platform of a window of the desktop host, over what its preload exposes. */
export function createDesktopPlatform(bridge: DesktopBridge<File>): Platform {
  return {
    kind: 'desktop',
    connect: () => connect(bridge),
    chooseFiles: () => bridge.chooseFiles(),
    handOver: (file) => bridge.handOver(file),
    saveDownload: (downloadId, fileName) => bridge.saveDownload(downloadId, fileName),
    onMenuCommand: (listener) => bridge.onMenuCommand((id) => listener(id as CommandId)),
  };
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
