import type { PrintCell, PrintDay, PrintGroup, PrintLine, PrintRow, PrintWeek } from '../../preload/contract/rostering/print-week.ts';

/** Options of a week made for paper; all have defaults. */
export interface PrintWeekOptions {
  readonly people?: number;
  /** Names of three and four words. */
  readonly longNames?: boolean;
  /** Two shifts a day for every third person. */
  readonly splitShifts?: boolean;
  /** Two shifts a day for every second person, of nothing but times. */
  readonly plainSplits?: boolean;
  /** Notes that do not fit beside the times, and text that was not read. */
  readonly longText?: boolean;
  /** 24-hour times and seven days. */
  readonly wide?: boolean;
  readonly over?: Partial<PrintWeek>;
}

const givenNames = ['Abena', 'Björn', 'Camille', 'Dinesh', 'Eleni', 'Farid', 'Greta', 'Hugo', 'Imani', 'Joaquín', 'Kirsten', 'Leopold', 'Marisol', 'Nils', 'Oluchi', 'Petra', 'Ruben', 'Saoirse', 'Tadeo', 'Ursula', 'Viktor', 'Wanjiru', 'Yvonne']; // prettier-ignore
const familyNames = ['Ashby', 'Brandt', 'Calloway', 'Dembele', 'Eriksen', 'Fontaine', 'Gallagher', 'Holm', 'Iyer', 'Jaworski', 'Kessler', 'Lindgren', 'Montoya', 'Nakamura', 'Osei', 'Pruitt', 'Quigley', 'Rasmussen', 'Sorensen']; // prettier-ignore

interface Job {
  readonly code: string;
  readonly name: string;
  readonly legend: string;
  readonly tails: readonly string[];
  readonly share: number;
}
const jobs: readonly Job[] = [
  { code: 'FD', name: 'Front desk', legend: 'front desk', tails: ['Desk 1', 'Desk 2', 'Phones', ''], share: 5 },
  { code: 'MA', name: 'Medical assistants', legend: 'medical assistant', tails: ['Pod A', 'Pod B', 'Lab', 'Room 12'], share: 8 },
  { code: 'RN', name: 'Nurses', legend: 'nurse', tails: ['', 'Triage', 'Vaccines'], share: 3 },
  { code: 'XR', name: 'X-ray', legend: 'X-ray', tails: ['Room 1', 'Room 2'], share: 2 },
  { code: 'BL', name: 'Billing', legend: 'billing', tails: [''], share: 3 },
  { code: 'CD', name: 'Coding', legend: 'coding', tails: ['Home', ''], share: 3 },
];

const days: readonly PrintDay[] = [
  { on: '2026-11-23', head: 'Mon 23', hours: '', closed: null },
  { on: '2026-11-24', head: 'Tue 24', hours: '', closed: null },
  { on: '2026-11-25', head: 'Wed 25', hours: '', closed: null },
  { on: '2026-11-26', head: 'Thu 26', hours: '', closed: 'closed for Thanksgiving' },
  { on: '2026-11-27', head: 'Fri 27', hours: '', closed: null },
  { on: '2026-11-28', head: 'Sat 28', hours: '8–12', closed: null },
];
const sunday: PrintDay = { on: '2026-11-29', head: 'Sun 29', hours: '10–2', closed: null };
const thursday = 3;
const saturday = 5;

/** A shift as paper shows it. */
export const printShift = (start: string, end: string, tail = '', code = ''): PrintLine => ({
  start,
  end: `–${end}`,
  tail,
  code,
  kind: 'shift',
});
export const printOff: PrintLine = { start: '', end: '', tail: 'off', code: '', kind: 'off' };
export const printText = (tail: string): PrintLine => ({ start: '', end: '', tail, code: '', kind: 'text' });
export const printCell = (lines: readonly PrintLine[] = [], changed = false): PrintCell => ({ lines, changed });

const usual: readonly (readonly [string, string])[] = [['8', '5'], ['8', '5'], ['7:30', '4:30'], ['9', '6'], ['7', '4']]; // prettier-ignore
const usual24: readonly (readonly [string, string])[] = [['08:00', '17:00'], ['07:30', '16:30'], ['12:45', '21:15']]; // prettier-ignore

