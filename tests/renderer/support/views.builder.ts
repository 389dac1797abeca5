import type { AccessState, SignedIn } from '../../../preload/contract/accounts/access.ts';
import type { PracticeView } from '../../../preload/contract/practice/practice.ts';
import type { SystemView } from '../../../preload/contract/system/system.ts';

/** The nth id: a UUIDv7 that is the same every time. */
export function testId(n: number): string {
  return `0193d000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** What an owner may call, as far as the screens ask. */
const everything = [
  'access.protect', 'access.recoveryKey.make', 'access.account.list', 'access.autoUnlock', 'rostering.week.get', 'rostering.week.published',
  'rostering.cells.write', 'rostering.week.publish', 'rostering.week.copy', 'rostering.week.saveNote', 'rostering.requirement.save',
  'rostering.shift.save', 'rostering.sheet.commit', 'people.list', 'people.save', 'people.import.commit', 'people.payRate.save',
  'practice.save', 'practice.location.save', 'practice.position.save', 'practice.closure.save', 'history.list', 'history.recent', 'history.undo', 'search.find',
  'audit.list', 'attachments.list', 'attachments.add', 'supplies.catalogue.item.list', 'supplies.catalogue.item.save',
  'supplies.catalogue.item.export', 'supplies.catalogue.vendor.list', 'supplies.catalogue.vendor.save',
]; // prettier-ignore

export function signedIn(changes: Partial<SignedIn> = {}): SignedIn {
  return { accountId: null, name: 'This computer', role: 'owner', mustChangePassphrase: false, hasPin: false, ...changes };
}

/** A practice that is open and has no passphrase yet. */
export function accessState(changes: Partial<AccessState> = {}): AccessState {
  return {
    stage: 'open',
    databaseOpen: true,
    protected: false,
    me: signedIn(),
    mayCall: everything,
    trouble: null,
    people: [],
    recoveryKey: 'none',
    autoUnlock: 'impossible',
    lastChange: null,
    offerProtection: false,
    demonstration: false,
    syncedBy: null,
    ...changes,
  };
}

export function systemView(changes: Partial<SystemView> = {}): SystemView {
  return {
    version: '0.1.0',
    host: { kind: 'test', print: false, pdf: false },
    computerLetter: 'L',
    protected: false,
    demonstration: false,
    actor: { name: 'You', role: 'owner' },
    queryTopics: { 'practice.get': ['practice'], 'history.list': ['history'] },
    ...changes,
  };
}

export function practiceView(changes: Partial<PracticeView> = {}): PracticeView {
  return {
    id: testId(1),
    version: 3,
    practice: {
      name: 'Harbor Family Medicine',
      timeZone: 'America/New_York',
      weekStartsOn: 1,
      workweekStartsOn: 7,
      clock: '12',
      paper: 'letter',
      mealAfterMinutes: 360,
      mealMinutes: 60,
      mealStartMinute: 720,
      closedOnHolidays: true,
      openHolidays: [],
    },
    locations: [
      {
        id: testId(2),
        version: 1,
        name: 'Downtown',
        timeZone: 'America/New_York',
        openingHours: [{ weekday: 1, startMinute: 480, lengthMinutes: 540 }],
        hoursText: 'Mon 8-5',
      },
    ],
    positions: [
      { id: testId(10), version: 1, code: 'FD', name: 'Front desk', colour: 'fd' },
      { id: testId(11), version: 1, code: 'MA', name: 'Medical assistants', colour: 'ma' },
    ],
    closures: [],
    holidays: [
      { id: 'thanksgiving', name: 'Thanksgiving', nextOn: '2026-11-26' },
      { id: 'christmas', name: 'Christmas', nextOn: '2026-12-25' },
      { id: 'new_year', name: "New Year's Day", nextOn: '2027-01-01' },
    ],
    computerLetter: 'L',
    today: '2026-11-23',
    ...changes,
  };
}
