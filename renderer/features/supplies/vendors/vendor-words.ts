import type { VendorFields } from '../../../../preload/contract/supplies/catalogue.ts';
import { amountText } from '../../../ui/cost-text.ts';

/** Monday to Sunday. */
export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "Wed, Fri" or "any day". */
export const orderDaysText = ({ orderWeekdays }: Pick<VendorFields, 'orderWeekdays'>): string =>
  orderWeekdays.length === 0 ? 'any day' : orderWeekdays.map((day) => dayNames[day - 1]).join(', ');

/** "free from $500.00, else $12.95" */
export function freightText({ freeFreightCents, freightFeeCents }: Pick<VendorFields, 'freeFreightCents' | 'freightFeeCents'>): string {
  if (freightFeeCents === 0) return 'free';
  const fee = `$${amountText(freightFeeCents)}`;
  return freeFreightCents === null ? fee : `free from $${amountText(freeFreightCents)}, else ${fee}`;
}