const nameOf = (index: number, long: boolean): string => {
  const given = givenNames[index % givenNames.length] ?? '';
  const family = familyNames[(index * 7) % familyNames.length] ?? '';
  if (!long) return `${given} ${family}`;
  const second = familyNames[(index * 5 + 3) % familyNames.length] ?? '';
  return index % 2 === 0 ? `${given} ${family}-${second}` : `${given} Maria ${family} ${second}`;
};

function linesOf(index: number, day: number, job: Job, options: PrintWeekOptions): readonly PrintLine[] {
  if (day === thursday) return [];
  const times = options.wide ? usual24 : usual;
  const [start, end] = times[index % times.length] ?? ['8', '5'];
  const tail = job.tails[index % job.tails.length] ?? '';
  if (day >= saturday) return index % 5 === 1 ? [printShift(options.wide ? '08:00' : '8', options.wide ? '12:00' : '12', tail)] : [];
  if ((index * 3 + day * 5) % 17 === 0) return [printOff];
  if ((index + day) % 11 === 0) return [];
  if (options.longText && (index + day) % 13 === 1) return [printText('ask Petra about the swap with Nils')];
  if (options.longText && (index + day) % 9 === 2) return [printShift(start, end, 'Vaccines and the cold-chain check')];
  if (options.plainSplits && index % 2 === 0) return [printShift('7:30', '12'), printShift('1', '5')];
  if (options.splitShifts && index % 3 === 0) return [printShift('7:30', '12', tail), printShift('1', '5')];
  return [printShift(start, end, tail, (index + day) % 19 === 3 ? 'LB' : '')];
}

function rowOf(index: number, job: Job, week: readonly PrintDay[], options: PrintWeekOptions): PrintRow {
  return {
    personId: `01930000-0000-7000-8002-${index.toString(16).padStart(12, '0')}`,
    name: nameOf(index, options.longNames ?? false),
    cells: week.map((_, day) => printCell(linesOf(index, day, job, options), day !== thursday && (index * 7 + day * 3) % 23 === 1)),
  };
}

/** Whole numbers that add up to `people`, by the jobs' shares; small practices have fewer groups. */
function sizes(people: number): readonly number[] {
  const shares = jobs.map(({ share }) => share);
  const sum = shares.reduce((total, share) => total + share, 0);
  let before = 0;
  return shares.map((share) => {
    const from = Math.round((before / sum) * people);
    before += share;
    return Math.round((before / sum) * people) - from;
  });
}

/** A week for the wall with this many invented people: a closed Thursday, open shifts, changes and days off. */
export function buildPrintWeek(options: PrintWeekOptions = {}): PrintWeek {
  const { people = 20, wide = false } = options;
  const shown = wide ? [...days, sunday] : days;
  const counts = sizes(people);
  let index = 0;
  const groups = jobs.flatMap((job, at): PrintGroup[] => {
    const rows = Array.from({ length: counts[at] ?? 0 }, () => {
      index += 1;
      return rowOf(index, job, shown, options);
    });
    return rows.length === 0 ? [] : [{ code: job.code, name: job.name, rows }];
  });
  const openCells = shown.map((_, day) => {
    if (day === 1) return printCell([printShift('8', '12', '', 'FD')]);
    if (day === 4) return printCell([printShift('8', '12', '', 'MA'), printShift('1', '5', 'Lab', 'MA')], true);
    return printCell();
  });
  const openRow: PrintRow = { personId: null, name: 'Open shifts', cells: openCells };
  const changeCount = [openRow, ...groups.flatMap(({ rows }) => rows)]
    .flatMap(({ cells }) => cells)
    .filter(({ changed }) => changed).length;
  return {
    practiceName: 'Larkspur Family Medicine',
    locationName: 'Millbrook',
    title: 'Week of Nov 23–29, 2026',
    weekNumber: 48,
    version: 'Version L-31',
    replaces: 'replaces L-30',
    note: 'Flu clinic Fri 1–4 in room 5. Sat: please park behind the building. Questions to Petra, extension 104.',
    paper: 'letter',
    days: shown,
    openRow,
    groups,
    legend: [
      ...jobs.filter((_, at) => (counts[at] ?? 0) > 0).map(({ code, legend }) => ({ code, name: legend })),
      { code: 'LB', name: 'lab' },
    ],
    changedSince: 'L-30',
    changeCount,
    printedAt: 'Printed Mon Nov 23, 2026, 11:21 am',
    fileName: 'Larkspur week 48 2026',
    ...options.over,
  };
}
