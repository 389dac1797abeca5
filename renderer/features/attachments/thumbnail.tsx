import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import { useApi } from '../../api/api-provider.tsx';
import { Refusal } from '../../api/refusal.ts';
import styles from './files.module.css';

const letters: Readonly<Record<string, string>> = {
  PDF: 'PDF',
  document: 'DOC',
  spreadsheet: 'XLS',
  table: 'CSV',
  text: 'TXT',
  picture: 'IMG',
};

/** The small picture of a file, or the letters of its kind. It says nothing that the name beside it does not. */
export function Thumbnail({ file }: { readonly file: AttachmentView }) {
  const { client, transport } = useApi();
  const { data } = useQuery({
    queryKey: ['thumbnail', file.id],
    enabled: file.hasThumbnail,
    queryFn: async () => {
      const { handle } = await client.attachments.thumbnail.query({ id: file.id });
      const answer = await transport.getFile(handle);
      if (!answer.ok) throw new Refusal(answer.error);
      return new Blob([new Uint8Array(answer.data.bytes)], { type: answer.data.mediaType });
    },
  });
  return (
    <span className={styles.picture} aria-hidden>
      {data ? <BlobPicture blob={data} /> : (letters[file.kind] ?? 'FILE')}
    </span>
  );
}

/** Bytes in memory as a picture; their address lives as long as it is shown. */
function BlobPicture({ blob }: { readonly blob: Blob }) {
  const show = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(blob);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob],
  );
  return <img ref={show} alt="" />;
}
