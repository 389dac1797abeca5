import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Paper } from '../../preload/contract/practice/practice.ts';
import { useTrpc } from '../api/api-provider.tsx';
import { useSystem } from '../api/practice-queries.ts';
import { refusalOf } from '../api/refusal.ts';
import { showNotice } from '../ui/notices/notice.store.ts';
import type { PrintCommands } from './print-screen.tsx';

const refused = (error: unknown) => showNotice({ tone: 'refused', text: refusalOf(error).message });

/** Prints and saves through the host where it can, else through the browser, which names a PDF by the page's title. */
export function usePrintCommands({
  fileName,
  paper,
  backTo,
}: {
  /** Without extension. */
  readonly fileName: string;
  readonly paper: Paper;
  /** Where to go back to for whoever came straight here. */
  readonly backTo: string;
}): PrintCommands {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const cameFromHere = useLocation().key !== 'default';
  const { host } = useSystem();
  const { mutate: print } = useMutation(trpc.system.print.mutationOptions({ onError: refused }));
  const { mutate: savePdf } = useMutation(
    trpc.system.savePdf.mutationOptions({
      onSuccess: ({ saved, fileName: name }) => saved && showNotice({ tone: 'done', text: `${name ?? 'The PDF'} is saved.` }),
      onError: refused,
    }),
  );
  // The browser prints whether or not that could be recorded: anyone can have it do so by its own menu.
  const { mutate: printByBrowser } = useMutation(
    trpc.system.printedByBrowser.mutationOptions({ onError: refused, onSettled: () => window.print() }),
  );
  useTitleWhilePrinting(fileName);
  return useMemo<PrintCommands>(() => {
    const order = { suggestedName: fileName, paper };
    // What is typed into a field is saved when it loses the focus; the type must be there before it is set.
    const ready = async () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      await document.fonts.ready;
    };
    return {
      print: () => void ready().then(() => (host.print ? print(order) : printByBrowser(order))),
      savePdf: () => void ready().then(() => (host.pdf ? savePdf(order) : printByBrowser(order))),
      goBack: () => void (cameFromHere ? navigate(-1) : navigate(backTo)),
    };
  }, [fileName, paper, host, print, savePdf, printByBrowser, navigate, cameFromHere, backTo]);
}

function useTitleWhilePrinting(fileName: string): void {
  useEffect(() => {
    let title = document.title;
    const before = () => {
      title = document.title;
      document.title = fileName;
    };
    const after = () => {
      document.title = title;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [fileName]);
}
