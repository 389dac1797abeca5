import { set, type FieldErrors, type Resolver } from 'react-hook-form';
import { readDraft, type PersonDraft } from './person-draft.ts';

/** Checks a person's form by the contract. */
export const personResolver: Resolver<PersonDraft, unknown, PersonDraft> = (values) => {
  const result = readDraft(values);
  if (result.ok) return { values, errors: {} };
  const errors: FieldErrors<PersonDraft> = {};
  for (const [path, message] of Object.entries(result.refusals)) {
    set(errors, path === 'positions' ? 'positions.root' : path, { type: 'refused', message });
  }
  return { values: {}, errors };
};
