import type { MadeBackupView } from '../../../preload/contract/backup/backup.ts';
import { useApi } from '../../api/api-provider.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { useLongWork } from './use-long-work.ts';

/** Makes a backup, and says when it is made. */
export function useMakeBackup() {
  const { client } = useApi();
  const { state, start, stop } = useLongWork<MadeBackupView>(({ second }) =>
    showNotice({
      tone: 'done',
      text:
        second === 'missing' || second === 'failed'
          ? 'A backup is made. The second place did not get its copy.'
          : 'A backup is made and checked.',
    }),
  );
  return { state, start: () => start((handlers) => client.backup.make.subscribe(undefined, handlers)), stop };
}
