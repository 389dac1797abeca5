// A page for looking at the week grid without a core: `npx vite tests/support/week-preview`, then
// /?people=80&theme=dark&density=comfortable&text=200
import '@fontsource-variable/inter/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../renderer/app/tokens.css';
import '../../../renderer/app/base.css';
import { ThemeProvider } from '../../../renderer/app/theme-provider.tsx';
import { WeekScreen } from '../../../renderer/features/rostering/week-screen.tsx';
import { showPending } from '../../../renderer/features/rostering/store.ts';
import { lineKey } from '../../../renderer/features/rostering/grid/grid-model.ts';
import { weekView } from '../week-view.builder.ts';

const asked = new URLSearchParams(location.search);
const root = document.documentElement;
root.dataset['theme'] = asked.get('theme') ?? 'light';
root.dataset['density'] = asked.get('density') ?? 'compact';
root.style.fontSize = `${asked.get('text') ?? '100'}%`;

const view = weekView({ people: Number(asked.get('people') ?? '24'), filled: asked.get('filled') !== 'no' });
const colours = Object.fromEntries(view.groups.map((group) => [group.positionId ?? '', group.colour]));
const nothing = (): void => {};
const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <ThemeProvider>
        <div style={{ height: '100vh', paddingLeft: '68px', paddingTop: '44px', boxSizing: 'border-box' }}>
          <WeekScreen
            view={view}
            place="Downtown"
            colours={colours}
            ports={{
              canWrite: true,
              write: (edits) => showPending(edits.map(({ personId, on, text }) => ({ key: lineKey(personId), on, text }))),
              move: nothing,
              say: (sentence) => {
                document.title = sentence;
              },
              explain: async (_address, text) => ({
                readable: true,
                lines: [`8:00 am–4:30 pm, 7.5 h after 1 h lunch`, `Medical assistant`, `Reads “${text}”.`],
              }),
            }}
            actions={{
              goTo: nothing,
              copyLastWeek: nothing,
              openNeeded: nothing,
              openSheet: nothing,
              openNote: nothing,
              print: nothing,
              publish: async () => {},
            }}
            openPeople={nothing}
            shift={<p>Shift</p>}
          />
        </div>
      </ThemeProvider>
    </StrictMode>,
  );
}
