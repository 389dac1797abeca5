import type {
  CellEntry,
  CoverageCell,
  Problem,
  Standing,
  WeekCell,
  WeekChange,
  WeekDay,
  WeekGroup,
  WeekRow,
  WeekView,
} from '../../preload/contract/rostering/week-view.ts';
import type { PositionColour } from '../../preload/contract/practice/practice.ts';

/** Options of a week made for the grid; all have defaults. */
export interface WeekViewOptions {
  /** People on the grid; the usual sizes are 0, 5, 24 and 80. */
  readonly people?: number;
  /** False leaves out shifts, problems and changes: a week nobody has typed into yet. */
  readonly filled?: boolean;
}

const givenNames = ['Anneke', 'Bilal', 'Corinne', 'Dario', 'Esi', 'Farah', 'Gideon', 'Hattie', 'Ingrid', 'Jovan', 'Katja', 'Lamar', 'Mireille', 'Nadia', 'Orla', 'Pavel', 'Quinn', 'Rhea', 'Stellan', 'Tova']; // prettier-ignore
const familyNames = ['Abbott', 'Birch', 'Castellano', 'Dufresne', 'Ekström', 'Farrow', 'Grady', 'Halloran', 'Ibarra', 'Jessup', 'Kowal', 'Lockhart', 'Mbeki', 'Norwood']; // prettier-ignore

interface Job {
  readonly code: string;
  readonly name: string;
  readonly colour: PositionColour;
  readonly notes: readonly string[];
  readonly share: number;
}
const jobs: readonly Job[] = [
  { code: 'FD', name: 'Front desk', colour: 'fd', notes: ['Desk 1', 'Desk 2', 'Phones', 'Desk 3'], share: 5 },
  { code: 'MA', name: 'Medical assistants', colour: 'ma', notes: ['Pod A', 'Pod B', 'Lab', 'Float'], share: 8 },
  { code: 'RN', name: 'Nurses', colour: 'rn', notes: ['', 'Triage', 'Vaccines'], share: 3 },
  { code: 'XR', name: 'X-ray', colour: 'xr', notes: ['Room 1', 'Room 2'], share: 2 },
  { code: 'BL', name: 'Billing', colour: 'bl', notes: [''], share: 3 },
  { code: 'CD', name: 'Coding', colour: 'cd', notes: ['Home', ''], share: 3 },
];

