import type { OrderStatus } from '../../../../preload/contract/supplies/choices.ts';
import type { Role } from '../../../../preload/contract/system/system.ts';
import { mayApprove, whoApproves, type ApprovalPolicy } from './approval.ts';
import { isReceivable, type LineProgress } from './order-progress.ts';
import { dollars } from './words.ts';

export const orderActions = [
  'edit',
  'submit',
  'withdraw',
  'approve',
  'reject',
  'revise',
  'place',
  'receive',
  'close_short',
  'close',
  'cancel',
] as const;
export type OrderAction = (typeof orderActions)[number];

/** What an order is judged by. */
export interface OrderFacts {
  readonly status: OrderStatus;
  /** Goods, freight and surcharge, cents. */
  readonly totalCents: number;
  readonly lines: readonly LineProgress[];
}

/** Who asks, and by which limits the practice approves. */
export interface OrderActor {
  readonly role: Role;
  readonly policy: ApprovalPolicy;
}

/** What may be done in each status, from who may do it apart. Source: supplies reference, section 6 (purchase order). */
const actionsIn: Readonly<Record<OrderStatus, readonly OrderAction[]>> = {
  draft: ['edit', 'submit', 'cancel'],
  awaiting_approval: ['approve', 'reject', 'withdraw', 'cancel'],
  approved: ['place', 'revise', 'cancel'],
  ordered: ['receive', 'close_short', 'cancel'],
  partly_received: ['receive', 'close_short'],
  // What comes beyond the order is still received.
  received: ['receive', 'close'],
  closed: [],
  cancelled: [],
};

export type OrderStep =
  | { readonly ok: true; readonly status: OrderStatus }
  | {
      readonly ok: false;
      /** `order.status`, `order.empty`, `order.limit`, `order.nothing_came` */
      readonly rule: string;
      /** A plain sentence that says what to do. */
      readonly message: string;
    };

const statusWords: Readonly<Record<OrderStatus, string>> = {
  draft: 'a draft',
  awaiting_approval: 'waiting for approval',
  approved: 'approved',
  ordered: 'ordered',
  partly_received: 'partly received',
  received: 'received',
  closed: 'closed',
  cancelled: 'cancelled',
};

const refuse = (rule: string, message: string): OrderStep => ({ ok: false, rule, message });
const to = (status: OrderStatus): OrderStep => ({ ok: true, status });

/**
 * The status an action leads to, or why it cannot be done. `receive` keeps the status here: it follows from the lines once the receipt is
 * booked (`statusOfLines`). Submitting is approving where approval is off or the sum is within the own limit.
 */
export function orderStep(order: OrderFacts, action: OrderAction, { role, policy }: OrderActor): OrderStep {
  if (!actionsIn[order.status].includes(action))
    return refuse('order.status', `This order is ${statusWords[order.status]}. ${insteadOf(order.status)}`);
  switch (action) {
    case 'edit':
    case 'receive':
      return to(order.status);
    case 'submit':
      if (!order.lines.some(isReceivable)) return refuse('order.empty', 'Nothing is on this order. Add a line first.');
      return to(mayApprove(policy, role, order.totalCents) ? 'approved' : 'awaiting_approval');
    case 'approve':
      if (mayApprove(policy, role, order.totalCents)) return to('approved');
      return refuse(
        'order.limit',
        `${dollars(order.totalCents)} is above your limit. ${whoApproves(policy, order.totalCents)} can approve it.`,
      );
    case 'reject':
    case 'withdraw':
    case 'revise':
      return to('draft');
    case 'place':
      return to('ordered');
    case 'close':
      return to('closed');
    case 'close_short':
      if (order.lines.some(({ receivedUnits }) => receivedUnits > 0)) return to('closed');
      return refuse('order.nothing_came', 'Nothing of this order came. Cancel it instead.');
    case 'cancel':
      return to('cancelled');
  }
}

function insteadOf(status: OrderStatus): string {
  if (status === 'closed' || status === 'cancelled') return 'Order again to make a new one.';
  if (status === 'partly_received') return 'Receive what comes, or cancel the rest.';
  return status === 'received' ? 'Close it, or receive what still comes.' : 'Look at it again.';
}

/** What the buttons of an order are: every action that would be done. */
export const allowedActions = (order: OrderFacts, actor: OrderActor): OrderAction[] =>
  orderActions.filter((action) => orderStep(order, action, actor).ok);
