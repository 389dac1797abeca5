import { memo } from 'react';
import type { Problem } from '../../../../preload/contract/rostering/week-view.ts';
import { useSchedule } from '../store.ts';
import styles from '../week-screen.module.css';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onJump: (problem: Problem) => void;
}

/** Everything the rules found in this week; a line leads to its cell. */
export const ProblemList = memo(function ProblemList({ problems, onJump }: ProblemListProps) {
  const marked = useSchedule((state) => state.markedProblem);
  const active = useSchedule((state) => state.active);
  if (problems.length === 0) return <p className={styles['nothing']}>Nothing to fix.</p>;
  return (
    <ol className={styles['items']}>
      {problems.map((problem) => {
        const { cell } = problem;
        const here = cell.positionId === null && active?.personId === cell.personId && active.on === cell.on;
        return (
          <li key={problem.key}>
            <button
              type="button"
              className={styles['item']}
              data-on={here || marked === problem.key ? '' : undefined}
              aria-current={marked === problem.key ? 'true' : undefined}
              onClick={() => onJump(problem)}
            >
              <abbr
                className={styles['letter']}
                data-severity={problem.severity}
                title={problem.severity === 'must_fix' ? 'To fix' : 'To look at'}
              >
                {problem.letter}
              </abbr>
              <b>{problem.subject}</b> {problem.text}
            </button>
          </li>
        );
      })}
    </ol>
  );
});

/** The problem after (or before) the marked one, round the list. */
export function nextProblem(problems: readonly Problem[], marked: string | null, step: 1 | -1): Problem | undefined {
  const at = problems.findIndex((problem) => problem.key === marked);
  if (at === -1) return step === 1 ? problems[0] : problems.at(-1);
  return problems[(at + step + problems.length) % problems.length];
}
