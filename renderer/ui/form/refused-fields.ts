import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import type { ErrorShape } from '../../../preload/contract/shared/errors.ts';

/**
 * Puts a refusal's sentences beside their fields. `prefix` is where the form's values lie in the input (`person`).
 * Answers true when every sentence found a field, so that nothing is left to be said elsewhere.
 */
export function setRefusedFields<Values extends FieldValues>(
  refusal: ErrorShape,
  prefix: string,
  names: readonly FieldPath<Values>[],
  setError: UseFormSetError<Values>,
): boolean {
  const sentences = Object.entries(refusal.fields ?? {});
  let placed = 0;
  for (const [path, message] of sentences) {
    const own = path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path;
    const name = names.find((candidate) => candidate === own || own.startsWith(`${candidate}.`));
    if (!name) continue;
    setError(name, { type: 'refused', message });
    placed += 1;
  }
  return sentences.length > 0 && placed === sentences.length;
}
