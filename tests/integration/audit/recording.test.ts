import { describe, expect, it } from 'vitest';
import { openTestPractice, type TestPractice } from '../../support/practice.builder.ts';

/** The record, oldest first. */
async function entries(office: TestPractice): Promise<[string, string][]> {
  const { entries: newest } = await office.client.audit.list.query({});
  return newest.toReversed().map(({ kind, detail }) => [kind, detail]);
}

const order = { suggestedName: 'Week of Nov 30', paper: 'letter' } as const;

describe('what comes into the access record', () => {
  it('prints, and PDFs that were saved', async () => {
    const office = await openTestPractice();
    await office.client.system.print.mutate(order);
    await office.client.system.printedByBrowser.mutate(order);
    // This host's PDF ends with nothing saved.
    await office.client.system.savePdf.mutate(order);
    expect(await entries(office)).toEqual([
      ['print', 'Printed Week of Nov 30'],
      ['print', 'Opened the browser’s print dialog for Week of Nov 30'],
    ]);
  });

  it('imports, in the same change set as the people, who can still be undone', async () => {
    const office = await openTestPractice();
    const changeSet = await new Promise<{ id: string; label: string } | null>((resolve, reject) => {
      office.client.people.import.commit.subscribe(
        { source: { text: 'Name,Job\nDana Whitfield,Front desk\nLee Carter,Nurse\n' } },
        { onData: (message) => message.kind === 'result' && resolve(message.result.changeSet), onError: reject },
      );
    });
    expect(changeSet?.label).toBe('Import 2 people');
    await office.client.history.undo.mutate({ changeSetId: changeSet?.id ?? '' });
    expect(await office.client.people.list.query()).toEqual([]);
    expect(await entries(office)).toEqual([['import', 'Import 2 people']]);
    const labels = (await office.client.history.recent.query({ limit: 10 })).map((entry) => entry.label);
    expect(labels).toEqual(['Undo: Import 2 people', 'Import 2 people', 'Set up Elm Street Clinic']);
  });

  it('not what was refused', async () => {
    const office = await openTestPractice();
    const answer = await office.app.transport.request({ type: 'mutation', path: 'system.print', input: { ...order, paper: 'a5' } });
    expect(answer.ok).toBe(false);
    expect(await entries(office)).toEqual([]);
  });

  it('looks at pay: each person once an hour, the list once, and nothing where there is no pay', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    const lee = await office.addPerson('Lee Carter');
    await office.client.people.list.query();
    await office.client.people.get.query({ id: lee });
    expect(await entries(office)).toEqual([]);
    await office.client.people.payRate.save.mutate({ personId: dana, payRate: { effectiveOn: '2026-01-01', centsPerHour: 2450 } });
    for (let time = 0; time < 3; time += 1) {
      await office.client.people.get.query({ id: dana });
      await office.client.people.list.query();
      await office.client.history.list.query({ subject: 'person', ids: [dana, lee] });
    }
    expect(await entries(office)).toEqual([
      ['view_confidential', 'Looked at the pay of Dana Whitfield'],
      ['view_confidential', 'Looked at everyone’s pay'],
    ]);
  });

  it('looks at pay in the preview of an import, where it stands beside the new one', async () => {
    const office = await openTestPractice();
    const dana = await office.addPerson('Dana Whitfield');
    await office.client.people.payRate.save.mutate({ personId: dana, payRate: { effectiveOn: '2026-01-01', centsPerHour: 2450 } });
    await office.client.people.import.preview.query({ source: { text: 'Name,Phone\nDana Whitfield,555-0100\n' } });
    expect(await entries(office)).toEqual([]);
    const { rows } = await office.client.people.import.preview.query({ source: { text: 'Name,Pay Rate\nDana Whitfield,26.00\n' } });
    expect(rows[0]?.changes).toEqual([{ field: expect.any(String), from: expect.stringContaining('24.50'), to: expect.anything() }]);
    expect(await entries(office)).toEqual([['view_confidential', 'Looked at pay in the preview of an import']]);
  });

  it('nothing in the history, and no topic but its own', async () => {
    const office = await openTestPractice();
    const heard: unknown[] = [];
    const subscription = office.client.system.changes.subscribe(undefined, { onData: (event) => heard.push(event) });
    await office.client.system.print.mutate(order);
    await expect.poll(() => heard).toEqual([{ topics: ['audit'] }]);
    subscription.unsubscribe();
    const labels = (await office.client.history.recent.query({ limit: 10 })).map((entry) => entry.label);
    expect(labels).toEqual(['Set up Elm Street Clinic']);
  });
});
