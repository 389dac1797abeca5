import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestPractice } from '../../support/practice.builder.ts';
import { openTestApp, refusalOf } from '../../support/test-app.ts';

async function emptyOffice() {
  const test = await openTestApp();
  onTestFinished(test.close);
  return test;
}

describe('setting up', () => {
  it('asks for a name only and takes defaults for the rest', async () => {
    const { client } = await emptyOffice();
    expect(await client.practice.get.query()).toBeNull();
    await client.practice.setUp.mutate({ practice: { name: 'Elm Street Clinic' } });
    const practice = await client.practice.get.query();
    expect(practice).toMatchObject({
      practice: { name: 'Elm Street Clinic', weekStartsOn: 1, clock: '12', paper: 'letter', mealAfterMinutes: 360, mealMinutes: 60 },
      locations: [{ name: 'Main office', hoursText: 'Mon–Fri 8–5' }],
      computerLetter: 'L',
      today: '2026-11-23',
    });
    expect(practice?.positions.map((position) => position.code)).toEqual(['PR', 'FD', 'MA', 'RN', 'XR', 'LB', 'BL', 'CD']);
  });

  it('puts the pasted sheet into the week, all in one', async () => {
    const { client } = await emptyOffice();
    const input = {
      practice: { name: 'Elm Street Clinic' },
      hours: 'Mon-Fri 8-5:30',
      weekOn: '2026-11-30',
      sheet: 'Name,Job,Mon,Tue\nDr. Lee,provider,8-12,8-12\nMaria Alvarez,front desk,7:30-4,8-4ish\n',
    };
    const preview = await client.practice.setUpPreview.query(input);
    expect(preview).toMatchObject({
      hours: { ok: true, text: 'Mon–Fri 8–5:30' },
      staff: { counts: { created: 2, shifts: 3, keptAsText: 1 } },
      nextHoliday: 'Thanksgiving, Thu Nov 26',
    });
    expect(preview.week?.groups.map((group) => group.code)).toEqual(['PR', 'FD']);
    expect(await client.practice.get.query()).toBeNull();
    const { locationId, weekOn } = await client.practice.setUp.mutate(input);
    const week = await client.rostering.week.get.query({ locationId, on: weekOn });
    expect(week.groups.flatMap((group) => group.rows.map((row) => [row.name, row.cells[0]?.text, row.cells[1]?.text]))).toEqual([
      ['Dr. Lee', '8-12', '8-12'],
      ['Maria Alvarez', '7:30-4', '8-4ish'],
    ]);
  });

  it('previews what is still wrong, and refuses it without half a practice', async () => {
    const { client } = await emptyOffice();
    const input = { practice: { name: 'Elm Street Clinic' }, hours: 'whenever' };
    expect(await client.practice.setUpPreview.query(input)).toMatchObject({ hours: { ok: false, message: expect.stringMatching(/./) } });
    expect(await refusalOf(client.practice.setUp.mutate(input))).toMatchObject({
      code: 'invalid_input',
      fields: { hours: expect.stringMatching(/./) },
    });
    expect(await client.practice.get.query()).toBeNull();
  });

  it('takes a staff list with headings, from a file of any kind', async () => {
    const { client, app } = await emptyOffice();
    const bytes = new TextEncoder().encode(
      'Employee;Title;Hrs/wk;Cell\n"Lee, Ana";medical assistant;32;555-0111\nOwen Blake;front desk;40;\n',
    );
    const put = await app.transport.putFile({ name: 'staff.csv', bytes });
    const { text } = await client.practice.readStaff.query({ file: put.ok ? String(put.data) : '' });
    const input = { practice: { name: 'Elm Street Clinic' }, hours: 'Mon-Fri 8-5, Sat 8-12', sheet: text };
    expect((await client.practice.setUpPreview.query(input)).staff?.counts).toMatchObject({ created: 2, shifts: 0 });
    await client.practice.setUp.mutate(input);
    const people = await client.people.list.query();
    expect(people.map((person) => [person.name, person.phone, person.contractMinutes])).toEqual([
      ['Ana Lee', '555-0111', [384, 384, 384, 384, 384, 0, 0]],
      ['Owen Blake', '', [480, 480, 480, 480, 480, 0, 0]],
    ]);
  });

  it('names the lines of a list that it cannot take, in the preview and in its answer', async () => {
    const { client } = await emptyOffice();
    const sheet = 'Name\tHours\tBadge\nDana Reed\t40\t17\nBo Smith\tforty\t18\n\t20\t19\n';
    const input = { practice: { name: 'Elm Street Clinic' }, sheet };
    const { staff } = await client.practice.setUpPreview.query(input);
    expect(staff?.counts.created).toBe(1);
    expect(staff?.unreadColumns).toEqual(['Badge']);
    expect(staff?.leftOut).toMatchObject([
      { line: 3, name: 'Bo Smith', reasons: [expect.stringContaining('forty')] },
      { line: 4, name: '', reasons: ['There is no name on this line.'] },
    ]);
    const { leftOut } = await client.practice.setUp.mutate(input);
    expect(leftOut).toEqual(staff?.leftOut);
    expect((await client.people.list.query()).map((person) => person.name)).toEqual(['Dana Reed']);
  });

  it('names the lines of a sheet that it takes for totals and notes', async () => {
    const { client } = await emptyOffice();
    const sheet = 'Week of Nov 23\t\t\nName\tMon\tTue\nDana Reed\t8-5\t8-5\nTotal\t9\t9\n';
    const { staff } = await client.practice.setUpPreview.query({ practice: { name: 'Elm Street Clinic' }, sheet });
    expect(staff).toMatchObject({ counts: { created: 1, shifts: 2 }, leftOut: [], skipped: [{ line: 1 }, { line: 4, text: 'Total 9 9' }] });
  });

  it('says of a cell that is too long how much of it is kept', async () => {
    const { client } = await emptyOffice();
    const sheet = `Name\tMon\nDana Reed\t${'ask Petra '.repeat(30)}\n`;
    const { staff } = await client.practice.setUpPreview.query({ practice: { name: 'Elm Street Clinic' }, sheet });
    expect(staff?.unread).toMatchObject([{ line: 2, reason: expect.stringMatching(/Only its first 200 characters are kept\.$/) }]);
  });

  it('begins with the positions that are given, each with a code of its own', async () => {
    const { client } = await emptyOffice();
    const positions = [
      { name: 'Reception', code: 'RC', colour: 'fd' as const },
      { name: 'Hygiene', code: 'hy', colour: 'rn' as const },
    ];
    const input = { practice: { name: 'Elm Street Clinic' }, positions };
    expect((await client.practice.setUpPreview.query(input)).positions.map((position) => position.code)).toEqual(['RC', 'HY']);
    const twice = client.practice.setUp.mutate({ ...input, positions: positions.map((position) => ({ ...position, code: 'RC' })) });
    expect(await refusalOf(twice)).toMatchObject({ code: 'invalid_input', fields: { positions: expect.stringContaining('RC') } });
    await client.practice.setUp.mutate(input);
    expect((await client.practice.get.query())?.positions.map((position) => position.name)).toEqual(['Reception', 'Hygiene']);
  });

  it('happens once, and is the first thing of the history that can be undone', async () => {
    const office = await openTestPractice();
    const recent = await office.client.history.recent.query({ limit: 10 });
    expect(recent.map((entry) => entry.label)).toEqual(['Set up Elm Street Clinic']);
    expect(await refusalOf(office.client.practice.setUp.mutate({ practice: { name: 'Again' } }))).toMatchObject({
      code: 'rule_violation',
      rule: 'practice.once',
    });
  });
});

