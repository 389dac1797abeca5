import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useController, type Control } from 'react-hook-form';
import type { LocalDate } from '../../../preload/contract/shared/primitives.ts';
import form from '../../ui/form/form.module.css';
import { messageAt } from './positions-field.tsx';
import type { PersonDraft } from './person-draft.ts';
import styles from './person-form.module.css';

/** Pay rates by the day they hold from, newest first as stored; typed in dollars. */
export function PayField({ control, today }: { readonly control: Control<PersonDraft, unknown, PersonDraft>; readonly today: LocalDate }) {
  const {
    field: { value: rates, onChange, onBlur, ref },
    formState,
  } = useController({ control, name: 'payRates' });
  const whole = messageAt(formState.errors, 'payRates.root') ?? messageAt(formState.errors, 'payRates');
  const change = (index: number, next: Partial<(typeof rates)[number]>) =>
    onChange(rates.map((rate, at) => (at === index ? { ...rate, ...next } : rate)));
  return (
    <fieldset className={styles.section} aria-label="Pay">
      <div className={styles.sectionHead}>
        <h3>Pay</h3>
        <Button
          ref={ref}
          startIcon={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...rates, { rateId: '', version: 0, effectiveOn: today, dollars: '' }])}
        >
          Add a rate
        </Button>
      </div>
      {rates.length === 0 && <p className={styles.quiet}>None kept. Only those who may see pay see it.</p>}
      {rates.map(({ rateId, effectiveOn, dollars }, index) => {
        const dayError = messageAt(formState.errors, `payRates.${index}.effectiveOn`);
        const moneyError = messageAt(formState.errors, `payRates.${index}.dollars`);
        return (
          <div key={rateId || `new-${index}`} className={styles.rate}>
            <input
              type="date"
              className={`${form.input} num`}
              aria-label={`Rate ${index + 1}, from`}
              aria-invalid={dayError ? true : undefined}
              value={effectiveOn}
              onChange={(event) => change(index, { effectiveOn: event.target.value })}
              onBlur={onBlur}
            />
            <span className={styles.money}>
              $
              <input
                className={`${form.input} num`}
                aria-label={`Rate ${index + 1}, dollars per hour`}
                aria-invalid={moneyError ? true : undefined}
                inputMode="decimal"
                autoComplete="off"
                value={dollars}
                onChange={(event) => change(index, { dollars: event.target.value })}
                onBlur={onBlur}
              />
              an hour
            </span>
            <IconButton aria-label={`Remove rate ${index + 1}`} onClick={() => onChange(rates.filter((_, at) => at !== index))}>
              <X size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
            {(dayError ?? moneyError) && <p className={styles.error}>{dayError ?? moneyError}</p>}
          </div>
        );
      })}
      {whole && <p className={styles.error}>{whole}</p>}
    </fieldset>
  );
}
