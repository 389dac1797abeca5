import '@fontsource-variable/inter';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../../../renderer/app/theme-provider.tsx';
import '../../../renderer/app/tokens.css';
import '../../../renderer/app/base.css';
import { PrintOptions, type PrintChoices } from '../../../renderer/print/print-options.tsx';
import type { PrintCommands } from '../../../renderer/print/print-screen.tsx';
import { WeekPrintScreen } from '../../../renderer/print/week-print-screen.tsx';
import { usePlan } from '../../../renderer/print/week-sheets.tsx';
import { buildPrintWeek, type PrintWeekOptions } from '../print-week.builder.ts';
import './shell.css';

const asked = new URLSearchParams(location.search);
const options: PrintWeekOptions = JSON.parse(asked.get('week') ?? '{}');
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light';

const commands: PrintCommands = { print: () => window.print(), savePdf: () => window.print(), goBack: () => undefined };
const published = {
  id: '01930000-0000-7000-8009-000000000001',
  label: 'L-31',
  publishedAt: '2026-11-23T16:21:00.000Z',
  actor: 'Petra Kessler',
};

/** The print screen in a pretended window, as the app shows it. */
function Page() {
  const built = useMemo(() => buildPrintWeek(options), []);
  const [choices, change] = useState<PrintChoices>({ publicationId: null, paper: built.paper, openShifts: true });
  const [note, saveNote] = useState(built.note);
  const week = useMemo(
    () => ({ ...built, note, paper: choices.paper, openRow: choices.openShifts ? built.openRow : null }),
    [built, note, choices],
  );
  const plan = usePlan(week);
  return (
    <div className="shell">
      <nav>Never on paper</nav>
      <main className="middle">
        <WeekPrintScreen week={week} plan={plan} commands={commands}>
          <PrintOptions
            choices={choices}
            change={change}
            published={published}
            hasOpenShifts
            note={note}
            noteDropped={plan.noteDropped}
            saveNote={saveNote}
          />
        </WeekPrintScreen>
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider>
      <Page />
    </ThemeProvider>,
  );
}
