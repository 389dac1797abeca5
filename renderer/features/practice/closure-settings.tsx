import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { usePractice } from '../../api/practice-queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ClosureRow } from './closure-row.tsx';
import { FederalHolidays } from './federal-holidays.tsx';
import styles from './rows.module.css';

/** The days on which the practice, or one location of it, is closed. */
export function ClosureSettings() {
  const { closures, locations, today } = usePractice();
  const [adding, setAdding] = useState(false);
  const inOrder = closures.toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <>
      <FederalHolidays />
      <Section
        title="Closures"
        facts="days off besides the federal holidays"
        tools={
          <Button onClick={() => setAdding(true)} disabled={adding}>
            <Plus size={16} strokeWidth={1.5} aria-hidden />
            Add closure
          </Button>
        }
      >
        <ul className={styles.rows}>
          {adding && (
            <ClosureRow
              closure={{ on: today, name: '', locationId: null, credited: false }}
              locations={locations}
              onDone={() => setAdding(false)}
            />
          )}
          {inOrder.map((closure) => (
            <ClosureRow key={closure.id} closure={closure} locations={locations} />
          ))}
        </ul>
        {inOrder.length === 0 && !adding && (
          <EmptyState title="No other closed days" action={{ label: 'Add closure', perform: () => setAdding(true) }}>
            Add a training day, a move or a snow day: the schedule hatches it, and nobody is planned on it by mistake.
          </EmptyState>
        )}
      </Section>
    </>
  );
}
