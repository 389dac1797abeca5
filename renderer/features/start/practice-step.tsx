import { useId, useState } from 'react';
import { PracticeSettings } from './practice-settings.tsx';
import { locationNames, type SetUpAnswers } from './set-up-answers.ts';
import styles from './start.module.css';
import { Below, Step } from './step.tsx';
import type { SetUpState } from './use-set-up.ts';
import { weekdayNames } from './weekday-names.ts';

/** The practice's name; the few other settings are said in a sentence and open when one wants to change them. */
export function PracticeStep({ state: { answers, change, preview, refused } }: { readonly state: SetUpState }) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const open = opened || refused.locations !== undefined || refused.timeZone !== undefined || refused.positions !== undefined;
  return (
    <Step number={1} title={<label htmlFor={id}>The practice</label>}>
      <input
        id={id}
        className={styles.field}
        data-answer="name"
        value={answers.name}
        placeholder="Its name, as it is to stand on the printed week"
        aria-invalid={refused.name ? true : undefined}
        aria-describedby={refused.name ? `${id}-below` : undefined}
        autoComplete="off"
        onChange={(event) => change({ name: event.target.value })}
      />
      {refused.name && <Below id={`${id}-below`} error={refused.name} />}
      <p className={styles.hint}>
        {settingsSentence(answers)}{' '}
        <button type="button" className={styles.fix} aria-expanded={open} onClick={() => setOpened(!open)}>
          {open ? 'Close' : 'Change'}
        </button>
      </p>
      {open && <PracticeSettings answers={answers} positions={preview?.positions ?? []} change={change} refused={refused} />}
    </Step>
  );
}

/** "One location, US Letter paper, weeks start on Monday." */
export function settingsSentence({ locations, paper, weekStartsOn }: SetUpAnswers): string {
  const count = Math.max(1, locationNames(locations).length);
  const places = count === 1 ? 'One location' : `${count} locations`;
  return `${places}, ${paper === 'letter' ? 'US Letter' : 'A4'} paper, weeks start on ${weekdayNames[weekStartsOn - 1]}.`;
}
