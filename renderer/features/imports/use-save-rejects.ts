import { useMutation } from '@tanstack/react-query';
import { useClient, usePlatform } from '../../lib/connection.tsx';

/** Saves the rows of an import that were set aside, with line and reason, where the person wants them. */
export function useSaveRejects() {
  const client = useClient();
  const platform = usePlatform();
  return useMutation({
    mutationFn: async (batchId: number) => {
      const { downloadId, fileName } = await client.imports.rejects({ batchId });
      return platform.saveDownload(downloadId, fileName);
    },
  });
}
