import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalNote, mayApprove, whoApproves, type ApprovalPolicy } from '../../../main/features/supplies/domain/approval.ts';
import {
  closeShort,
  outstandingUnits,
  receiptFindings,
  statusOfLines,
  type LineProgress,
} from '../../../main/features/supplies/domain/order-progress.ts';
import {
  allowedActions,
  orderActions,
  orderStep,
  type OrderAction,
  type OrderFacts,
} from '../../../main/features/supplies/domain/order-status.ts';
import { orderStatuses, type OrderStatus } from '../../../preload/contract/supplies/choices.ts';
import { roles, type Role } from '../../../preload/contract/system/system.ts';

const policy: ApprovalPolicy = { enabled: true, limitCents: { staff: 0, lead: 10_000, manager: 40_000, owner: null } };
const off: ApprovalPolicy = { ...policy, enabled: false };
const line = (packs: number, receivedUnits = 0, over: Partial<LineProgress> = {}): LineProgress => ({
  packs,
  unitsPerPack: 10,
  cancelledPacks: 0,
  receivedUnits,
  ...over,
});
const order = (status: OrderStatus, over: Partial<OrderFacts> = {}): OrderFacts => ({
  status,
  totalCents: 20_000,
  lines: [line(2)],
  ...over,
});
const step = (status: OrderStatus, action: OrderAction, role: Role = 'manager', over: Partial<OrderFacts> = {}) =>
  orderStep(order(status, over), action, { role, policy });

describe('what may be done with an order', () => {
  it.each<[OrderStatus, OrderAction, OrderStatus]>([
    ['draft', 'edit', 'draft'],
    ['draft', 'submit', 'approved'],
    ['draft', 'cancel', 'cancelled'],
    ['awaiting_approval', 'approve', 'approved'],
    ['awaiting_approval', 'reject', 'draft'],
    ['awaiting_approval', 'withdraw', 'draft'],
    ['awaiting_approval', 'cancel', 'cancelled'],
    ['approved', 'place', 'ordered'],
    ['approved', 'revise', 'draft'],
    ['approved', 'cancel', 'cancelled'],
    ['ordered', 'receive', 'ordered'],
    ['ordered', 'cancel', 'cancelled'],
    ['partly_received', 'receive', 'partly_received'],
    ['received', 'receive', 'received'],
    ['received', 'close', 'closed'],
  ])('%s: %s makes it %s', (status, action, after) => expect(step(status, action)).toEqual({ ok: true, status: after }));

  it('waits for approval above the own limit, and not where approval is off', () => {
    expect(step('draft', 'submit', 'lead')).toEqual({ ok: true, status: 'awaiting_approval' });
    expect(step('draft', 'submit', 'lead', { totalCents: 10_000 })).toEqual({ ok: true, status: 'approved' });
    expect(orderStep(order('draft'), 'submit', { role: 'staff', policy: off })).toEqual({ ok: true, status: 'approved' });
  });
  it('closes short what came in part, and cancels what did not come at all', () => {
    expect(step('partly_received', 'close_short', 'manager', { lines: [line(2, 10)] })).toEqual({ ok: true, status: 'closed' });
    expect(step('ordered', 'close_short')).toEqual({
      ok: false,
      rule: 'order.nothing_came',
      message: 'Nothing of this order came. Cancel it instead.',
    });
    expect(step('partly_received', 'cancel')).toEqual({
      ok: false,
      rule: 'order.status',
      message: 'This order is partly received. Receive what comes, or cancel the rest.',
    });
  });
  it.each<[OrderStatus, OrderAction, Role, Partial<OrderFacts>, string, string]>([
    ['draft', 'submit', 'manager', { lines: [] }, 'order.empty', 'Nothing is on this order. Add a line first.'],
    [
      'draft',
      'submit',
      'manager',
      { lines: [line(2, 0, { cancelledPacks: 2 })] },
      'order.empty',
      'Nothing is on this order. Add a line first.',
    ],
    ['awaiting_approval', 'approve', 'lead', {}, 'order.limit', '$200.00 is above your limit. A manager or an owner can approve it.'],
    ['awaiting_approval', 'place', 'owner', {}, 'order.status', 'This order is waiting for approval. Look at it again.'],
    ['closed', 'receive', 'owner', {}, 'order.status', 'This order is closed. Order again to make a new one.'],
    ['cancelled', 'edit', 'owner', {}, 'order.status', 'This order is cancelled. Order again to make a new one.'],
    ['received', 'cancel', 'owner', {}, 'order.status', 'This order is received. Close it, or receive what still comes.'],
  ])('%s: %s by a %s is refused', (status, action, role, over, rule, message) =>
    expect(step(status, action, role, over)).toEqual({ ok: false, rule, message }),
  );

  it('is offered exactly where it would be done', () => {
    for (const status of orderStatuses)
      for (const role of roles) {
        const offered = allowedActions(order(status), { role, policy });
        expect(offered).toEqual(orderActions.filter((action) => step(status, action, role).ok));
      }
    expect(allowedActions(order('closed'), { role: 'owner', policy })).toEqual([]);
    expect(allowedActions(order('draft', { lines: [] }), { role: 'owner', policy })).toEqual(['edit', 'cancel']);
  });
  it('never leads to approved without somebody whose limit covers it', () => {
    const walk = fc.array(fc.record({ action: fc.constantFrom(...orderActions), role: fc.constantFrom(...roles) }), { maxLength: 12 });
    fc.assert(
      fc.property(walk, fc.nat(60_000), (steps, totalCents) => {
        let status: OrderStatus = 'draft';
        let approved = false;
        for (const { action, role } of steps) {
          const next = step(status, action, role, { totalCents });
          if (!next.ok) continue;
          if (next.status === 'approved' && status !== 'approved') approved = mayApprove(policy, role, totalCents);
          if (next.status === 'draft') approved = false;
          if (next.status === 'ordered' || next.status === 'approved') expect(approved).toBe(true);
          ({ status } = next);
        }
      }),
    );
  });
});

