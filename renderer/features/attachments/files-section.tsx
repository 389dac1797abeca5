import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import type { AttachmentSubject, AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { FileLine } from './file-line.tsx';
import styles from './files.module.css';
import { useFiles } from './use-files.ts';
import { usePastedFiles } from './use-pasted-files.ts';

const accepted = '.png,.jpg,.jpeg,.gif,.webp,.pdf,.docx,.xlsx,.csv,.txt';

/** The files of a thing: chosen, dropped or pasted. Left out for those who may not see them. Give it a `key` of the thing. */
export function FilesSection({ subject, label }: { readonly subject: AttachmentSubject; readonly label: string }) {
  const trpc = useTrpc();
  const list = useQuery(trpc.attachments.list.queryOptions({ subject }));
  const { adding, error, add, saveCopy, remove } = useFiles(subject);
  const [over, setOver] = useState(false);
  const section = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const mayChange = list.data?.mayChange ?? false;
  const addIfMay = (files: readonly File[]) => {
    if (mayChange && files.length > 0) add(files);
  };
  usePastedFiles(section, addIfMay);

  if (list.error) {
    if (refusalOf(list.error).code === 'forbidden') return null;
    return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  }
  const files = list.data?.files ?? [];
  const removeAndStay = (file: AttachmentView) => {
    const next = files[files.indexOf(file) + 1] ?? files[files.indexOf(file) - 1];
    const target = next ? section.current?.querySelector<HTMLElement>(`[data-file="${next.id}"] button`) : choose.current;
    target?.focus();
    remove(file);
  };
  const drop = mayChange && {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      addIfMay([...event.dataTransfer.files]);
    },
  };
  return (
    <section ref={section} className={styles.section} aria-label={label} data-over={over || undefined} {...drop}>
      <div className={styles.head}>
        <h3>Files</h3>
        {mayChange && (
          <Button
            ref={choose}
            startIcon={<Paperclip size={16} strokeWidth={1.5} aria-hidden />}
            disabled={adding !== null}
            onClick={() => input.current?.click()}
          >
            Add a file
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={accepted}
          aria-label="Files to add"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])];
            event.target.value = '';
            addIfMay(chosen);
          }}
        />
      </div>
      {error !== null && <ErrorNotice error={error} />}
      {files.length > 0 && (
        <ul className={styles.list} aria-label="Files">
          {files.map((file) => (
            <FileLine key={file.id} file={file} mayChange={mayChange} onCopy={() => saveCopy(file)} onRemove={() => removeAndStay(file)} />
          ))}
        </ul>
      )}
      <p className={styles.hint} aria-live="polite">
        {adding !== null ? `Adding ${adding}` : list.data && hintOf(files.length, mayChange)}
      </p>
    </section>
  );
}

function hintOf(count: number, mayChange: boolean): string | null {
  if (count > 0) return null;
  return mayChange ? 'No files yet. Choose, drop or paste a contract, a certificate or a picture.' : 'No files yet.';
}
