import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { AuditEntryView, AuditOverview } from '../../../preload/contract/audit/audit.ts';
import { AccessRecord } from '../../../renderer/features/audit/access-record.tsx';
import { standInForLayout } from '../people/without-layout.ts';
import { answer, fakeTransport, refuse } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { testId } from '../support/views.builder.ts';

standInForLayout();

const entry = (place: number, detail: string): AuditEntryView => ({
  id: testId(place),
  place,
  at: '2026-11-23T16:05:00.000Z',
  actor: 'Dana Whitfield',
  kind: 'print',
  detail,
});
const overview: AuditOverview = { actors: [{ id: 'local', name: 'Dana Whitfield' }], lastCheck: null, count: 3 };

function open(over: Parameters<typeof fakeTransport>[0] = {}) {
  const transport = fakeTransport({
    'audit.overview': () => answer(overview),
    'audit.list': (input) => {
      const cursor = typeof input === 'object' && input !== null ? Reflect.get(input, 'cursor') : undefined;
      return cursor === undefined
        ? answer({ entries: [entry(3, 'Printed the week'), entry(2, 'Printed a list')], count: 3, nextCursor: 2 })
        : answer({ entries: [entry(1, 'Printed long ago')], count: 3, nextCursor: null });
    },
    ...over,
  });
  show(<AccessRecord />, transport);
  const asked = (path: string) => transport.asked.filter((one) => one.path === path).map(({ input }) => input);
  return { transport, asked, user: userEvent.setup() };
}

describe('the access record', () => {
  it('shows the newest entries, and older ones when asked', async () => {
    const { user } = open();
    expect(await screen.findByText('Printed the week')).toBeTruthy();
    expect(screen.queryByText('Printed long ago')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show older ones' }));
    expect(await screen.findByText('Printed long ago')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
  });

  it('asks for what is chosen, and for everything again', async () => {
    const { user, asked } = open();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Kind' }), 'Export');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Dana Whitfield');
    await user.type(screen.getByRole('searchbox', { name: 'Search the record' }), 'week');
    await user.type(screen.getByLabelText('From'), '2026-11-01');
    await expect
      .poll(() => asked('audit.list').at(-1))
      .toMatchObject({ kinds: ['export'], actorId: 'local', text: 'week', from: '2026-11-01' });
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveProperty('value', '');
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  });

  it('teaches where nothing is recorded yet', async () => {
    open({
      'audit.overview': () => answer({ actors: [], lastCheck: null, count: 0 }),
      'audit.list': () => answer({ entries: [], count: 0, nextCursor: null }),
    });
    expect(await screen.findByRole('heading', { name: 'Nothing is recorded yet' })).toBeTruthy();
    expect(screen.getByText(/was never checked/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Export' })).toHaveProperty('disabled', true);
  });

  it('checks with progress, says what was found, and can be stopped', async () => {
    const { user, transport } = open();
    await user.click(await screen.findByRole('button', { name: 'Check the record' }));
    transport.say('audit.verify', { ok: true, data: { kind: 'progress', done: 1000, total: 4000 } });
    expect(await screen.findByText('1,000 of 4,000 lines checked')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(transport.openSubscriptions('audit.verify')).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Check the record' }));
    const check = { whole: false, changes: 4, entries: 2, sentence: 'The record is damaged. Change 5 is missing.', where: null, heads: [] };
    transport.say('audit.verify', { ok: true, data: { kind: 'result', result: check } });
    expect((await screen.findByRole('status')).textContent).toContain('Change 5 is missing.');
  });

  it('says when it was last checked', async () => {
    const lastCheck = { at: '2026-11-20T14:05:00.000Z', actor: 'Dana Whitfield', whole: true, detail: 'The record is whole.' };
    open({ 'audit.overview': () => answer({ ...overview, lastCheck }) });
    expect((await screen.findByRole('status')).textContent).toMatch(/^Last checked .* by Dana Whitfield\. The record is whole\.$/);
  });

  it('exports what is chosen, and says where it is or why not', async () => {
    const { user, asked } = open({
      'audit.export': () => answer({ saved: true, fileName: 'Access record.csv', count: 3 }),
    });
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Kind' }), 'Print');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(await screen.findByText('3 entries are saved in Access record.csv.')).toBeTruthy();
    expect(asked('audit.export')).toEqual([{ kinds: ['print'] }]);
  });

  it('says a refusal in its place', async () => {
    open({ 'audit.list': () => refuse({ code: 'forbidden', message: 'Ask the office manager.' }) });
    expect((await screen.findByRole('alert')).textContent).toContain('Ask the office manager.');
  });
});
