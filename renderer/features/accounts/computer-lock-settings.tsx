import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { computerKinds, lockMinutes, type ComputerKind, type ComputerPatch } from '../../../preload/contract/computer/computer.ts';
import { useAccess, useMay, useMe } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { refusalOf } from '../../api/refusal.ts';
import { Field } from '../../ui/form/field.tsx';
import { Fields } from '../../ui/form/fields.tsx';
import form from '../../ui/form/form.module.css';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { Section } from '../../ui/section.tsx';

const kindWords: Readonly<Record<ComputerKind, string>> = {
  laptop: 'A laptop that goes about with one person',
  front_desk: 'A front-desk computer that several people share',
};
const lockChoices = [1, 2, 3, 5, 10, 15, 30, 60, 120, 240] as const;
const closeChoices = [30, 45, 60] as const;

const refused = (error: unknown) => showNotice({ tone: 'refused', text: refusalOf(error).message });

/** When this computer locks and closes the practice, and whether it opens it by itself. Managers change it, everybody reads it. */
export function ComputerLockSettings() {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const { autoUnlock } = useAccess();
  const { role } = useMe();
  const may = useMay();
  const { data } = useQuery(trpc.computer.get.queryOptions());
  const { mutate } = useMutation(
    trpc.computer.save.mutationOptions({
      onSuccess: (settings) => queryClient.setQueryData(trpc.computer.get.queryKey(), settings),
      onError: refused,
    }),
  );
  const { mutate: openByItself, isPending } = useMutation(trpc.access.autoUnlock.mutationOptions({ onError: refused }));
  if (!data) return null;
  const mayChange = may('practice.save') && role !== 'capture';
  const save = (patch: ComputerPatch) => mutate(patch);
  return (
    <Section title="This computer" facts={mayChange ? 'saved at once' : 'set by the office manager'}>
      <Fields>
        <Field label="It is">
          {(parts) => (
            <select
              {...parts}
              className={form.input}
              disabled={!mayChange}
              value={data.kind}
              onChange={({ target }) => {
                const kind = computerKinds.find((one) => one === target.value);
                if (kind) save({ kind });
              }}
            >
              {computerKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {kindWords[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Locks after" hint="Without a key or a click. What you were typing comes back at your next sign-in.">
          {(parts) => (
            <select
              {...parts}
              className={form.input}
              style={{ width: '14rem' }}
              disabled={!mayChange}
              value={data.lockAfterMinutes ?? ''}
              onChange={({ target }) => save({ lockAfterMinutes: target.value === '' ? null : Number(target.value) })}
            >
              <option value="">{`${minutes(lockMinutes({ kind: data.kind, lockAfterMinutes: null }))}, as usual`}</option>
              {lockChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {minutes(choice)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label="Closes after"
          hint={
            data.kind === 'front_desk'
              ? 'Once locked and nobody came back, outside of opening hours. Then only a passphrase opens the practice.'
              : 'Once locked and nobody came back. Then only a passphrase opens the practice.'
          }
        >
          {(parts) => (
            <select
              {...parts}
              className={form.input}
              style={{ width: '14rem' }}
              disabled={!mayChange}
              value={data.closeAfterMinutes}
              onChange={({ target }) => save({ closeAfterMinutes: Number(target.value) })}
            >
              {[...new Set([...closeChoices, data.closeAfterMinutes])].map((choice) => (
                <option key={choice} value={choice}>
                  {minutes(choice)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {autoUnlock !== 'impossible' && may('access.autoUnlock') && (
          <div className={form.field}>
            <span />
            <div className={form.control}>
              <label className={form.tick}>
                <input
                  type="checkbox"
                  checked={autoUnlock === 'on'}
                  disabled={isPending}
                  onChange={({ target }) => openByItself({ on: target.checked })}
                />
                This computer opens the practice by itself
              </label>
              <p className={form.hint}>
                Its key is kept by the operating system, for this computer’s user alone. People still sign in. Not for a laptop.
              </p>
            </div>
          </div>
        )}
      </Fields>
    </Section>
  );
}

const minutes = (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`);
