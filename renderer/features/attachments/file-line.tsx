import IconButton from '@mui/material/IconButton';
import { Download, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import { shortInstant } from '../../ui/dates.ts';
import { fileSize } from './file-words.ts';
import styles from './files.module.css';
import { Thumbnail } from './thumbnail.tsx';

/** One file: what it is, and what can be done with it. Del on it removes it. */
export function FileLine({
  file,
  mayChange,
  onCopy,
  onRemove,
}: {
  readonly file: AttachmentView;
  readonly mayChange: boolean;
  readonly onCopy: () => void;
  readonly onRemove: () => void;
}) {
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Delete' || !mayChange) return;
      event.preventDefault();
      onRemove();
    },
  };
  return (
    <li className={styles.file} data-file={file.id} {...keys}>
      <Thumbnail file={file} />
      <span className={styles.words}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        <span className={styles.facts}>
          {file.kind}, <span className="num">{fileSize(file.bytes)}</span>, {shortInstant(file.addedAt)}, {file.addedBy}
        </span>
      </span>
      <IconButton aria-label={`Save a copy of ${file.name}`} title="Save a copy" onClick={onCopy}>
        <Download size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
      {mayChange && (
        <IconButton aria-label={`Remove ${file.name}`} title="Remove" aria-keyshortcuts="Delete" onClick={onRemove}>
          <X size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
