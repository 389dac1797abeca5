import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ArchiveImportResult } from '../../../preload/contract/archive/archive.ts';
import { useApi, useTrpc } from '../../api/api-provider.tsx';
import { putFile } from '../../api/client.ts';
import { Refusal, refusalOf } from '../../api/refusal.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { showNotice } from '../../ui/notices/notice.store.ts';
import styles from './archive.module.css';
import { ArchivePreviewView } from './archive-preview.tsx';
import { useArchiveWork } from './use-archive-work.ts';
import { WorkProgress } from './work-progress.tsx';

/** Chooses an export, shows what it holds, and brings it in where the practice is empty. */
export function OpenExport() {
  const { client, transport } = useApi();
  const trpc = useTrpc();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ readonly handle: string; readonly name: string } | null>(null);
  const [reading, setReading] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const preview = useQuery({ ...trpc.archive.preview.queryOptions({ file: file?.handle ?? '' }), enabled: file !== null });
  const { state, start, cancel } = useArchiveWork<ArchiveImportResult>(({ rows, files }) => {
    setFile(null);
    showNotice({ tone: 'done', text: `Brought in ${rows.toLocaleString('en-US')} rows and ${files} ${files === 1 ? 'file' : 'files'}` });
  });

  const take = async (chosen: File): Promise<void> => {
    setReading(true);
    setRefused(null);
    setFile(null);
    try {
      setFile({ handle: await putFile(transport, chosen), name: chosen.name });
    } catch (caught) {
      setRefused(new Refusal(refusalOf(caught)));
    } finally {
      setReading(false);
    }
  };

  const bringIn = () => {
    if (file) start((handlers) => client.archive.import.subscribe({ file: file.handle }, handlers));
  };
  const isReading = reading || (file !== null && preview.isPending);
  const error = refused ?? preview.error ?? (state.kind === 'refused' ? state.error : null);
  return (
    <div className={styles.open}>
      {state.kind === 'running' ? (
        <WorkProgress words="Bringing it in" state={state} onCancel={cancel} />
      ) : (
        <>
          <Button
            className={styles.choose ?? ''}
            startIcon={<FolderOpen size={16} strokeWidth={1.5} aria-hidden />}
            disabled={isReading}
            onClick={() => input.current?.click()}
          >
            {isReading ? 'Reading the export' : 'Open an export'}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".zip"
            aria-label="Export as a zip"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) void take(chosen);
            }}
          />
          {file && preview.data && <ArchivePreviewView fileName={file.name} preview={preview.data} onBringIn={bringIn} />}
        </>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </div>
  );
}
