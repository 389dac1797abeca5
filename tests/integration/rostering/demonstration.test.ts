import { expect, it, onTestFinished } from 'vitest';
import { seedDemonstration } from '../../../db/seed/demonstration.ts';
import { openTestApp } from '../../support/test-app.ts';

async function demonstration() {
  const { app, client, close, log } = await openTestApp();
  onTestFinished(close);
  await seedDemonstration(app.transport, '2026-11-23');
  return { client, log };
}

it('makes 24 people, 2 locations, 6 positions and 8 weeks through the router', async () => {
  const { client, log } = await demonstration();
  const practice = await client.practice.get.query();
  expect(practice?.locations.map((location) => location.name)).toEqual(['Downtown', 'Eastside']);
  expect(practice?.positions).toHaveLength(6);
  expect(await client.people.list.query()).toHaveLength(24);
  const [downtown] = practice?.locations ?? [];
  for (let week = -4; week < 4; week += 1) {
    const on = new Date(Date.parse('2026-11-23') + week * 7 * 86_400_000).toISOString().slice(0, 10);
    const view = await client.rostering.week.get.query({ locationId: downtown?.id ?? '', on });
    expect(Number(view.totals.worked), on).toBeGreaterThan(300);
    expect(view.published === null, on).toBe(week > 0);
  }
  const now = await client.rostering.week.get.query({ locationId: downtown?.id ?? '', on: '2026-11-23' });
  expect(now.problems.map((problem) => `${problem.letter} ${problem.subject}: ${problem.text}`)).toMatchInlineSnapshot(`
    [
      "S Fri 11:30–12:30: front desk needs 2, has 1. Maria is at lunch.",
      "S Fri 12:30–1:30: front desk needs 2, has 1. Tomás is at lunch.",
      "? Luis Ortega, Wed: “7:30-4 EAST” is not read. “EAST” is neither a time nor a position. Positions are FD, MA, RN, XR, BL, CD. Put a note in parentheses, like 8-5 (EAST).",
      "O Jordan Kim: works 44 h in the overtime week from Sun Nov 22: 4 h overtime.",
    ]
  `);
  expect(now.changes.map((change) => `${change.subject}: ${change.from} -> ${change.to}`)).toMatchInlineSnapshot(`
    [
      "Linh Tran, Wed Nov 25: 1–5 BL -> 12:30–4:30 BL",
      "Aisha Rahman, Fri Nov 27: 8–5 Phones -> off",
      "Jordan Kim, Sat Nov 28:  -> 8–12",
    ]
  `);
  expect(log.lines).toEqual([]);
});

async function printed() {
  const { client } = await demonstration();
  const practice = await client.practice.get.query();
  return client.rostering.week.print.query({ locationId: practice?.locations[0]?.id ?? '', on: '2026-11-23' });
}

it('is the same every time', async () => {
  expect(await printed()).toEqual(await printed());
});
