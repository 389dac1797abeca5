import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import { useMemo, useRef, type CSSProperties, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { PrintWeek } from '../../preload/contract/rostering/print-week.ts';
import { useTrpc } from '../api/api-provider.tsx';
import { usePractice } from '../api/practice-queries.ts';
import { useActions, type AppAction } from '../app/actions.ts';
import { useLocationInView } from '../app/location-in-view.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { shortDate } from '../ui/dates.ts';
import { PrintRules } from './print-rules.tsx';
import styles from './print-screen.module.css';
import { usePrintCommands } from './use-print-commands.ts';
import { useSheetScale } from './use-sheet-scale.ts';
import { usePlan, WeekSheets } from './week-sheets.tsx';
import { daysLater } from '../features/rostering/week-dates.ts';

/** The published week, as everybody may see it: `/week?on=..`; this week when no day is named. No draft shows here. */
export function PublishedWeekPage() {
  const trpc = useTrpc();
  const { today } = usePractice();
  const location = useLocationInView();
  const [asked, setAsked] = useSearchParams();
  const on = asked.get('on') ?? today;
  const { data, error, refetch } = useQuery({
    ...trpc.rostering.week.published.queryOptions({ locationId: location.id, on }),
    placeholderData: keepPreviousData,
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { from, week } = data;
  const goTo = (days: number) => setAsked({ on: daysLater(from, days) });
  const steps = (
    <>
      <IconButton aria-label="Week before" title="Week before" onClick={() => goTo(-7)}>
        <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <IconButton aria-label="Week after" title="Week after" onClick={() => goTo(7)}>
        <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </>
  );
  if (!week) {
    return (
      <>
        <PageHead title={`Week of ${shortDate(from, today)}`} before={steps} />
        <EmptyState title="Not published yet">This week shows here once the office manager publishes it.</EmptyState>
      </>
    );
  }
  return <Published week={week} steps={steps} />;
}

const around = 28;

function Published({ week, steps }: { readonly week: PrintWeek; readonly steps: ReactNode }) {
  const plan = usePlan(week);
  const ground = useRef<HTMLElement>(null);
  const scale = useSheetScale(ground, plan.sheet, { pad: around, whole: true });
  const fit: CSSProperties & Record<'--fit', number> = { '--fit': scale };
  const { print } = usePrintCommands({ fileName: week.fileName, paper: week.paper, backTo: '/week' });
  const actions = useMemo<readonly AppAction[]>(
    () => [
      {
        id: 'week.print',
        label: 'Print the week',
        group: 'Schedule',
        icon: Printer,
        shortcut: 'Ctrl+P',
        whileTyping: true,
        perform: print,
      },
    ],
    [print],
  );
  useActions(actions);
  return (
    <div className={styles.screen}>
      <PrintRules paper={plan.sheet.paper} />
      <PageHead title={week.title} facts={week.version} before={steps}>
        <Button variant="contained" color="primary" onClick={print} title="Print (Ctrl+P)">
          Print
        </Button>
      </PageHead>
      <section ref={ground} className={`${styles.ground} ${styles.alone}`} aria-label="The published week">
        <div className={styles.sheets} style={fit} data-sheets="">
          <WeekSheets week={week} plan={plan} />
        </div>
      </section>
    </div>
  );
}
