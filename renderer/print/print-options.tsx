import { useId, useState, type KeyboardEvent } from 'react';
import type { Paper } from '../../preload/contract/practice/practice.ts';
import type { PublicationRef } from '../../preload/contract/rostering/rostering.ts';
import { shortInstant } from '../ui/dates.ts';
import { Choice, Choices } from './choices.tsx';
import { PaperChoice } from './paper-choice.tsx';
import styles from './print-screen.module.css';

/** Longest note, as the contract has it. */
const longestNote = 300;

/** What is chosen at the right of the sheets. */
export interface PrintChoices {
  /** The published version, or null for the week as it is now. */
  readonly publicationId: string | null;
  readonly paper: Paper;
  readonly openShifts: boolean;
}

interface PrintOptionsProps {
  readonly choices: PrintChoices;
  readonly change: (choices: PrintChoices) => void;
  /** The last version people saw, or null when the week was never published. */
  readonly published: PublicationRef | null;
  readonly hasOpenShifts: boolean;
  /** The note as it is saved. */
  readonly note: string;
  readonly noteDropped: boolean;
  readonly saveNote: (note: string) => void;
}

/** Version, paper, open shifts and the manager's note. */
export function PrintOptions(props: PrintOptionsProps) {
  const { choices, change, published, hasOpenShifts, note, noteDropped, saveNote } = props;
  const asPublished = choices.publicationId !== null;
  return (
    <>
      {published && (
        <Choices legend="Version">
          <Choice name="version" chosen={!asPublished} choose={() => change({ ...choices, publicationId: null })} label="As it is now" />
          <Choice
            name="version"
            chosen={asPublished}
            choose={() => change({ ...choices, publicationId: published.id })}
            label={`${published.label}, published ${shortInstant(published.publishedAt)}`}
          />
        </Choices>
      )}
      <PaperChoice paper={choices.paper} choose={(paper) => change({ ...choices, paper })} />
      {hasOpenShifts && (
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={choices.openShifts}
            onChange={(event) => change({ ...choices, openShifts: event.target.checked })}
          />
          Show open shifts
        </label>
      )}
      <Note key={`${note}${asPublished}`} note={note} fixed={asPublished} dropped={noteDropped} save={saveNote} />
    </>
  );
}

interface NoteProps {
  readonly note: string;
  /** A published version's note is as people saw it. */
  readonly fixed: boolean;
  readonly dropped: boolean;
  readonly save: (note: string) => void;
}

/** Saved when it is left, and by Enter; Esc takes back what was typed. */
function Note({ note, fixed, dropped, save }: NoteProps) {
  const id = useId();
  const [text, setText] = useState(note);
  const keep = () => {
    const typed = text.replace(/\s+/g, ' ').trim();
    if (typed !== note) save(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      keep();
    } else if (event.key === 'Escape' && text !== note) {
      event.preventDefault();
      setText(note);
    }
  };
  return (
    <div className={styles.group}>
      <label className={styles.legend} htmlFor={id}>
        Note on this week
      </label>
      <textarea
        id={id}
        className={styles.note}
        value={text}
        rows={4}
        maxLength={longestNote}
        readOnly={fixed}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {noteHint(fixed, dropped)}
      </p>
    </div>
  );
}

function noteHint(fixed: boolean, dropped: boolean): string {
  if (dropped) return 'Left out on paper: with it the week would take another page.';
  if (fixed) return 'As it was published. Choose "As it is now" to change it.';
  return 'Stands above the days. Everyone who passes reads it: no patients, no reasons for an absence.';
}
