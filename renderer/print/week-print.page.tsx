import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import type { WeekView } from '../../preload/contract/rostering/week-view.ts';
import { useTrpc } from '../api/api-provider.tsx';
import { usePractice } from '../api/practice-queries.ts';
import { useWrite } from '../app/use-write.ts';
import { useLocationInView } from '../app/location-in-view.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PrintOptions, type PrintChoices } from './print-options.tsx';
import { usePrintCommands } from './use-print-commands.ts';
import { WeekPrintScreen } from './week-print-screen.tsx';
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
  const commands = usePrintCommands({ fileName: week.fileName, paper, backTo: `/schedule?on=${week.days[0]?.on ?? ''}` });
  const change = (choices: PrintChoices) => {
    setPaper(choices.paper);
    setOpenShifts(choices.openShifts);
    if (choices.publicationId !== publicationId) choosePublication(choices.publicationId);
  };
  const { note } = view;
  return (
    <WeekPrintScreen week={week} plan={plan} commands={commands}>
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
    </WeekPrintScreen>
  );
}
