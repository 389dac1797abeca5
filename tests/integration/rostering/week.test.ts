import { describe, expect, it } from 'vitest';
import { dayOf, monday, openTestPractice } from '../../support/practice.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

describe('the problems of a week', () => {
  it('finds a person in two places at once, also past midnight', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.type(dana, 0, '7p-7a');
    await office.type(dana, 1, '6a-2p');
    expect((await office.week()).problems).toMatchObject([
      {
        rule: 'assignment.double_booking',
        severity: 'must_fix',
        cell: { personId: dana, on: dayOf(1) },
        text: 'has two shifts at once: 7p–7a and 6–2.',
      },
    ]);
  });

  it('finds a shift on a closed day and shows that day', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.client.practice.closure.save.mutate({
      closure: { on: dayOf(2), name: 'Staff retreat', locationId: null, credited: true },
    });
    await office.type(dana, 2, '8-12');
    expect((await office.week()).problems).toMatchObject([
      { rule: 'location.closed', text: 'works 8–12, but the office is closed for Staff retreat.' },
    ]);
    const saturday = dayOf(5);
    await office.client.rostering.cells.write.mutate({
      locationId: office.locationId,
      writes: [{ personId: dana, on: saturday, text: '9-1', seen: [] }],
    });
    expect((await office.week()).days.map((day) => day.on)).toContain(saturday);
  });

  it('credits a paid holiday to contract', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const view = await office.client.rostering.week.get.query({ locationId: office.locationId, on: '2026-11-26' });
    const cells = view.groups.flatMap((group) => group.rows).find((row) => row.personId === dana);
    expect(view.days[3]).toMatchObject({ head: 'Thu 26', hours: 'Thanksgiving', closed: true });
    expect(cells).toMatchObject({ planned: '8' });
    expect(cells?.cells[3]).toMatchObject({ credit: '8 h' });
  });

  it('counts the people needed with meals as absence', async () => {
    const office = await openTestPractice();
    const [dana, lee] = [await office.addPerson('Dana Whitfield'), await office.addPerson('Lee Carter')];
    await office.client.rostering.requirement.addMany.mutate({
      locationId: office.locationId,
      positionId: office.positions['FD'] ?? '',
      weekdays: [1, 2],
      startMinute: 480,
      lengthMinutes: 540,
      minimum: 1,
    });
    const coverage = async () => (await office.week()).groups.find((group) => group.code === 'FD')?.coverage.slice(0, 2);
    expect(await coverage()).toEqual([
      { planned: 0, needed: 1, short: true, band: '8–5' },
      { planned: 0, needed: 1, short: true, band: '8–5' },
    ]);
    await office.type(dana, 0, '8-5');
    expect(await coverage()).toMatchObject([{ planned: 0, needed: 1, short: true, band: '12–1' }, {}]);
    expect((await office.week()).problems[0]).toMatchObject({
      rule: 'coverage.minimum',
      letter: 'S',
      subject: 'Mon 12–1',
      text: 'front desk needs 1, has 0. Dana is at lunch.',
    });
    await office.type(lee, 0, '8-5/60@1');
    expect(await coverage()).toMatchObject([{ planned: 1, needed: 1, short: false }, {}]);
  });

  it('changes a band of several days in one step, and back in one', async () => {
    const office = await openTestPractice();
    const band = { locationId: office.locationId, positionId: office.positions['FD'] ?? '', startMinute: 480, lengthMinutes: 540 };
    const list = () => office.client.rostering.requirement.list.query({ locationId: office.locationId });
    await office.client.rostering.requirement.addMany.mutate({ ...band, weekdays: [1, 2, 3], minimum: 1 });
    const replaces = (await list()).map(({ id, version }) => ({ id, version }));
    const { changeSet } = await office.client.rostering.requirement.addMany.mutate({ ...band, weekdays: [1, 2], minimum: 2, replaces });
    expect((await list()).map((row) => [row.weekday, row.minimum, row.band])).toEqual([
      [1, 2, '8–5'],
      [2, 2, '8–5'],
    ]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect((await list()).map((row) => [row.weekday, row.minimum])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('counts overtime in the practice workweek, not the week on the screen', async () => {
    const office = await openTestPractice();
    const practice = await office.client.practice.get.query();
    if (!practice) throw new Error('not set up');
    await office.client.practice.save.mutate({
      seen: { id: practice.id, version: practice.version },
      practice: { ...practice.practice, workweekStartsOn: 6 },
    });
    const dana = await office.addPerson('Dana Whitfield');
    await office.client.rostering.cells.write.mutate({
      locationId: office.locationId,
      writes: [-2, -1, 0, 1, 2, 3].map((day) => ({ personId: dana, on: dayOf(day), text: '8-5', seen: [] })),
    });
    expect((await office.week()).problems.filter((problem) => problem.rule === 'overtime.weekly')).toMatchObject([
      { cell: { on: dayOf(3) }, text: 'works 48 h in the overtime week from Sat Nov 28: 8 h overtime.' },
    ]);
  });
});

describe('copying last week', () => {
  it('fills empty cells only and leaves closed days out', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const lastWeek = [0, 1, 2, 3, 4].map((day) => ({ personId: dana, on: dayOf(day, '2026-11-23'), text: '8-5', seen: [] }));
    await office.client.rostering.cells.write.mutate({ locationId: office.locationId, writes: lastWeek });
    await office.type(dana, 1, 'pto');
    await office.client.practice.closure.save.mutate({ closure: { on: dayOf(4), name: 'Snow', locationId: null, credited: false } });
    const result = await office.client.rostering.week.copy.mutate({ locationId: office.locationId, from: '2026-11-24', to: monday });
    expect(result).toMatchObject({ copied: 3, skipped: 2 });
    expect(await office.texts(dana)).toEqual(['8-5', 'pto', '8-5', '8-5', '']);
    expect(await office.client.rostering.week.copy.mutate({ locationId: office.locationId, from: '2026-11-24', to: monday })).toMatchObject(
      { copied: 0, changeSet: null },
    );
  });
});

describe('publishing', () => {
  it('keeps the week as people saw it and lists what changed since', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.type(dana, 0, '8-5');
    await office.type(dana, 1, 'sick');
    const first = await office.client.rostering.week.publish.mutate({ locationId: office.locationId, on: monday, replaces: null });
    expect(first.publication).toMatchObject({ label: 'L-1' });
    await office.type(dana, 0, '');
    await office.type(dana, 2, '9-6');
    const view = await office.week();
    expect(view).toMatchObject({ published: { label: 'L-1' }, nextLabel: 'L-2' });
    expect(view.changes.map(({ subject, from, to }) => [subject, from, to])).toEqual([
      ['Dana Whitfield, Mon Nov 30', '8–5', ''],
      ['Dana Whitfield, Wed Dec 2', '', '9–6'],
    ]);
    const kept = await office.client.rostering.week.print.query({
      locationId: office.locationId,
      on: monday,
      publicationId: first.publication.id,
    });
    const cells = kept.groups[0]?.rows[0]?.cells.map((cell) => cell.lines.map((line) => `${line.start}${line.end}${line.tail}`).join());
    expect(cells).toEqual(['8–5', 'off', '', '', '']);
    const now = await office.client.rostering.week.print.query({ locationId: office.locationId, on: monday });
    expect(now).toMatchObject({ version: 'Draft', changedSince: 'L-1', changeCount: 2 });
    expect(now.groups[0]?.rows[0]?.cells.map((cell) => cell.changed)).toEqual([true, false, true, false, false]);
  });

  it('says nothing on the wall of why someone is off, of hours or of pay', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.client.people.payRate.save.mutate({ personId: dana, payRate: { effectiveOn: '2026-01-01', centsPerHour: 2345 } });
    for (const [day, text] of ['sick', 'vacation', 'pto', 'off'].entries()) await office.type(dana, day, text);
    const printed = await office.client.rostering.week.print.query({ locationId: office.locationId, on: monday });
    expect(printed.groups[0]?.rows[0]?.cells.slice(0, 4).map((cell) => cell.lines.map((line) => line.tail))).toEqual([
      ['off'],
      ['off'],
      ['off'],
      ['off'],
    ]);
    expect(JSON.stringify(printed)).not.toMatch(/sick|vacation|pto|23\.?45|planned|contract/i);
  });

  it('refuses a version that was overtaken and never gives a number twice', async () => {
    const office = await openTestPractice();
    const publish = (replaces: string | null) =>
      office.client.rostering.week.publish.mutate({ locationId: office.locationId, on: monday, replaces });
    const first = await publish(null);
    expect(await refusalOf(publish(null))).toMatchObject({ code: 'conflict' });
    await office.client.history.undo.mutate({ changeSetId: first.changeSet?.id ?? '' });
    expect((await publish(null)).publication.label).toBe('L-2');
  });
});

