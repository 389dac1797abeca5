import IconButton from '@mui/material/IconButton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { X } from 'lucide-react';
import { createContext, memo, useContext } from 'react';
import type { Problem, WeekChange, WeekView } from '../../../../preload/contract/rostering/week-view.ts';
import { panelTabs, useSchedule, type PanelTab } from '../store.ts';
import { ChangeList } from './change-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { useAfterFrames } from './use-after-frames.ts';
import styles from '../week-screen.module.css';

interface SidePanelProps {
  readonly view: WeekView;
  /** Over the grid instead of beside it. */
  readonly over: boolean;
  readonly onJumpToProblem: (problem: Problem) => void;
  readonly onJumpToChange: (change: WeekChange) => void;
  readonly onClose: () => void;
  /** Times, position, meal, note and history of the selected cell's shifts. */
  readonly shift: React.ReactNode;
}

/** Problems, changes and the selected shift, beside the grid. */
export function SidePanel({ view, over, onJumpToProblem, onJumpToChange, onClose, shift }: SidePanelProps) {
  const tab = useSchedule((state) => state.tab);
  // The grid comes first: another week has a hundred sentences.
  const problems = useAfterFrames(view.problems);
  return (
    <aside className={styles['panel']} data-over={over ? '' : undefined} aria-label="About this week">
      <div className={styles['tabs']}>
        <ProblemCount value={view.problems.length}>
          <PanelTabs tab={tab} />
        </ProblemCount>
        <IconButton aria-label="Fold the panel" onClick={onClose}>
          <X size="1rem" strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      <div className={styles['body']} id="panel-body" role="tabpanel" aria-labelledby={`panel-tab-${tab}`}>
        {tab === 'problems' && <ProblemList problems={problems} onJump={onJumpToProblem} />}
        {tab === 'changes' && <ChangeList view={view} onJump={onJumpToChange} />}
        {tab === 'shift' && shift}
      </div>
      {tab !== 'shift' && <Legend />}
    </aside>
  );
}

const ProblemCount = createContext(0);

/**
 * Rendered again only when another tab is chosen: each time, MUI measures its tabs before the browser has laid the page out,
 * and a change of week would have the whole grid laid out in the midst of React's work.
 */
const PanelTabs = memo(function PanelTabs({ tab }: { readonly tab: PanelTab }) {
  return (
    <Tabs
      value={tab}
      onChange={(_event, chosen: unknown) => {
        const known = panelTabs.find((one) => one === chosen);
        if (known !== undefined) useSchedule.setState({ tab: known });
      }}
      aria-label="About this week"
      sx={{ flex: 1 }}
    >
      <Tab value="problems" id="panel-tab-problems" aria-controls="panel-body" label={<ProblemsLabel />} />
      <Tab value="changes" id="panel-tab-changes" aria-controls="panel-body" label="Changes" />
      <Tab value="shift" id="panel-tab-shift" aria-controls="panel-body" label="Shift" />
    </Tabs>
  );
});

function ProblemsLabel() {
  return `Problems (${useContext(ProblemCount)})`;
}

function Legend() {
  return (
    <div className={styles['legend']}>
      <i className={styles['mustFix']} aria-hidden="true" />
      <span>to fix</span>
      <i className={styles['look']} aria-hidden="true" />
      <span>to look at</span>
      <i className={styles['changed']} aria-hidden="true" />
      <span>changed</span>
      <i className={styles['open']} aria-hidden="true" />
      <span>open shift</span>
      <i className={styles['unread']} aria-hidden="true" />
      <span>not read</span>
      <i className={styles['closed']} aria-hidden="true" />
      <span>closed</span>
    </div>
  );
}
