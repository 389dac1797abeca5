import { describe, expect, it } from 'vitest';
import { monday, openTestPractice, type TestPractice } from '../../support/practice.builder.ts';
import { refusalOf } from '../../support/test-app.ts';

const commit = (
  office: TestPractice,
  input: Parameters<TestPractice['client']['people']['import']['preview']['query']>[0] & { skipRefused?: boolean },
) =>
  new Promise<{ changeSet: { id: string; label: string } | null; counts: object }>((resolve, reject) => {
    office.client.people.import.commit.subscribe(input, {
      onData: (message) => message.kind === 'result' && resolve(message.result),
      onError: reject,
    });
  });

const names = async (office: TestPractice) => (await office.client.people.list.query()).map((person) => person.name);

const rate = (effectiveOn: string, centsPerHour: number) => ({ payRate: { effectiveOn, centsPerHour } });

describe('a person', () => {
  it('keeps positions, contract, dates and dated pay', async () => {
    const office = await openTestPractice();
    const id = await office.addPerson('Dana Whitfield', { activeFrom: '2025-03-01', phone: '555-0100' });
    const pay = { effectiveOn: '2026-01-01', centsPerHour: 2450 };
    await office.client.people.payRate.save.mutate({ personId: id, payRate: pay });
    const person = await office.client.people.get.query({ id });
    expect(person).toMatchObject({ name: 'Dana Whitfield', weeklyMinutes: 2400, activeFrom: '2025-03-01', payRates: [pay] });
    expect(await refusalOf(office.client.people.payRate.save.mutate({ personId: id, payRate: { ...pay, centsPerHour: 1 } }))).toMatchObject(
      {
        code: 'invalid_input',
        fields: { 'payRate.effectiveOn': expect.stringContaining('already') },
      },
    );
  });

  it('and their pay are saved as one change, all of it or nothing, and undone at once', async () => {
    const office = await openTestPractice();
    const { people, history } = office.client;
    const person = { givenName: 'Dana', familyName: 'Whitfield' };
    const { id } = await people.save.mutate({ person, payRates: { save: [rate('2025-01-01', 2300), rate('2026-01-01', 2450)] } });
    const before = await people.get.query({ id });
    expect(before.payRates?.map(({ centsPerHour }) => centsPerHour)).toEqual([2450, 2300]);
    const [newer, older] = before.payRates ?? [];
    if (!newer || !older) throw new Error('no rates');
    const seen = { id, version: before.version };
    const swapped = [
      { seen: { id: newer.id, version: newer.version }, ...rate('2025-01-01', 2450) },
      { seen: { id: older.id, version: older.version }, ...rate('2026-01-01', 2300) },
    ];
    const { changeSet } = await people.save.mutate({ seen, person: { ...person, phone: '555-0100' }, payRates: { save: swapped } });
    expect(await people.get.query({ id })).toMatchObject({ phone: '555-0100', payRates: [{ centsPerHour: 2300 }, { centsPerHour: 2450 }] });
    await history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await people.get.query({ id })).toMatchObject({ phone: '', payRates: [{ centsPerHour: 2450 }, { centsPerHour: 2300 }] });

    const now = await people.get.query({ id });
    const twice = people.save.mutate({
      seen: { id, version: now.version },
      person: { ...person, phone: '555-0199' },
      payRates: { save: [rate('2026-01-01', 9900)] },
    });
    expect(await refusalOf(twice)).toMatchObject({ code: 'invalid_input', fields: { payRates: expect.stringContaining('already') } });
    expect(await people.get.query({ id })).toEqual(now);
    expect(await refusalOf(people.save.mutate({ payRates: { save: [rate('2026-05-01', 1)] } }))).toMatchObject({
      fields: { person: expect.any(String) },
    });
  });

  it('changes pay alone, whoever changed the rest meanwhile', async () => {
    const office = await openTestPractice();
    const id = await office.addPerson('Dana Whitfield');
    const { version } = await office.client.people.get.query({ id });
    const payRates = { save: [{ payRate: { effectiveOn: '2026-01-01', centsPerHour: 2450 } }] };
    const { changeSet } = await office.client.people.save.mutate({ seen: { id, version: version + 5 }, payRates });
    expect(changeSet?.label).toBe('Change pay rates');
    expect(await office.client.people.get.query({ id })).toMatchObject({ version, payRates: [{ centsPerHour: 2450 }] });
  });

  it('is refused with what is wrong, field by field', async () => {
    const office = await openTestPractice();
    const wrong = { activeFrom: '2026-05-01', activeTo: '2026-04-01', homeLocationId: '01900000-0000-7000-8000-ffffffffffff' };
    const refusal = await refusalOf(office.addPerson('Dana Whitfield', wrong));
    expect(Object.keys(refusal.fields ?? {}).toSorted()).toEqual(['person.activeTo', 'person.homeLocationId']);
    expect(await names(office)).toEqual([]);
  });

  it('is archived, not deleted: shifts that name them are found, undo brings them back', async () => {
    const office = await openTestPractice();
    const id = await office.addPerson('Dana Whitfield');
    await office.type(id, 0, '8-5');
    const { version } = await office.client.people.get.query({ id });
    const { changeSet } = await office.client.people.archive.mutate({ people: [{ id, version }] });
    expect(await names(office)).toEqual([]);
    expect((await office.week()).problems).toMatchObject([{ rule: 'employment.dates', cell: { personId: id, on: monday } }]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await names(office)).toEqual(['Dana Whitfield']);
    expect((await office.week()).problems).toEqual([]);
  });

  it('shows who changed what, and undoes only what nobody changed since', async () => {
    const office = await openTestPractice();
    const id = await office.addPerson('Dana Whitfield');
    const save = async (phone: string) => {
      const {
        payRates: _rates,
        name: _name,
        weeklyMinutes: _minutes,
        id: _id,
        version,
        ...person
      } = await office.client.people.get.query({ id });
      return office.client.people.save.mutate({ seen: { id, version }, person: { ...person, phone } });
    };
    const first = await save('555-0101');
    await save('555-0102');
    const history = await office.client.history.list.query({ subject: 'person', ids: [id] });
    expect(history.map((entry) => [entry.label, entry.changes])).toMatchObject([
      ['Change Dana Whitfield', [{ field: 'Phone', from: '555-0101', to: '555-0102' }]],
      ['Change Dana Whitfield', [{ field: 'Phone', from: '', to: '555-0101' }]],
      ['Add Dana Whitfield', expect.anything()],
    ]);
    const refusal = await refusalOf(office.client.history.undo.mutate({ changeSetId: first.changeSet?.id ?? '' }));
    expect(refusal).toMatchObject({ code: 'conflict', message: expect.stringContaining('This computer changed it since') });
  });

  it('is found by name, nickname, accent-free and by position, with the next shifts', async () => {
    const office = await openTestPractice();
    const id = await office.addPerson('Tomás Rivera', { nickname: 'Tommy' });
    await office.type(id, 0, '8-4:30');
    for (const text of ['tomas', 'riv', 'tommy', 'FD tomás']) {
      const found = await office.client.search.find.query({ text });
      expect(
        found.people.map((person) => person.id),
        text,
      ).toEqual([id]);
      expect(found.shifts, text).toMatchObject([{ day: 'Mon Nov 30', hours: '8–4:30', positionCode: 'FD' }]);
    }
    expect(await office.client.search.find.query({ text: 'zzz' })).toEqual({ people: [], shifts: [], items: [], vendors: [] });
  });
});

