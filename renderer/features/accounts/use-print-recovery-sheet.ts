import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Paper } from '../../../preload/contract/practice/practice.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useSystem } from '../../api/practice-queries.ts';
import { refusalOf } from '../../api/refusal.ts';
import { showNotice } from '../../ui/notices/notice.store.ts';

const refused = (error: unknown) => showNotice({ tone: 'refused', text: refusalOf(error).message });

/** Prints the sheet, through the host where it can. There is no PDF of it: a file of the key beside the practice would undo what it is for. */
export function usePrintRecoverySheet(paper: Paper): () => void {
  const trpc = useTrpc();
  const { host } = useSystem();
  const { mutate: print } = useMutation(trpc.system.print.mutationOptions({ onError: refused }));
  const { mutate: printByBrowser } = useMutation(
    trpc.system.printedByBrowser.mutationOptions({ onError: refused, onSettled: () => window.print() }),
  );
  return useCallback(() => {
    const order = { suggestedName: 'Recovery key', paper };
    void document.fonts.ready.then(() => (host.print ? print(order) : printByBrowser(order)));
  }, [paper, host, print, printByBrowser]);
}