describe('the practice afterwards', () => {
  it('is open on the federal holidays it says, until that is undone', async () => {
    const office = await openTestPractice();
    const { practice: procedures, history } = office.client;
    const before = await procedures.get.query();
    if (!before) throw new Error('no practice');
    expect(before.holidays.find(({ id }) => id === 'thanksgiving')).toEqual({
      id: 'thanksgiving',
      name: 'Thanksgiving',
      nextOn: '2026-11-26',
    });
    const closedDays = async () => (await office.week('2026-11-26')).days.filter((day) => day.closed).map((day) => day.on);
    expect(await closedDays()).toContain('2026-11-26');
    const { changeSet } = await procedures.save.mutate({
      seen: { id: before.id, version: before.version },
      practice: { ...before.practice, closedOnHolidays: true, openHolidays: ['thanksgiving', 'columbus', 'thanksgiving'] },
    });
    expect((await procedures.get.query())?.practice.openHolidays).toEqual(['columbus', 'thanksgiving']);
    expect(await closedDays()).not.toContain('2026-11-26');
    const [entry] = await history.list.query({ subject: 'practice', ids: [before.id] });
    expect(entry?.changes).toMatchObject([{ field: 'Open on', from: '', to: 'Columbus Day, Thanksgiving' }]);
    await history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await closedDays()).toContain('2026-11-26');
  });

  it('changes hours of a location and keeps what stays', async () => {
    const office = await openTestPractice();
    const practice = await office.client.practice.get.query();
    const location = practice?.locations[0];
    if (!location) throw new Error('no location');
    const { id, version, name, timeZone } = location;
    const read = await office.client.practice.hours.read.query({ text: 'Mon-Thu 8-5, Sat 9-1' });
    await office.client.practice.location.save.mutate({
      seen: { id, version },
      location: { name, timeZone, openingHours: read.openingHours },
    });
    expect((await office.client.practice.get.query())?.locations[0]?.hoursText).toBe('Mon–Thu 8–5, Sat 9–1');
    const stale = office.client.practice.location.save.mutate({
      seen: { id, version },
      location: { name: 'Other', timeZone, openingHours: [] },
    });
    expect(await refusalOf(stale)).toMatchObject({ code: 'conflict' });
  });

  it('keeps positions apart by their code, and those that people have', async () => {
    const office = await openTestPractice();
    await office.addPerson('Dana Whitfield');
    const save = office.client.practice.position.save.mutate({ position: { name: 'Float', code: 'fd', colour: 'lb' } });
    expect(await refusalOf(save)).toMatchObject({
      code: 'invalid_input',
      fields: { 'position.code': expect.stringContaining('Front desk') },
    });
    const position = (await office.client.practice.get.query())?.positions.find((one) => one.code === 'FD');
    const archive = office.client.practice.position.archive.mutate({ seen: { id: position?.id ?? '', version: position?.version ?? 0 } });
    expect(await refusalOf(archive)).toMatchObject({ code: 'rule_violation', rule: 'position.in_use' });
  });

  it('orders positions, and the schedule follows', async () => {
    const office = await openTestPractice();
    await office.addPerson('Dana Whitfield', { code: 'FD' });
    await office.addPerson('Lee Carter', { code: 'MA' });
    const codes = async () => (await office.week()).groups.map((group) => group.code);
    expect(await codes()).toEqual(['FD', 'MA']);
    await office.client.practice.position.order.mutate({ ids: [office.positions['MA'] ?? ''] });
    expect(await codes()).toEqual(['MA', 'FD']);
  });

  it('keeps its only location', async () => {
    const office = await openTestPractice();
    const location = (await office.client.practice.get.query())?.locations[0];
    const archive = office.client.practice.location.archive.mutate({ seen: { id: location?.id ?? '', version: location?.version ?? 0 } });
    expect(await refusalOf(archive)).toMatchObject({ code: 'rule_violation', rule: 'location.last' });
  });
});
