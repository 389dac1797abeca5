import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessState } from '../../../preload/contract/accounts/access.ts';
import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { createApi } from '../../../renderer/api/client.ts';
import { App } from '../../../renderer/app/app.tsx';
import { forgetPractice } from '../../../renderer/app/forget.ts';
import { usePerson } from '../../../renderer/app/person.store.ts';
import { flushDrafts } from '../../../renderer/app/use-kept-drafts.ts';
import { cellDomId } from '../../../renderer/features/rostering/grid/grid-model.ts';
import { useSchedule } from '../../../renderer/features/rostering/store.ts';
import { fixtureId, shiftEntry, weekCell, weekView } from '../../support/week-view.builder.ts';
import { answer, fakeTransport, type FakeTransport } from '../support/fake-transport.ts';
import { accessState, practiceView, signedIn, testId } from '../support/views.builder.ts';

const person = fixtureId(2, 1);
const wednesday = '2026-11-25';

const dana = signedIn({ accountId: testId(70), name: 'Dana Ortiz' });
const lee = signedIn({ accountId: testId(71), name: 'Lee Park' });
const here = (me: typeof dana | null): AccessState =>
  accessState(me === null ? { stage: 'locked', protected: true, me, mayCall: [] } : { protected: true, me, recoveryKey: 'confirmed' });

/** Main, as far as typing goes: it keeps drafts for each person, through the lock and a restart. */
interface Main {
  readonly transport: FakeTransport;
  /** Somebody comes in, or the window locks. */
  become(me: typeof dana | null): void;
  /** The program ends and is started again; nobody is signed in. */
  restart(): void;
  week: WeekView;
}

function start(): Main {
  let me: typeof dana | null = dana;
  const drafts = new Map<string, string>();
  const main: Main = {
    week: weekView({ people: 5 }),
    transport: fakeTransport({
      'access.state': () => answer(here(me)),
      'practice.get': () => answer(practiceView()),
      'rostering.week.get': () => answer(main.week),
      'rostering.cells.explain': () => answer({ readable: true, lines: [] }),
      'rostering.requirement.list': () => answer([]),
      'rostering.sheet.preview': () =>
        answer({
          people: [],
          days: [],
          counts: { shifts: 0, timeOff: 0, keptAsText: 0, created: 0 },
          leftOut: [],
          skipped: [],
          unread: [],
          unreadColumns: [],
        }),
      'drafts.get': () => answer({ text: drafts.get(me?.accountId ?? '') ?? '' }),
      'drafts.keep': (input) => {
        drafts.set(me?.accountId ?? '', Object(input).text);
        return answer({ kept: true });
      },
    }),
    become: (next) => {
      me = next;
      act(() => main.transport.say('system.changes', { ok: true, data: { topics: ['session'] } }));
    },
    restart: () => {
      cleanup();
      forgetPractice(new QueryClient());
      usePerson.setState({ shown: null, last: null });
      location.hash = '';
      me = null;
      render(<App api={createApi(main.transport)} />);
    },
  };
  location.hash = '#/schedule?on=2026-11-23';
  render(<App api={createApi(main.transport)} />);
  return main;
}

const cell = async (): Promise<HTMLElement> => {
  await screen.findByRole('grid');
  const found = document.getElementById(cellDomId({ personId: person, on: wednesday }));
  if (found === null) throw new Error('the cell is not on the screen');
  return found;
};
const editor = (): HTMLInputElement | null => document.querySelector<HTMLInputElement>('[data-editor] input');
const locked = () => screen.findByRole('heading', { level: 1, name: 'Sign in' });

/** What stays the same through each way out and in again. */
const ways: readonly (readonly [string, (main: Main) => Promise<void>])[] = [
  [
    'a lock',
    async (main) => {
      await act(flushDrafts);
      main.become(null);
      await locked();
      main.become(dana);
    },
  ],
  [
    'a restart',
    async (main) => {
      await act(flushDrafts);
      main.restart();
      await locked();
      main.become(dana);
    },
  ],
];

// Whole windows are put up here, several in a test: on a busy computer that takes its time.
configure({ asyncUtilTimeout: 10_000 });

// The page is loaded when it is first gone to.
beforeAll(() => import('../../../renderer/features/rostering/week.page.tsx'));
beforeEach(() => {
  for (const observer of ['ResizeObserver', 'IntersectionObserver']) {
    vi.stubGlobal(
      observer,
      class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      },
    );
  }
  Element.prototype.scrollIntoView = () => {};
  usePerson.setState({ shown: null, last: null });
});
afterEach(() => {
  cleanup();
  forgetPractice(new QueryClient());
});

