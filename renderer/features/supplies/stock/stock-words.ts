import type { MovementKind, MovementReason } from '../../../../preload/contract/supplies/choices.ts';
import type { MovementView } from '../../../../preload/contract/supplies/stock.ts';

export const reasonWords: Readonly<Record<MovementReason, string>> = {
  received: 'received',
  consumed: 'used',
  moved: 'moved',
  opening_balance: 'was there at the start',
  recounted: 'counted',
  expired: 'expired',
  damaged: 'damaged',
  missing: 'missing',
  found: 'found',
  stolen: 'stolen',
  recalled: 'recalled',
  returned: 'sent back',
  substitution: 'came instead',
  borrowed: 'borrowed',
  correction: 'corrected',
  data_entry_error: 'typed wrongly',
};

const kindWords: Readonly<Record<MovementKind, string>> = {
  receipt: 'came in',
  issue: 'used',
  transfer: 'moved',
  count: 'counted',
  adjustment: 'corrected',
  waste: 'thrown away',
  return: 'sent back',
};

/** "−3 used", "+20 came in, was there at the start", "+3 used, undone" */
export function movementWords({ kind, quantity, reason, note, reverses }: MovementView): string {
  const sign = quantity < 0 ? '−' : '+';
  const why = reasonWords[reason] === kindWords[kind] ? '' : `, ${reasonWords[reason]}`;
  const undone = reverses ? ', undone' : '';
  return `${sign}${Math.abs(quantity).toLocaleString('en-US')} ${kindWords[kind]}${why}${undone}${note === '' ? '' : `: ${note}`}`;
}