describe('approval by amount and role', () => {
  it.each<[Role, number, boolean]>([
    ['owner', 9_000_000, true],
    ['manager', 40_000, true],
    ['manager', 40_001, false],
    ['lead', 10_000, true],
    ['staff', 0, false],
    ['staff', 1, false],
    ['capture', 1, false],
  ])('a %s and %s cents: %s', (role, cents, may) => expect(mayApprove(policy, role, cents)).toBe(may));
  it('is not asked for where it is off', () => expect(roles.every((role) => mayApprove(off, role, 9e9))).toBe(true));
  it.each([
    [100, 'A lead, a manager or an owner'],
    [40_001, 'An owner'],
  ])('of %s cents is for: %s', (cents, text) => expect(whoApproves(policy, cents)).toBe(text));
  it('is for nobody where no limit reaches', () =>
    expect(whoApproves({ enabled: true, limitCents: { staff: 0, lead: 0, manager: 0, owner: 100 } }, 101)).toBe('Nobody'));
  it.each<[ApprovalPolicy, Role, string | null]>([
    [off, 'staff', null],
    [policy, 'owner', null],
    [policy, 'manager', 'Approval over $400.00'],
    [policy, 'staff', 'Every order needs approval'],
    [policy, 'capture', 'Every order needs approval'],
  ])('is told beforehand (%#)', (of, role, note) => expect(approvalNote(of, role)).toBe(note));
});

describe('how far an order is', () => {
  it.each<[string, LineProgress[], string]>([
    ['nothing came', [line(2), line(1)], 'ordered'],
    ['one of two lines', [line(2, 20), line(1)], 'partly_received'],
    ['part of a line', [line(2, 10)], 'partly_received'],
    ['all', [line(2, 20), line(1, 10)], 'received'],
    ['more than all', [line(2, 25)], 'received'],
    ['the rest cancelled', [line(2, 10, { cancelledPacks: 1 })], 'received'],
    ['nothing came and all was cancelled', [line(2, 0, { cancelledPacks: 2 })], 'cancelled'],
    ['no line', [], 'cancelled'],
  ])('%s', (_, lines, status) => expect(statusOfLines(lines)).toBe(status));

  it('leaves nothing to come once the rest is cancelled, and takes nothing away that came', () => {
    const lines = fc.array(
      fc.record({
        packs: fc.nat(50),
        unitsPerPack: fc.integer({ min: 1, max: 100 }),
        cancelledPacks: fc.nat(10),
        receivedUnits: fc.nat(3000),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, (made) => {
        const rows = made.map((one) => ({ ...one, cancelledPacks: Math.min(one.cancelledPacks, one.packs) }));
        const after = closeShort(rows).map((cancelledPacks, index) => ({ ...(rows[index] ?? line(0)), cancelledPacks }));
        for (const [index, row] of after.entries()) {
          expect(outstandingUnits(row)).toBe(0);
          expect(row.cancelledPacks).toBeGreaterThanOrEqual(rows[index]?.cancelledPacks ?? 0);
          expect(row.cancelledPacks).toBeLessThanOrEqual(row.packs);
          // No pack that came whole is called cancelled.
          if (outstandingUnits(rows[index] ?? line(0)) > 0)
            expect((row.packs - row.cancelledPacks) * row.unitsPerPack).toBeGreaterThan(row.receivedUnits - row.unitsPerPack);
        }
        expect(['received', 'cancelled']).toContain(statusOfLines(after));
      }),
    );
  });

  const unit = { one: 'box', many: 'boxes' };
  it.each<[string, LineProgress, number, string[]]>([
    ['as expected', line(2), 20, []],
    ['in part', line(2), 10, []],
    ['by two people', line(2, 20), 20, ['All 20 boxes of this line came already. Was it received twice?']],
    ['more than ordered', line(2, 10), 20, ['10 more than ordered: 10 boxes were to come.']],
    ['part of a pack', line(2), 7, ['7 boxes are no whole packs of 10, in which it was ordered.']],
    ['a single one', line(2, 19), 1, ['1 box is no whole packs of 10, in which it was ordered.']],
  ])('says what is odd when it comes %s', (_, of, quantity, sentences) =>
    expect(receiptFindings(of, quantity, unit).map(({ sentence }) => sentence)).toEqual(sentences),
  );
});