/** The id of something in a fixture: the kind's letter digit and its number. */
export const fixtureId = (kind: number, number: number): string =>
  `01930000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;

const days: readonly WeekDay[] = [
  { on: '2026-11-23', weekday: 1, head: 'Mon 23', hours: '8–5', closed: false, today: true },
  { on: '2026-11-24', weekday: 2, head: 'Tue 24', hours: '8–5', closed: false, today: false },
  { on: '2026-11-25', weekday: 3, head: 'Wed 25', hours: '8–5', closed: false, today: false },
  { on: '2026-11-26', weekday: 4, head: 'Thu 26', hours: 'Thanksgiving', closed: true, today: false },
  { on: '2026-11-27', weekday: 5, head: 'Fri 27', hours: '8–5', closed: false, today: false },
  { on: '2026-11-28', weekday: 6, head: 'Sat 28', hours: '8–12', closed: false, today: false },
];

const emptyCell: WeekCell = { entries: [], text: '', changed: false, credit: '' };
const closedColumn = 3;

interface Typed {
  readonly start: string;
  readonly end: string;
  /** Minutes after the meal. */
  readonly minutes: number;
}
const times: readonly Typed[] = [
  { start: '8', end: '5', minutes: 480 },
  { start: '8', end: '5', minutes: 480 },
  { start: '7:30', end: '4:30', minutes: 480 },
  { start: '9', end: '6', minutes: 480 },
  { start: '7', end: '4', minutes: 480 },
];
const hoursText = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/** A shift as a cell holds it. */
export const shiftEntry = (over: Partial<Extract<CellEntry, { kind: 'shift' }>> = {}): CellEntry => ({
  kind: 'shift',
  id: fixtureId(3, 1),
  version: 1,
  start: '8',
  end: '5',
  positionId: fixtureId(1, 0),
  code: '',
  note: '',
  elsewhere: '',
  ...over,
});

/** A cell that holds the entries, with the text that gives them again. */
export const weekCell = (text: string, entries: readonly CellEntry[], over: Partial<WeekCell> = {}): WeekCell => ({
  ...emptyCell,
  text,
  entries,
  ...over,
});

interface Made {
  readonly row: WeekRow;
  readonly minutes: readonly number[];
  readonly credited: number;
  readonly contract: number;
}

function standingOf(planned: number, contract: number): Standing {
  if (contract === 0) return 'none';
  const difference = planned - contract;
  if (Math.abs(difference) <= 30) return 'within';
  if (Math.abs(difference) <= 60) return difference < 0 ? 'near_under' : 'near_over';
  return difference < 0 ? 'far_under' : 'far_over';
}

function makeCell(index: number, column: number, job: Job, jobIndex: number): { cell: WeekCell; minutes: number; credited: number } {
  const id = fixtureId(3, index * 10 + column + 1);
  const positionId = fixtureId(1, jobIndex);
  const note = job.notes[index % job.notes.length] ?? '';
  const shift = (time: Typed, over: Partial<Extract<CellEntry, { kind: 'shift' }>> = {}): CellEntry =>
    shiftEntry({ id, start: time.start, end: time.end, positionId, note, ...over });
  if (column === closedColumn) return { cell: { ...emptyCell, credit: '8 h' }, minutes: 0, credited: 480 };
  if (column === 5) {
    if (index % 6 !== 1) return { cell: emptyCell, minutes: 0, credited: 0 };
    const time = { start: '8', end: '12', minutes: 240 };
    return { cell: weekCell('8-12', [shift(time)]), minutes: 240, credited: 0 };
  }
  const usual = times[index % times.length] ?? { start: '8', end: '5', minutes: 480 };
  const pattern = index * 7 + column * 3;
  if (pattern % 41 === 3) {
    const entry: CellEntry = { kind: 'time_off', id, version: 1, label: 'Vacation', hours: '8 h' };
    return { cell: weekCell('vacation 8h', [entry], { changed: column === 1 }), minutes: 0, credited: 480 };
  }
  if (pattern % 67 === 12) {
    const entry: CellEntry = { kind: 'unread', id, version: 1, text: '8-5 EAST', reason: 'EAST is neither a position nor a time.' };
    return { cell: weekCell('8-5 EAST', [entry]), minutes: 0, credited: 0 };
  }
  if (pattern % 53 === 17) {
    const two = [
      shift({ start: '7:30', end: '12', minutes: 270 }),
      shift({ start: '1', end: '5', minutes: 240 }, { id: fixtureId(4, index) }),
    ];
    return { cell: weekCell('7:30-12, 1-5', two), minutes: 510, credited: 0 };
  }
  if (pattern % 59 === 23)
    return { cell: weekCell('', [shift(usual, { elsewhere: 'Northside', note: '' })]), minutes: usual.minutes, credited: 0 };
  if (pattern % 61 === 30) {
    const over = { code: 'BL', positionId: fixtureId(1, 4), note: '' };
    return {
      cell: weekCell('1-5 BL', [shift({ start: '1', end: '5', minutes: 240 }, over)], { changed: true }),
      minutes: 240,
      credited: 0,
    };
  }
  if ((index + column) % 9 === 8) return { cell: emptyCell, minutes: 0, credited: 0 };
  const text = `${usual.start}-${usual.end}${note === '' ? '' : ` ${note}`}`;
  return { cell: weekCell(text, [shift(usual)]), minutes: usual.minutes, credited: 0 };
}

function makeRow(index: number, job: Job, jobIndex: number, filled: boolean): Made {
  const made = days.map((_, column) => (filled ? makeCell(index, column, job, jobIndex) : { cell: emptyCell, minutes: 0, credited: 0 }));
  const minutes = made.map((one) => one.minutes);
  const credited = made.reduce((sum, one) => sum + one.credited, 0);
  const planned = minutes.reduce((sum, one) => sum + one, 0) + credited;
  const contract = index % 11 === 5 ? planned + 60 : index % 13 === 6 ? Math.max(planned - 240, 240) : planned === 0 ? 2400 : planned;
  return {
    row: {
      personId: fixtureId(2, index),
      name: `${givenNames[index % givenNames.length]} ${familyNames[(index * 3) % familyNames.length]}`,
      planned: hoursText(planned),
      contract: hoursText(contract),
      standing: standingOf(planned, contract),
      cells: made.map((one) => one.cell),
    },
    minutes,
    credited,
    contract,
  };
}

function coverageOf(rows: readonly Made[], jobIndex: number, filled: boolean): CoverageCell[] {
  return days.map((day, column) => {
    const planned = rows.filter((made) => (made.minutes[column] ?? 0) > 0).length;
    if (day.closed || !filled || (column === 5 && planned === 0)) return { planned, needed: 0, short: false, band: '' };
    const short = (jobIndex === 0 && column === 1) || (jobIndex === 1 && column === 2);
    return { planned, needed: planned + (short ? 1 : 0), short, band: short ? '12–1' : '' };
  });
}

function sharesOf(people: number): readonly number[] {
  const total = jobs.reduce((sum, job) => sum + job.share, 0);
  const shares = jobs.map((job) => Math.floor((people * job.share) / total));
  for (let at = 0; shares.reduce((sum, one) => sum + one, 0) < people; at++)
    shares[at % shares.length] = (shares[at % shares.length] ?? 0) + 1;
  return shares;
}

function problemsOf(groups: readonly WeekGroup[]): Problem[] {
  const found: Problem[] = [];
  const add = (rule: string, severity: Problem['severity'], letter: string, cell: Problem['cell'], subject: string, text: string): void => {
    found.push({ key: `${rule}:${cell.personId ?? cell.positionId}:${cell.on}`, rule, severity, letter, cell, subject, text });
  };
  for (const group of groups) {
    group.coverage.forEach((cover, column) => {
      if (!cover.short) return;
      const cell = { personId: null, positionId: group.positionId, on: days[column]?.on ?? '' };
      const subject = `${days[column]?.head.slice(0, 3)} ${cover.band}:`;
      add('coverage.minimum', 'must_fix', 'S', cell, subject, `${group.name.toLowerCase()} needs ${cover.needed}, has ${cover.planned}.`);
    });
    for (const row of group.rows) {
      row.cells.forEach((cell, column) => {
        const at = { personId: row.personId, positionId: null, on: days[column]?.on ?? '' };
        if (cell.entries.some((entry) => entry.kind === 'unread'))
          add('entry.unread', 'look', '?', at, `${row.name}:`, '“8-5 EAST” could not be read.');
      });
      if (row.standing === 'far_over') {
        const column = row.cells.findLastIndex((cell) => cell.entries.some((entry) => entry.kind === 'shift'));
        const at = { personId: row.personId, positionId: null, on: days[column]?.on ?? '' };
        add('overtime.weekly', 'look', 'O', at, row.name, `works 44 h: 4 h overtime.`);
      }
    }
  }
  return found;
}

/** A whole week as main would answer it: sums add up, the same every time. */
export function weekView({ people = 24, filled = true }: WeekViewOptions = {}): WeekView {
  let next = 0;
  const all: Made[] = [];
  const groups: WeekGroup[] = [];
  sharesOf(people).forEach((count, jobIndex) => {
    const job = jobs[jobIndex];
    if (job === undefined || count === 0) return;
    const made = Array.from({ length: count }, () => makeRow(next++, job, jobIndex, filled));
    all.push(...made);
    groups.push({
      positionId: fixtureId(1, jobIndex),
      code: job.code,
      name: job.name,
      colour: job.colour,
      coverage: coverageOf(made, jobIndex, filled),
      rows: made.map((one) => one.row),
    });
  });
  const perDay = days.map((_, column) => all.reduce((sum, made) => sum + (made.minutes[column] ?? 0), 0));
  const worked = perDay.reduce((sum, one) => sum + one, 0);
  const credited = all.reduce((sum, made) => sum + made.credited, 0);
  const contract = all.reduce((sum, made) => sum + made.contract, 0);
  const open = filled && people > 0;
  const openEntry = shiftEntry({ id: fixtureId(5, 1), start: '8', end: '4:30', code: 'MA', positionId: fixtureId(1, 1) });
  const first = groups[0]?.rows[0];
  const changes: WeekChange[] =
    open && first !== undefined
      ? [
          { personId: first.personId, on: '2026-11-24', subject: `${first.name}, Tue Nov 24`, from: '8–5', to: 'off' },
          { personId: null, on: '2026-11-25', subject: 'Open shift, Wed Nov 25', from: '', to: '8–4:30' },
        ]
      : [];
  return {
    locationId: fixtureId(0, 1),
    from: '2026-11-23',
    to: '2026-11-29',
    title: 'Nov 23–29, 2026',
    weekNumber: 48,
    days,
    openCells: days.map((_, column) => (open && column === 2 ? weekCell('8-4:30 MA', [openEntry]) : emptyCell)),
    groups,
    totals: {
      days: perDay.map(hoursText),
      worked: hoursText(worked),
      credited: hoursText(credited),
      planned: hoursText(worked + credited),
      contract: hoursText(contract),
      overtime: open ? '4' : '0',
      openCount: open ? 1 : 0,
      openHours: open ? '7.5' : '0',
    },
    problems: filled ? problemsOf(groups) : [],
    published: filled ? { id: fixtureId(6, 1), label: 'L-30', publishedAt: '2026-11-20T15:00:00Z', actor: 'local' } : null,
    nextLabel: filled ? 'L-31' : 'L-30',
    changes,
    note: null,
  };
}
