import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { practiceFields } from '../../../preload/contract/practice/practice.ts';
import { usePractice } from '../../api/practice-queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Tick } from '../../ui/form/form-fields.tsx';
import { SavedForm } from '../../ui/form/saved-form.tsx';
import { useSavedForm } from '../../ui/form/use-saved-form.ts';
import { Section } from '../../ui/section.tsx';
import { ClosureRow } from './closure-row.tsx';
import styles from './rows.module.css';
import { usePracticeWrites } from './use-practice-writes.ts';

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

function FederalHolidays() {
  const { id, practice } = usePractice();
  const { savePractice, seen } = usePracticeWrites();
  const state = useSavedForm({
    schema: practiceFields,
    stored: practice,
    prefix: 'practice',
    save: (values) => savePractice({ seen: seen(id), practice: values }),
  });
  return (
    <SavedForm state={state} label="Federal holidays">
      <Section title="Federal holidays">
        <Tick
          alone
          control={state.form.control}
          name="closedOnHolidays"
          label="Closed on the eleven federal holidays"
          hint="New Year’s Day to Christmas Day. They count toward contract hours and never toward overtime."
        />
      </Section>
    </SavedForm>
  );
}