describe.each(ways)('through %s', (_way, goThrough) => {
  it('the open editor stands over its cell, with its text', async () => {
    const user = userEvent.setup();
    const main = start();
    await typeInto(user, '9-5 De');
    await goThrough(main);
    await waitFor(() => expect(editor()?.value).toBe('9-5 De'));
    expect(editor()?.getAttribute('aria-label')).toMatch(/, Wed 25$/);
    expect(document.activeElement).toBe(editor());
    expect(main.transport.asked.filter(({ path }) => path === 'rostering.cells.write')).toEqual([]);
  });

  it('typing over a cell that somebody changed is offered beside what it holds now', async () => {
    const user = userEvent.setup();
    const main = start();
    await typeInto(user, '9-5');
    await act(flushDrafts);
    main.week = withCell(main.week, '7-4', 8);
    await goThrough(main);
    expect(await screen.findByText(/Somebody changed this cell meanwhile: it now holds “7-4”\. Enter writes yours/)).toBeTruthy();
    expect(editor()?.value).toBe('9-5');
    await user.keyboard('{Escape}');
    expect(editor()).toBeNull();
  });

  it('typing for somebody who left the week is said', async () => {
    const user = userEvent.setup();
    const main = start();
    await typeInto(user, '9-5');
    main.week = {
      ...main.week,
      groups: main.week.groups.map((group) => ({ ...group, rows: group.rows.filter((row) => row.personId !== person) })),
    };
    await goThrough(main);
    expect(await screen.findByText(/You were typing “9-5” where this week has no cell any more\./)).toBeTruthy();
  });

  it('the note, the people needed and the pasted sheet stand open as they were', async () => {
    const user = userEvent.setup();
    const main = start();
    await openFromMenu(user, 'Note on the printed week');
    await user.type(await screen.findByRole('textbox', { name: 'Note on the printed week' }), 'Flu shots on Tues');
    await goThrough(main);
    const note = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note on the printed week' });
    expect(note.value).toBe('Flu shots on Tues');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));

    await user.click(screen.getByRole('button', { name: 'People needed' }));
    await user.click(await screen.findByRole('button', { name: 'Add to Front desk' }));
    await user.type(screen.getByRole('textbox', { name: 'From-to' }), '8-1');
    await user.click(screen.getByRole('checkbox', { name: 'Fri' }));
    await goThrough(main);
    const form = within(await screen.findByRole('form', { name: 'Add people needed' }));
    expect(form.getByRole<HTMLInputElement>('textbox', { name: 'From-to' }).value).toBe('8-1');
    expect(form.getByRole<HTMLInputElement>('checkbox', { name: 'Fri' }).checked).toBe(false);
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Done' }));

    await openFromMenu(user, 'Paste last week’s sheet');
    await user.click(await screen.findByRole('textbox', { name: 'The sheet, pasted' }));
    await user.paste('Name\tMon\nAna Ruiz\t8-5');
    await goThrough(main);
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'The sheet, pasted' })).value).toBe('Name\tMon\nAna Ruiz\t8-5');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await goThrough(main);
    await cell();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('another person sees none of it, and it waits for whoever typed it', async () => {
    const user = userEvent.setup();
    const main = start();
    await typeInto(user, '9-5 De');
    await act(flushDrafts);
    main.become(null);
    await locked();
    main.become(lee);
    await cell();
    expect(editor()).toBeNull();
    expect(document.body.textContent).not.toContain('9-5 De');
    main.become(null);
    await locked();
    main.become(dana);
    await waitFor(() => expect(editor()?.value).toBe('9-5 De'));
    await goThrough(main);
    await waitFor(() => expect(editor()?.value).toBe('9-5 De'));
  });
});

it('Esc keeps a typed note for the next time, and tells what became of the note', async () => {
  const user = userEvent.setup();
  const main = start();
  await openFromMenu(user, 'Note on the printed week');
  await user.type(await screen.findByRole('textbox', { name: 'Note on the printed week' }), 'Flu shots');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await act(flushDrafts);
  main.week = { ...main.week, note: { id: fixtureId(7, 1), version: 1, text: 'Staff meeting' } };
  main.restart();
  await locked();
  main.become(dana);
  await cell();
  expect(screen.queryByRole('dialog')).toBeNull();
  await openFromMenu(user, 'Note on the printed week');
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note on the printed week' })).value).toBe('Flu shots');
  expect(screen.getByText(/Somebody changed the note meanwhile to “Staff meeting”\. Saving puts yours in its place\./)).toBeTruthy();
});

async function typeInto(user: ReturnType<typeof userEvent.setup>, text: string): Promise<void> {
  await cell();
  act(() =>
    useSchedule.setState({
      active: { personId: person, on: wednesday },
      anchor: { personId: person, on: wednesday },
      head: { personId: person, on: wednesday },
    }),
  );
  screen.getByRole('grid').focus();
  await user.keyboard(text);
  expect(editor()?.value).toBe(text);
}

async function openFromMenu(user: ReturnType<typeof userEvent.setup>, item: string): Promise<void> {
  await cell();
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

/** The week with Wednesday's cell of the person replaced. */
function withCell(week: WeekView, text: string, version: number): WeekView {
  const col = week.days.findIndex(({ on }) => on === wednesday);
  const changed = weekCell(text, [shiftEntry({ version })]);
  return {
    ...week,
    groups: week.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => (row.personId === person ? { ...row, cells: row.cells.with(col, changed) } : row)),
    })),
  };
}
