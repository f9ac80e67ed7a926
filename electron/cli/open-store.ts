import { appVersion } from '../browser/app-version.ts';
import { createService, type Service } from '../service/service.ts';
import { type Client, createLocalClient } from './local-client.ts';

/** Opens a store for one command. The caller closes the service. Throws STORE_IN_USE, STORE_UNUSABLE and the like. */
export async function openStore(
  storeFolder: string,
  access: 'own' | 'read',
): Promise<{ service: Service; client: Client }> {
  const service = await createService({ storeFolder, appVersion: appVersion(), access });
  return { service, client: createLocalClient(service.router) };
}
