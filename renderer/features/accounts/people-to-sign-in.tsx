import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import styles from './entry.module.css';
import { PinField } from './pin-field.tsx';
import { useRefused } from './use-refused.ts';

type Person = AccessState['people'][number];

/** Everyone who signs in, by name, while the practice is open: a name, then six digits. Someone without a PIN goes on to the passphrase. */
export function PeopleToSignIn({
  people,
  first,
  onPassphrase,
}: {
  readonly people: readonly Person[];
  /** Whose PIN is asked at once: the one who was here last. */
  readonly first: Id | null;
  readonly onPassphrase: (name: string) => void;
}) {
  const [chosen, setChosen] = useState<Id | null>(() => people.find(({ id, hasPin }) => id === first && hasPin)?.id ?? null);
  return (
    <ul className={styles.people} aria-label="People">
      {people.map((person) => (
        <li key={person.id}>
          <button
            type="button"
            className={styles.person}
            aria-expanded={person.hasPin ? person.id === chosen : undefined}
            onClick={() => (person.hasPin ? setChosen(person.id) : onPassphrase(person.name))}
          >
            {person.name}
            <small>{person.hasPin ? 'PIN' : 'passphrase'}</small>
          </button>
          {person.id === chosen && (
            <div className={styles.opened}>
              <Pin person={person} onPassphrase={() => onPassphrase(person.name)} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Pin({ person, onPassphrase }: { readonly person: Person; readonly onPassphrase: () => void }) {
  const trpc = useTrpc();
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const refused = useRefused();
  const { mutate } = useMutation(trpc.access.pin.switch.mutationOptions());
  useEffect(() => field.current?.focus(), []);
  const send = (typed: string) => {
    if (refused.waiting) {
      setPin('');
      return;
    }
    refused.clear();
    mutate(
      { accountId: person.id, pin: typed },
      {
        onError: (error) => {
          refused.take(error);
          setPin('');
          field.current?.focus();
        },
      },
    );
  };
  return (
    <>
      <PinField
        ref={field}
        label={`PIN of ${person.name}`}
        value={pin}
        onChange={setPin}
        onFull={send}
        error={refused.sentence('pin', true)}
        hint="Six digits."
      />
      <button type="button" className={styles.link} onClick={onPassphrase}>
        Use passphrase instead
      </button>
    </>
  );
}
