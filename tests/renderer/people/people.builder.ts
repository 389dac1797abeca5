import type { ImportPreview, ImportRow, PersonView } from '../../../preload/contract/people/people.ts';
import { testId } from '../support/views.builder.ts';

/** A person at the front desk, 40 hours Monday to Friday, without pay. */
export function personView(changes: Partial<PersonView> = {}): PersonView {
  const contractMinutes = changes.contractMinutes ?? [480, 480, 480, 480, 480, 0, 0];
  return {
    id: testId(100),
    version: 1,
    givenName: 'Dana',
    familyName: 'Reed',
    nickname: '',
    name: 'Dana Reed',
    employmentClass: 'full_time',
    exempt: false,
    phone: '555-0142',
    homeLocationId: testId(2),
    contractMinutes,
    weeklyMinutes: contractMinutes.reduce((sum, minutes) => sum + minutes, 0),
    activeFrom: null,
    activeTo: null,
    positions: [{ positionId: testId(10), level: 'primary' }],
    payRates: [],
    ...changes,
  };
}

export function importRow(changes: Partial<ImportRow> = {}): ImportRow {
  return { line: 2, outcome: 'create', name: 'Dana Reed', reasons: [], changes: [], ...changes };
}

/** A preview of one column of names and one of hire dates; the counts are those of the rows. */
export function importPreview(rows: readonly ImportRow[], changes: Partial<ImportPreview> = {}): ImportPreview {
  const count = (outcome: ImportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    columns: [
      { index: 0, header: 'Employee', samples: ['Reed, Dana'] },
      { index: 1, header: 'Hired', samples: ['03/04/2024'] },
    ],
    mapping: { name: 0, activeFrom: 1 },
    dateOrder: 'mdy',
    rows,
    counts: { create: count('create'), change: count('change'), same: count('same'), refuse: count('refuse') },
    ...changes,
  };
}