describe('importing people', () => {
  const csv =
    'Name;Job;Hours;Phone;Rate;Start\n"Whitfield, Dana";front desk;40;555-0100;$24.50;03/01/2025\nLee Carter;medical assistant;32;;22;2024-11-05\n;nobody;;;;\n\n';

  it('previews row by row, then imports all or nothing, undone in one', async () => {
    const office = await openTestPractice();
    const preview = await office.client.people.import.preview.query({ source: { text: csv } });
    expect(preview.counts).toEqual({ create: 2, change: 0, same: 0, refuse: 1 });
    expect(preview.rows.map((row) => [row.line, row.outcome])).toEqual([
      [2, 'create'],
      [3, 'create'],
      [4, 'refuse'],
    ]);
    expect(await refusalOf(commit(office, { source: { text: csv } }))).toMatchObject({
      code: 'rule_violation',
      rule: 'import.refused_rows',
    });
    expect(await names(office)).toEqual([]);
    const { changeSet } = await commit(office, { source: { text: csv }, skipRefused: true });
    expect(changeSet?.label).toBe('Import 2 people');
    const people = await office.client.people.list.query();
    expect(people.map((person) => [person.name, person.weeklyMinutes, person.payRates?.[0]?.centsPerHour])).toEqual([
      ['Dana Whitfield', 2400, 2450],
      ['Lee Carter', 1920, 2200],
    ]);
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await names(office)).toEqual([]);
  });

  it('changes those who are there, and nothing the second time', async () => {
    const office = await openTestPractice();
    await commit(office, { source: { text: csv }, skipRefused: true });
    const again = await office.client.people.import.preview.query({ source: { text: csv } });
    expect(again.counts).toEqual({ create: 0, change: 0, same: 2, refuse: 1 });
    const changed = await office.client.people.import.preview.query({ source: { text: 'Name,Phone\nDana Whitfield,555-9999\n' } });
    expect(changed.rows[0]?.changes).toEqual([{ field: 'Phone', from: '555-0100', to: '555-9999' }]);
  });

  it('reads a file of Windows-1252 by its handle', async () => {
    const office = await openTestPractice();
    const bytes = Uint8Array.from(
      [...'Name,Job\nTom']
        .map((letter) => letter.charCodeAt(0))
        .concat(
          [0xe1, 0x73],
          [...' Rivera,FD\n'].map((letter) => letter.charCodeAt(0)),
        ),
    );
    const put = await office.app.transport.putFile({ name: 'staff.csv', bytes });
    await commit(office, { source: { file: put.ok ? String(put.data) : '' } });
    expect(await names(office)).toEqual(['Tomás Rivera']);
  });

  it.each([
    ['a list without names', '1,2,3\n4,5,6\n', /names/i],
    ['an unclosed quote', 'Name,Job\n"Dana,FD\nLee,MA\n', /quotation mark/],
    ['nothing', '\n\n', /nothing/i],
    ['200,000 rows', `Name\n${'A B\n'.repeat(200_000)}`, /20,000/],
  ])('refuses %s in a sentence and changes nothing', async (_name, text, sentence) => {
    const office = await openTestPractice();
    expect(await refusalOf(commit(office, { source: { text } }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(sentence),
    });
    expect(await names(office)).toEqual([]);
  });

  it('takes everything back when it is cancelled', async () => {
    const office = await openTestPractice();
    const text = `Name\n${Array.from({ length: 3000 }, (_, index) => `Given${index} Family${index}`).join('\n')}\n`;
    const subscription = await new Promise<{ unsubscribe(): void }>((resolve) => {
      const running = office.client.people.import.commit.subscribe(
        { source: { text } },
        { onData: (message) => message.kind === 'progress' && resolve(running) },
      );
    });
    subscription.unsubscribe();
    expect(await names(office)).toEqual([]);
    expect((await office.client.history.recent.query({ limit: 5 })).map((entry) => entry.label)).not.toContain('Import 3000 people');
  });
});
