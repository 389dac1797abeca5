import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { WeekView } from '../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../api/api-provider.tsx';
import { usePractice, useSystem } from '../api/practice-queries.ts';
import { refusalOf } from '../api/refusal.ts';
import { useWrite } from '../app/use-write.ts';
import { useLocationInView } from '../app/location-in-view.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { showNotice } from '../ui/notices/notice.store.ts';
import { PrintOptions, type PrintChoices } from './print-options.tsx';
import { PrintScreen, type PrintCommands } from './print-screen.tsx';
import { usePlan } from './week-sheets.tsx';

/**
 * The week before it is printed: `/schedule/print?location=..&on=..&publication=..`.
 * Without a location or a day it is the one in view and the current week.
 */
export function WeekPrintPage() {
  const trpc = useTrpc();
  const [asked] = useSearchParams();
  const { today } = usePractice();
  const inView = useLocationInView();
  const locationId = asked.get('location') ?? inView.id;
  const on = asked.get('on') ?? today;
  const [publicationId, setPublicationId] = useState(asked.get('publication'));
  const printed = useQuery({
    ...trpc.rostering.week.print.queryOptions({ locationId, on, ...(publicationId === null ? {} : { publicationId }) }),
    placeholderData: keepPreviousData,
  });
  const view = useQuery(trpc.rostering.week.get.queryOptions({ locationId, on }));
  const error = printed.error ?? view.error;
  if (error) {
    const again = () => {
      void printed.refetch();
      void view.refetch();
    };
    return <ErrorNotice error={error} onRetry={again} />;
  }
  if (!printed.data || !view.data) return null;
  return <PrintedWeek printed={printed.data} view={view.data} publicationId={publicationId} choosePublication={setPublicationId} />;
}

interface PrintedWeekProps {
  readonly printed: PrintWeek;
  readonly view: WeekView;
  readonly publicationId: string | null;
  readonly choosePublication: (publicationId: string | null) => void;
}

function PrintedWeek({ printed, view, publicationId, choosePublication }: PrintedWeekProps) {
  const trpc = useTrpc();
  const [paper, setPaper] = useState(printed.paper);
  const [openShifts, setOpenShifts] = useState(true);
  const saveNote = useWrite(trpc.rostering.week.saveNote.mutationOptions());
  const week = useMemo<PrintWeek>(
    () => ({ ...printed, paper, openRow: openShifts ? printed.openRow : null }),
    [printed, paper, openShifts],
  );
  const plan = usePlan(week);
  const commands = usePrintCommands(week);
  const change = (choices: PrintChoices) => {
    setPaper(choices.paper);
    setOpenShifts(choices.openShifts);
    if (choices.publicationId !== publicationId) choosePublication(choices.publicationId);
  };
  const { note } = view;
  return (
    <PrintScreen week={week} plan={plan} commands={commands}>
      <PrintOptions
        choices={{ publicationId, paper, openShifts }}
        change={change}
        published={view.published}
        hasOpenShifts={printed.openRow !== null}
        note={publicationId === null ? (note?.text ?? '') : printed.note}
        noteDropped={plan.noteDropped}
        saveNote={(text) =>
          saveNote.mutate({
            locationId: view.locationId,
            on: view.from,
            note: text,
            ...(note ? { seen: { id: note.id, version: note.version } } : {}),
          })
        }
      />
    </PrintScreen>
  );
}

const refused = (error: unknown) => showNotice({ tone: 'refused', text: refusalOf(error).message });

/** Prints and saves through the host where it can, else through the browser, which names a PDF by the page's title. */
function usePrintCommands(week: PrintWeek): PrintCommands {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const cameFromHere = useLocation().key !== 'default';
  const { host } = useSystem();
  const { fileName, paper } = week;
  const firstDay = week.days[0]?.on ?? '';
  const { mutate: print } = useMutation(trpc.system.print.mutationOptions({ onError: refused }));
  const { mutate: savePdf } = useMutation(
    trpc.system.savePdf.mutationOptions({
      onSuccess: ({ saved, fileName: name }) => saved && showNotice({ tone: 'done', text: `${name ?? 'The PDF'} is saved.` }),
      onError: refused,
    }),
  );
  useTitleWhilePrinting(fileName);
  return useMemo<PrintCommands>(() => {
    const order = { suggestedName: fileName, paper };
    // What is typed into the note is saved when it loses the focus; the type must be there before it is set.
    const ready = async () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      await document.fonts.ready;
    };
    return {
      print: () => void ready().then(() => (host.print ? print(order) : window.print())),
      savePdf: () => void ready().then(() => (host.pdf ? savePdf(order) : window.print())),
      goBack: () => void (cameFromHere ? navigate(-1) : navigate(`/schedule?on=${firstDay}`)),
    };
  }, [fileName, paper, host, print, savePdf, navigate, cameFromHere, firstDay]);
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
