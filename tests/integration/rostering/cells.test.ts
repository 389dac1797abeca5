import { describe, expect, it } from 'vitest';
import { dayOf, monday, openTestPractice, type TestPractice } from '../../support/practice.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

const row = async (office: TestPractice, personId: string) =>
  (await office.week()).groups.flatMap((group) => group.rows).find((one) => one.personId === personId);

describe('typing into cells', () => {
  it('reads what people type and shows it as they would type it again', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const typed = ['8-5', '8a-430p MA', '0800-1630', '7:30-12, 1-5', '8-5/30'];
    for (const [day, text] of typed.entries()) await office.type(dana, day, text);
    expect(await office.texts(dana)).toEqual(['8-5', '8-4:30 MA', '8-4:30', '7:30-12, 1-5', '8-5/30']);
  });

  it('takes the usual meal off: five 8-5 are 40 h', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    for (let day = 0; day < 5; day += 1) await office.type(dana, day, '8-5');
    expect(await row(office, dana)).toMatchObject({ planned: '40', contract: '40', standing: 'within' });
    await office.type(dana, 4, '8-5/0');
    expect(await row(office, dana)).toMatchObject({ planned: '41', standing: 'near_over' });
  });

  it('counts time off toward contract and never toward overtime', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    for (let day = 0; day < 4; day += 1) await office.type(dana, day, '7-6');
    await office.type(dana, 4, 'pto');
    const view = await office.week();
    expect(await row(office, dana)).toMatchObject({ planned: '48' });
    expect(view.totals).toMatchObject({ worked: '40', credited: '8', overtime: '0' });
    expect(view.problems.map((problem) => problem.rule)).toEqual(['contract.over']);
    await office.type(dana, 4, 'off');
    expect(await row(office, dana)).toMatchObject({ planned: '40' });
    await office.type(dana, 4, 'pto 4h');
    expect(await row(office, dana)).toMatchObject({ planned: '44' });
  });

  it('never flags exempt people for overtime', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield', { exempt: true });
    const lee = await office.addPerson('Lee Carter');
    for (let day = 0; day < 5; day += 1) for (const person of [dana, lee]) await office.type(person, day, '7-7');
    const problems = (await office.week()).problems.filter((problem) => problem.rule === 'overtime.weekly');
    expect(problems.map((problem) => `${problem.subject} ${problem.text}`)).toEqual(['Lee Carter works 55 h: 15 h overtime.']);
  });

  it.each(['8-5 EAST', '8a-8a', '8-5 ZZ', 'Dana?', 'pto 30h', '25-3'])('keeps %s as text, marked, and refuses nothing', async (text) => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const { cells } = await office.type(dana, 0, text);
    expect(cells).toMatchObject([{ outcome: 'kept_as_text', message: expect.stringMatching(/./) }]);
    expect((await office.texts(dana))[0]).toBe(text);
    expect((await office.week()).problems).toMatchObject([{ rule: 'entry.unread', letter: '?', cell: { personId: dana, on: monday } }]);
  });

  it('puts an open shift on top, typed there or in a row with a question mark', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.type(dana, 1, '?8-5');
    await office.type(null, 2, '8-4:30 MA');
    expect(await office.texts(null)).toEqual(['', '8-5 FD', '8-4:30 MA', '', '']);
    expect(await office.texts(dana)).toEqual(['', '', '', '', '']);
    expect((await office.week()).totals).toMatchObject({ openCount: 2, openHours: '15.5' });
  });

  it('writes a block in one change and undoes it in one', async () => {
    const office = await openTestPractice();
    const people = [await office.addPerson('Dana Whitfield'), await office.addPerson('Lee Carter')];
    const writes = people.flatMap((personId) => [0, 1, 2].map((day) => ({ personId, on: dayOf(day), text: '8-5', seen: [] })));
    const { changeSet } = await office.client.rostering.cells.write.mutate({ locationId: office.locationId, writes });
    expect(await office.texts(people[1] ?? '')).toEqual(['8-5', '8-5', '8-5', '', '']);
    const undo = await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await office.texts(people[1] ?? '')).toEqual(['', '', '', '', '']);
    await office.client.history.undo.mutate({ changeSetId: undo.changeSet?.id ?? '' });
    expect(await office.texts(people[0] ?? '')).toEqual(['8-5', '8-5', '8-5', '', '']);
  });

  it('refuses the second of two writers, keeps the first and changes nothing half', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.type(dana, 0, '8-5');
    const seen = ((await row(office, dana))?.cells[0]?.entries ?? []).map(({ id, version }) => ({ id, version }));
    const write = (text: string) =>
      office.client.rostering.cells.write.mutate({
        locationId: office.locationId,
        writes: [
          { personId: dana, on: dayOf(1), text: '1-5', seen: [] },
          { personId: dana, on: monday, text, seen },
        ],
      });
    await office.type(dana, 0, '9-6');
    expect(await refusalOf(write('10-7'))).toMatchObject({ code: 'conflict' });
    expect(await office.texts(dana)).toEqual(['9-6', '', '', '', '']);
  });

  it('moves and copies cells; the position is understood anew', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const lee = await office.addPerson('Lee Carter', { code: 'MA' });
    await office.type(dana, 0, '8-5');
    const entries = ((await row(office, dana))?.cells[0]?.entries ?? []).map(({ id, version }) => ({ id, version }));
    const move = { from: { personId: dana, on: monday }, to: { personId: lee, on: dayOf(2) }, seenFrom: entries, seenTo: [] };
    await office.client.rostering.cells.move.mutate({ locationId: office.locationId, copy: true, moves: [move] });
    expect(await office.texts(lee)).toEqual(['', '', '8-5', '', '']);
    expect((await row(office, lee))?.cells[2]?.entries).toMatchObject([{ kind: 'shift', positionId: office.positions['MA'], code: '' }]);
    expect(await office.texts(dana)).toEqual(['8-5', '', '', '', '']);
    const away = { ...move, to: { personId: lee, on: dayOf(4) } };
    await office.client.rostering.cells.move.mutate({ locationId: office.locationId, copy: false, moves: [away] });
    expect(await office.texts(dana)).toEqual(['', '', '', '', '']);
    expect(await office.texts(lee)).toEqual(['', '', '8-5', '', '8-5']);
  });

  it('puts people without a position on the schedule as staff', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield', { positions: [] });
    await office.type(dana, 0, '8-5');
    await office.type(dana, 1, '8-5');
    expect(await office.texts(dana)).toEqual(['8-5', '8-5', '', '', '']);
    expect((await office.week()).groups.map((group) => [group.name, group.rows.map((one) => one.name)])).toEqual([
      ['Staff', ['Dana Whitfield']],
    ]);
  });

  it('explains an entry while it is typed', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.type(dana, 1, '8-5');
    const explain = (text: string) =>
      office.client.rostering.cells.explain.query({ locationId: office.locationId, personId: dana, on: monday, text });
    expect(await explain('8-4:30')).toMatchInlineSnapshot(`
      {
        "lines": [
          "8:00 am–4:30 pm, 7.5 h after 1 h lunch",
          "Front desk",
          "Dana: 15.5 of 40 h this week",
        ],
        "readable": true,
      }
    `);
    expect(await explain('8-5 EAST')).toMatchObject({ readable: false });
  });
});

describe('one shift through the router', () => {
  it.each([
    ['ends as it starts', { lengthMinutes: 0 }, 'shift.lengthMinutes'],
    ['lasts 30 hours', { lengthMinutes: 1800 }, 'shift.lengthMinutes'],
    ['names an unknown position', { positionId: '01900000-0000-7000-8000-ffffffffffff' }, 'shift.positionId'],
    ['names an unknown person', { personId: '01900000-0000-7000-8000-ffffffffffff' }, 'shift.personId'],
    ['has a day that is no date', { on: '2026-02-30' }, 'shift.on'],
  ])('is refused when it %s', async (_name, wrong, field) => {
    const office = await openTestPractice();
    const personId = await office.addPerson('Dana Whitfield');
    const shift = {
      locationId: office.locationId,
      personId,
      positionId: office.positions['FD'] ?? '',
      on: monday,
      startMinute: 480,
      lengthMinutes: 540,
      mealMinutes: null,
      mealStartMinute: null,
      note: '',
    };
    const refusal = await refusalOf(office.client.rostering.shift.save.mutate({ shift: { ...shift, ...wrong } }));
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { [field]: expect.stringMatching(/./) } });
    expect(await office.texts(personId)).toEqual(['', '', '', '', '']);
  });
});
