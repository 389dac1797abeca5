import { useState } from 'react';
import type { BackupSource } from '../../../preload/contract/backup/backup.ts';
import { useApi } from '../../api/api-provider.tsx';
import { putFile } from '../../api/client.ts';

/** A backup with the words that stand over it. */
export interface ChosenBackup {
  readonly source: BackupSource;
  readonly title: string;
}

/** Takes a backup that lies elsewhere: through the system's dialog where the window has one, else as a file that is put. */
export function useChosenFile(onChosen: (chosen: ChosenBackup) => void) {
  const { transport, client } = useApi();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const take = async (find: () => Promise<{ handle: string | null; name: string | null }>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const { handle, name } = await find();
      if (handle !== null) onChosen({ source: { kind: 'file', handle }, title: `Restore ${name ?? 'a chosen file'}` });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    error,
    choose: () => void take(() => client.backup.choose.mutate()),
    takeFile: (file: File) => void take(async () => ({ handle: await putFile(transport, file), name: file.name })),
  };
}
