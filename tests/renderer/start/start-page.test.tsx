import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SetUpPreview } from '../../../preload/contract/practice/set-up-preview.ts';
import type { Answer } from '../../../preload/contract/shared/transport.ts';
import { firstAnswers, refusedAnswers, setUpInputOf } from '../../../renderer/features/start/set-up-answers.ts';
import { StartPage } from '../../../renderer/features/start/start.page.tsx';
import { useLinesToCorrect } from '../../../renderer/features/people/import/lines-to-correct.store.ts';
import { computerTimeZone } from '../../../renderer/features/start/time-zones.ts';
import { buildPrintWeek } from '../../support/print-week.builder.ts';
import { answer, fakeTransport, refuse, type FakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { practiceView } from '../support/views.builder.ts';

beforeEach(() => {
  // jsdom lays nothing out, so nothing ever resizes.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});

const person = (line: number, name: string) => ({ line, name, match: 'new' as const, knownAs: null, position: null });
const preview = (changes: Partial<SetUpPreview> = {}): SetUpPreview => ({
  hours: { ok: true, message: '', text: 'Mon–Fri 8–5' },
  staff: null,
  week: buildPrintWeek({ people: 5, over: { practiceName: 'Harbor Family Medicine' } }),
  positions: [{ name: 'Front desk', code: 'FD', colour: 'fd' }],
  nextHoliday: 'Thanksgiving, Thu Nov 26',
  ...changes,
});
const staff = {
  people: [person(2, 'Dana Reed'), person(3, 'Jordan Reyes')],
  days: ['2026-11-23', '2026-11-24'],
  counts: { known: 0, created: 2, shifts: 3, timeOff: 1, keptAsText: 1 },
  unread: [{ line: 3, name: 'Jordan Reyes', on: '2026-11-25', text: '8-4ish', reason: '' }],
  leftOut: [],
  skipped: [],
  unreadColumns: [],
};
const sheet = 'Name\tWed\nDana Reed\t8-5\nJordan Reyes\t8-4ish';

function open(answers: Record<string, (input: unknown) => Answer> = {}): FakeTransport {
  const transport = fakeTransport({
    'practice.setUpPreview': () => answer(preview()),
    'practice.get': () => answer(practiceView()),
    ...answers,
  });
  show(<StartPage />, transport);
  return transport;
}
const inputs = (transport: FakeTransport, path: string) => transport.asked.filter((one) => one.path === path).map(({ input }) => input);

describe('the answers', () => {
  it('are sent with what has a default left as it stands', () => {
    const answers = {
      ...firstAnswers('America/Chicago'),
      name: 'Harbor',
      locations: 'Downtown, ; North ',
      hours: ' ',
      staff: [['Dana', '8-5']],
    };
    expect(setUpInputOf(answers)).toEqual({
      practice: {
        name: 'Harbor',
        timeZone: 'America/Chicago',
        weekStartsOn: 1,
        workweekStartsOn: 7,
        clock: '12',
        paper: 'letter',
        closedOnHolidays: true,
      },
      locations: [{ name: 'Downtown' }, { name: 'North' }],
      sheet: 'Dana\t8-5',
    });
  });

  it.each([
    ['name', { name: ' ' }, 'Write the name of the practice.'],
    ['locations', { locations: 'a,b,c,d,e,f' }, 'Name at most five locations.'],
    ['hours', { hours: 'x'.repeat(201) }, 'Use at most 200 characters.'],
  ])('say at %s what to do', (field, changes, message) => {
    expect(refusedAnswers({ ...firstAnswers('UTC'), name: 'Harbor', ...changes })).toEqual({ [field]: message });
  });

  it("take the computer's time zone where it is known", () => {
    expect(computerTimeZone('America/Denver')).toBe('America/Denver');
    expect(computerTimeZone('Etc/UTC')).toBe('UTC');
    expect(computerTimeZone('Nowhere/Land')).toBe('America/New_York');
  });
});

describe('the start screen', () => {
  it('shows the week as it will print while one types', async () => {
    const user = userEvent.setup();
    const transport = open({
      'practice.setUpPreview': (input) => answer(preview({ week: buildPrintWeek({ people: 5, over: { practiceName: nameIn(input) } }) })),
    });
    expect(await screen.findByText('Your practice')).toBeTruthy();
    await user.type(screen.getByLabelText('The practice'), 'Millbrook Clinic');
    expect(await screen.findByText('Millbrook Clinic')).toBeTruthy();
    expect(screen.getByText('Next: Thanksgiving, Thu Nov 26.')).toBeTruthy();
    // Typing is waited for: not one preview for each of the sixteen letters.
    expect(inputs(transport, 'practice.setUpPreview').length).toBeLessThan(8);
  });

  it('shows a pasted sheet as its table, says what was read, and takes the likely answer for a cell that was not', async () => {
    const user = userEvent.setup();
    const transport = open({ 'practice.setUpPreview': (input) => answer(preview({ staff: hasSheet(input) ? staff : null })) });
    await user.click(screen.getByLabelText('The staff'));
    await user.paste(sheet);
    expect(screen.getByLabelText<HTMLInputElement>('Jordan Reyes, Wed').value).toBe('8-4ish');
    expect(await screen.findByText('2 people, 3 shifts')).toBeTruthy();
    expect(screen.getByText('8-4ish').parentElement?.textContent).toBe('8-4ish for Jordan Reyes on Wed. Is it 8-4?');
    await user.click(screen.getByRole('button', { name: 'Yes, 8-4' }));
    expect(screen.getByLabelText<HTMLInputElement>('Jordan Reyes, Wed').value).toBe('8-4');
    await waitFor(() => expect(inputs(transport, 'practice.setUpPreview').at(-1)).toMatchObject({ sheet: sheet.replace('8-4ish', '8-4') }));
  });

  it('names each line that cannot be taken with its reason, and keeps it for the import page', async () => {
    const user = userEvent.setup();
    const leftOut = [{ line: 3, name: 'Bo Smith', reasons: ['The hours per week “forty” cannot be used.'] }];
    const list = { ...staff, people: [person(2, 'Dana Reed')], unread: [], leftOut, skipped: [], unreadColumns: ['Email', 'Badge'] };
    const transport = open({
      'practice.setUpPreview': (input) => answer(preview({ staff: hasSheet(input) ? list : null })),
      'practice.setUp': () => answer({ changeSet: null, locationId: 'x', weekOn: '2026-11-23', leftOut }),
    });
    await user.click(screen.getByLabelText('The staff'));
    await user.paste('Name\tHours\nDana Reed\t40\nBo Smith\tforty');
    expect((await screen.findByText('1 line')).parentElement?.textContent).toMatch(/cannot be taken yet/);
    expect(screen.getByText('Bo Smith').parentElement?.textContent).toBe('Line 3, Bo Smith: The hours per week “forty” cannot be used.');
    expect(screen.getByText('Nothing is taken from the columns Email and Badge.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Go to it' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name in line 3')));
    await user.type(screen.getByLabelText('The practice'), 'Harbor');
    await user.click(screen.getByRole('button', { name: /^Make this week without 1 line/ }));
    await waitFor(() => expect(inputs(transport, 'practice.setUp')).toHaveLength(1));
    expect(await screen.findByText('One line of the list was left out. It waits under People, Import.')).toBeTruthy();
    expect(useLinesToCorrect.getState().text).toBe('Name\tHours\nBo Smith\tforty');
    useLinesToCorrect.getState().keep('');
  });

  it('lets one type the staff, line by line', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.click(screen.getByRole('button', { name: 'Type' }));
    await user.type(screen.getByLabelText('Name in line 2'), 'Dana Reed{Enter}Omar Diaz');
    expect(screen.getByLabelText<HTMLInputElement>('Name in line 3').value).toBe('Omar Diaz');
    await waitFor(() =>
      expect(inputs(transport, 'practice.setUpPreview').at(-1)).toMatchObject({
        sheet: expect.stringMatching(/^Name\tJob.*\nDana Reed\t.*\nOmar Diaz\t/s),
      }),
    );
  });

  it('makes the week by Ctrl+Enter', async () => {
    const user = userEvent.setup();
    const transport = open({ 'practice.setUp': () => answer({ changeSet: null, locationId: 'x', weekOn: '2026-11-23', leftOut: [] }) });
    await user.type(screen.getByLabelText('The practice'), 'Harbor{Control>}{Enter}{/Control}');
    await waitFor(() => expect(inputs(transport, 'practice.setUp')).toHaveLength(1));
    expect(inputs(transport, 'practice.setUp')[0]).toMatchObject({
      practice: { name: 'Harbor', closedOnHolidays: true },
      hours: 'Mon-Fri 8-5',
    });
    await waitFor(() => expect(inputs(transport, 'practice.get')).toHaveLength(1));
  });

  it('asks for the name beside its field before anything is made', async () => {
    const user = userEvent.setup();
    const transport = open();
    await user.click(screen.getByRole('button', { name: /^Make this week/ }));
    expect(screen.getByText(/Write the name of the practice\./)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('The practice'));
    expect(screen.getByRole('button', { name: 'Change' })).toBeTruthy();
    expect(inputs(transport, 'practice.setUp')).toHaveLength(0);
  });

  it("says main's refusal beside its answer and keeps everything typed", async () => {
    const user = userEvent.setup();
    open({ 'practice.setUp': () => refuse({ code: 'invalid_input', message: 'x', fields: { hours: '“whenever” cannot be read.' } }) });
    await user.type(screen.getByLabelText('The practice'), 'Harbor');
    await user.click(screen.getByRole('button', { name: /^Make this week/ }));
    expect(await screen.findByText('“whenever” cannot be read.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('The practice').value).toBe('Harbor');
  });

  it('keeps the week in sight when the sheet is refused as a whole', async () => {
    const user = userEvent.setup();
    open({
      'practice.setUpPreview': (input) =>
        hasSheet(input)
          ? refuse({ code: 'invalid_input', message: 'x', fields: { sheet: 'A quote in line 1 is not closed.' } })
          : answer(preview()),
    });
    await user.click(screen.getByLabelText('The staff'));
    await user.paste(sheet);
    expect(await screen.findByText('A quote in line 1 is not closed.')).toBeTruthy();
    expect(await screen.findByText('Harbor Family Medicine')).toBeTruthy();
  });
});

function hasSheet(input: unknown): boolean {
  return typeof input === 'object' && input !== null && 'sheet' in input;
}

function nameIn(input: unknown): string {
  const practice = typeof input === 'object' && input !== null && 'practice' in input ? input.practice : null;
  return typeof practice === 'object' && practice !== null && 'name' in practice ? String(practice.name) : '';
}
