/** Someone on the staff list of a journey. */
export interface StaffMember {
  readonly given: string;
  readonly family: string;
  /** As the schedule shows them. */
  readonly name: string;
  readonly position: string;
  readonly code: string;
  readonly hours: number;
  readonly phone: string;
}

const given = 'Ana Ben Cleo Dev Elsa Finn Gwen Hugo Iris Joel Kira Liam Mona Nils Olga Paul Quin Rosa Sean Tess'.split(' ');
const family =
  'Alder Birch Cedar Dorset Ember Falk Grove Hart Irwin Jarvis Kemper Lowell Marsh Norden Oakes Pryor Quill Rowan Stone Thorn'.split(' ');
const positions = [
  { position: 'Front desk', code: 'FD' },
  { position: 'Medical assistants', code: 'MA' },
  { position: 'Nurses', code: 'RN' },
  { position: 'Billing', code: 'BL' },
] as const;

/** Invented people with names that differ in every part but one; four positions in turn, every fourth of them on 32 hours. */
export function buildStaff(count: number): readonly StaffMember[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / given.length);
    const first = given[index % given.length] ?? '';
    const last = `${family[(index * 7 + round * 3) % family.length] ?? ''}${['', 'son', 'field', 'ley'][round] ?? ''}`;
    const place = positions[index % positions.length] ?? positions[0];
    return {
      given: first,
      family: last,
      name: `${first} ${last}`,
      ...place,
      hours: index % 16 === 15 ? 32 : 40,
      phone: `555-0${100 + index}`,
    };
  });
}

/**
 * The staff as a list comes out of an office: byte order mark, semicolons, quotes, "Last, First", one row whose hours are no number,
 * and a blank line at the end.
 */
export function dirtyStaffList(staff: readonly StaffMember[]): Buffer {
  const rows = staff.map(({ given: first, family: last, position, hours, phone }, index) => {
    const number = index === 4 ? `"${phone}; ext. 7"` : index === 5 ? `"${phone} ""cell"""` : phone;
    return `"${last}, ${first}";${index % 2 === 0 ? position : `"${position}"`};${hours};${number}`;
  });
  rows.splice(3, 0, '"Wick, Odo";Front desk;forty;555-0999');
  return Buffer.from(`\uFEFF"Employee";Position;"Hours / week";Phone\r\n${rows.join('\r\n')}\r\n\r\n`, 'utf8');
}
