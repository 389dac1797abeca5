import { useQuery } from '@tanstack/react-query';
import type { AccountRole } from '../../../preload/contract/accounts/access.ts';
import type { Id } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { Field } from '../../ui/form/field.tsx';
import form from '../../ui/form/form.module.css';
import { roleWords } from './role-words.ts';

/** A role, with what it may do in plain words below. */
export function RoleField({
  role,
  roles,
  onChange,
  error,
}: {
  readonly role: AccountRole;
  readonly roles: readonly AccountRole[];
  readonly onChange: (role: AccountRole) => void;
  readonly error?: string | undefined;
}) {
  return (
    <Field label="Role" hint={roleWords[role].may} error={error}>
      {(parts) => (
        <select
          {...parts}
          className={form.input}
          value={role}
          onChange={({ target }) => {
            const chosen = roles.find((one) => one === target.value);
            if (chosen) onChange(chosen);
          }}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {roleWords[one].name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The person of the directory whose account it is, where there is one. */
export function PersonField({
  personId,
  onChange,
  error,
}: {
  readonly personId: Id | null;
  readonly onChange: (personId: Id | null) => void;
  readonly error?: string | undefined;
}) {
  const trpc = useTrpc();
  const { data: people = [] } = useQuery(trpc.people.list.queryOptions());
  return (
    <Field label="On the schedule" hint="Who they are among the people, if they are planned." error={error}>
      {(parts) => (
        <select
          {...parts}
          className={form.input}
          value={personId ?? ''}
          onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        >
          <option value="">Nobody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
