import '@fontsource-variable/inter';
import { createRoot } from 'react-dom/client';
import { ThemeProvider } from '../../../renderer/app/theme-provider.tsx';
import '../../../renderer/app/tokens.css';
import '../../../renderer/app/base.css';
import { PrintRules } from '../../../renderer/print/print-rules.tsx';
import { usePlan, WeekSheets } from '../../../renderer/print/week-sheets.tsx';
import { buildPrintWeek, type PrintWeekOptions } from '../print-week.builder.ts';
import './shell.css';

const asked = new URLSearchParams(location.search).get('week') ?? '{}';
const options: PrintWeekOptions = JSON.parse(asked);

/** The sheets in a pretended window, as the print page shows them. */
function Page() {
  const week = buildPrintWeek(options);
  const plan = usePlan(week);
  return (
    <div className="shell">
      <nav>Never on paper</nav>
      <main className="middle">
        <p>Never on paper either</p>
        <div data-sheets="">
          <WeekSheets week={week} plan={plan} />
        </div>
      </main>
    </div>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider>
      <PrintRules paper={buildPrintWeek(options).paper} />
      <Page />
    </ThemeProvider>,
  );
}
