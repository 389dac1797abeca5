import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { maximumAttachmentBytes, type AttachmentSubject, type AttachmentView } from '../../../preload/contract/attachments/attachments.ts';
import { useApi, useTrpc } from '../../api/api-provider.tsx';
import { putFile } from '../../api/client.ts';
import { fetchDownload } from '../../api/fetch-download.ts';
import { Refusal, refusalOf } from '../../api/refusal.ts';
import { useWrite } from '../../app/use-write.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';

/** Adds files to a thing one after the other, copies them out and takes them away. */
export function useFiles(subject: AttachmentSubject) {
  const { transport } = useApi();
  const trpc = useTrpc();
  const [adding, setAdding] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const { mutateAsync: addFile } = useWrite(trpc.attachments.add.mutationOptions(), { sayRefusal: false });
  const archive = useWrite(trpc.attachments.archive.mutationOptions());
  const copy = useMutation(
    trpc.attachments.saveCopy.mutationOptions({
      onSuccess: ({ saved, fileName, download }) => {
        if (!saved || fileName === null) return;
        if (download === undefined) showNotice({ tone: 'done', text: `Saved ${fileName}` });
        else fetchDownload(download, fileName);
      },
      onError: (failure) => showNotice({ tone: 'refused', text: refusalOf(failure).message }),
    }),
  );

  const add = async (files: readonly File[]): Promise<void> => {
    setError(null);
    for (const file of files) {
      setAdding(file.name);
      try {
        if (file.size > maximumAttachmentBytes) throw new Refusal(tooLarge);
        const { changeSet } = await addFile({ subject, file: await putFile(transport, file) });
        if (!changeSet) showNotice({ tone: 'done', text: `${file.name} is here already` });
      } catch (caught) {
        setError(new Refusal(named(file.name, refusalOf(caught))));
        break;
      }
    }
    setAdding(null);
  };

  return {
    adding,
    error,
    add: (files: readonly File[]) => void add(files),
    saveCopy: ({ id }: AttachmentView) => copy.mutate({ id }),
    remove: ({ id, version }: AttachmentView) => archive.mutate({ seen: { id, version } }),
  };
}

const tooLarge = { code: 'invalid_input', message: 'This file is over 25 MB. Make it smaller, or add it in parts.' } as const;

const named = (name: string, shape: ReturnType<typeof refusalOf>) => ({ ...shape, message: `${name}: ${shape.message}` });
