import { useState } from 'react';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { LeaveNote } from '../capture/leave-note.tsx';
import { Entry } from './entry.tsx';
import styles from './entry.module.css';
import { PassphraseForm } from './passphrase-form.tsx';
import { PeopleToSignIn } from './people-to-sign-in.tsx';
import { RecoverForm } from './recover-form.tsx';

type Way = { readonly how: 'people' | 'note' } | { readonly how: 'passphrase' | 'recovery'; readonly name: string };

/** Who comes in. While the practice is open a PIN is enough; a closed one is opened by a passphrase, or by the printed key. */
export function SignInScreen({
  access,
  last,
  onPassphrase,
}: {
  readonly access: AccessState;
  /** The account that was here last, in this window. */
  readonly last: Id | null;
  /** The passphrase that was tried, kept for as long as an own one must be chosen. */
  readonly onPassphrase: (passphrase: string) => void;
}) {
  const canChoose = access.databaseOpen && access.people.length > 0;
  const [asked, setAsked] = useState<Way | null>(null);
  const way: Way = asked ?? (canChoose ? { how: 'people' } : { how: 'passphrase', name: '' });
  const note = { words: 'Leave a note without signing in', go: () => setAsked({ how: 'note' }) };
  if (way.how === 'note') {
    return (
      <Entry title="Leave a note" lead="Whoever signs in next reads it. Nobody can read it here.">
        <LeaveNote />
        <Links links={[{ words: 'Back to signing in', go: () => setAsked(null) }]} />
      </Entry>
    );
  }
  if (way.how === 'people' && canChoose) {
    return (
      <Entry title="Who is here?" lead="The practice is open. Choose your name.">
        <PeopleToSignIn people={access.people} first={last} onPassphrase={(name) => setAsked({ how: 'passphrase', name })} />
        <Links links={[{ words: 'Sign in with name and passphrase', go: () => setAsked({ how: 'passphrase', name: '' }) }, note]} />
      </Entry>
    );
  }
  const name = 'name' in way ? way.name : '';
  const back = canChoose ? [{ words: 'Back to the names', go: () => setAsked({ how: 'people' }) }] : [];
  if (way.how === 'recovery') {
    return (
      <Entry
        title="Use the recovery key"
        lead="It stands on the printed sheet that lies in a sealed envelope. It opens the practice once more."
      >
        <RecoverForm name={name} />
        <Links links={[{ words: 'Back to the passphrase', go: () => setAsked({ how: 'passphrase', name }) }, ...back]} />
      </Entry>
    );
  }
  return (
    <Entry title="Sign in" lead={access.databaseOpen ? undefined : 'The practice is locked. Your passphrase opens it.'}>
      <PassphraseForm key={name} name={name} onSignedIn={onPassphrase} />
      <Links links={[{ words: 'Forgot it? Use the recovery key', go: () => setAsked({ how: 'recovery', name }) }, ...back, note]} />
    </Entry>
  );
}

function Links({ links }: { readonly links: readonly { readonly words: string; readonly go: () => void }[] }) {
  return (
    <p className={`${styles.foot} ${styles.tools}`}>
      {links.map(({ words, go }) => (
        <button key={words} type="button" className={styles.link} onClick={go}>
          {words}
        </button>
      ))}
    </p>
  );
}
