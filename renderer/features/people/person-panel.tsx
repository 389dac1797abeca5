import Button from '@mui/material/Button';
import { useState, type KeyboardEvent } from 'react';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import type { PracticeView } from '../../../preload/contract/practice/practice.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useMay } from '../../api/access.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FilesSection } from '../attachments/files-section.tsx';
import { HistoryPanel } from '../history/history-panel.tsx';
import { Refusal } from '../../api/refusal.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { draftLike, emptyDraft } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import styles from './person-form.module.css';
import { usePersonForm } from './use-person-form.ts';

/** The panel of one person, or of someone new. Ctrl+Enter saves; closing keeps what is typed. Give it a `key` of the person. */
export function PersonPanel({
  person,
  like,
  practice,
  canWrite,
  showPay,
  onClose,
  onSaved,
  onLike,
  onArchive,
}: {
  /** Null for someone new. */
  readonly person: PersonView | null;
  /** Whom someone new is to be like. */
  readonly like: PersonView | null;
  readonly practice: PracticeView;
  /** False for those who may only look. */
  readonly canWrite: boolean;
  readonly showPay: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: Id) => void;
  readonly onLike: (person: PersonView) => void;
  readonly onArchive: (person: PersonView) => void;
}) {
  const may = useMay();
  const [fresh] = useState(() => (like ? draftLike(like) : emptyDraft()));
  const draftKey = `person ${person?.id ?? (like ? `new-like-${like.id}` : 'new')}`;
  const page = person ? `/people/${person.id}` : like ? `/people/new?like=${like.id}` : '/people/new';
  const { form, unsaved, refusal, conflict, save, discard } = usePersonForm({ draftKey, page, person, fresh, onSaved });
  const first = like ? like.nickname || like.givenName || like.familyName : '';
  const keys = {
    onKeyDown: (event: KeyboardEvent) => {
      if (!canWrite || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      void save();
    },
  };
  const foot = (
    <div className={styles.foot}>
      <Button variant="contained" color="primary" className={styles.save ?? ''} onClick={() => void save()}>
        Save <Kbd keys="Ctrl+Enter" />
      </Button>
      {unsaved && <Button onClick={discard}>Undo typing</Button>}
      {person && <Button onClick={() => onLike(person)}>Like {person.nickname || person.givenName || person.familyName}</Button>}
      {person && (
        <Button variant="text" onClick={() => onArchive(person)}>
          Archive
        </Button>
      )}
    </div>
  );
  return (
    <div {...keys} role="presentation" className={styles.keys}>
      <SidePanel
        wide
        title={person?.name ?? (first ? `New, like ${first}` : 'New person')}
        facts={unsaved ? 'not saved yet' : undefined}
        onClose={onClose}
        foot={canWrite ? foot : undefined}
      >
        {conflict && <ConflictNotice theirs={conflict.theirs} fields={conflict.fields} onSave={() => void save()} onDiscard={discard} />}
        {refusal && (
          <div className={styles.refusal}>
            <ErrorNotice error={new Refusal(refusal)} />
          </div>
        )}
        <PersonForm form={form} practice={practice} canWrite={canWrite} showPay={showPay} />
        {person && may('attachments.list') && (
          <FilesSection subject={{ kind: 'person', id: person.id }} label={`Files of ${person.name}`} />
        )}
        {person && (
          <section className={styles.history} aria-label={`History of ${person.name}`}>
            <h3>History</h3>
            <HistoryPanel subject="person" ids={[person.id]} />
          </section>
        )}
      </SidePanel>
    </div>
  );
}
