import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { FederalHolidays } from '../../../renderer/features/practice/federal-holidays.tsx';
import { answer, fakeTransport } from '../support/fake-transport.ts';
import { show } from '../support/render.tsx';
import { practiceView, testId } from '../support/views.builder.ts';

const given = practiceView();

function open() {
  const transport = fakeTransport({
    'practice.get': () => answer(given),
    'practice.save': () => answer({ changeSet: { id: testId(90), label: 'Change the practice' } }),
  });
  show(<FederalHolidays />, transport);
  return transport;
}

it('shows each federal holiday with its next day, and saves the one that is taken out at once', async () => {
  const user = userEvent.setup();
  const transport = open();
  const thanksgiving = await screen.findByRole<HTMLInputElement>('checkbox', { name: 'Thanksgiving Thu Nov 26' });
  expect(thanksgiving.checked).toBe(true);
  expect(screen.getByText('Jan 1, 2027')).toBeTruthy();
  await user.click(thanksgiving);
  const saves = () => transport.asked.filter(({ path }) => path === 'practice.save').map(({ input }) => input);
  await waitFor(() => expect(saves()).toHaveLength(1));
  expect(saves()[0]).toMatchObject({ practice: { closedOnHolidays: true, openHolidays: ['thanksgiving'] } });
});
