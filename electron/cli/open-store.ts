import { isAppError } from '../../shared/lib/app-error.ts';
import { appVersion } from '../browser/app-version.ts';
import { createService, type Service } from '../service/service.ts';
import { type Client, createLocalClient } from './local-client.ts';

/**
 * Opens a store for one command; 'any' takes it where it is free, and else reads beside its owner. The caller closes the
 * service. Throws STORE_IN_USE, STORE_UNUSABLE and the like.
 */
export async function openStore(
  storeFolder: string,
  access: 'own' | 'read' | 'any',
): Promise<{ service: Service; client: Client }> {
  if (access === 'any') {
    return openStore(storeFolder, 'own').catch((error: unknown) => {
      if (isAppError(error) && error.code === 'STORE_IN_USE') return openStore(storeFolder, 'read');
      throw error;
    });
  }
  const service = await createService({ storeFolder, appVersion: appVersion(), access });
  return { service, client: createLocalClient(service.router) };
}