describe('a sheet', () => {
  it('is put into the week: known names, new people, and text that stays', async () => {
    const office = await openTestPractice();
    const bob = await office.addPerson('Robert Smith');
    const text =
      'Name\tJob\tMon\tTue\tWed\tThu\tFri\nSmith, Bob\tFront desk\t8-5\t8-5 EAST\toff\t\t8-12\nNew, Nina\tmedical assistant\t7:30-4\t7:30-4\t7:30-4\tpto\t\n';
    const input = { locationId: office.locationId, on: monday, source: { text } };
    const preview = await office.client.rostering.sheet.preview.query(input);
    expect(preview.counts).toEqual({ known: 1, created: 1, shifts: 5, timeOff: 2, keptAsText: 1 });
    expect(await office.client.people.list.query()).toHaveLength(1);
    const { changeSet } = await office.client.rostering.sheet.commit.mutate(input);
    expect(await office.texts(bob)).toEqual(['8-5', '8-5 EAST', 'off', '', '8-12']);
    const people = await office.client.people.list.query();
    expect(people.map((person) => person.name)).toEqual(['Robert Smith', 'Nina New']);
    expect(people[1]).toMatchObject({
      contractMinutes: [450, 450, 450, 480, 0, 0, 0],
      positions: [{ positionId: office.positions['MA'], level: 'primary' }],
    });
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await office.texts(bob)).toEqual(['', '', '', '', '']);
    expect(await office.client.people.list.query()).toHaveLength(1);
  });
});
