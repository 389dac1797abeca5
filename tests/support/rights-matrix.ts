import type { ProcedureDescription } from '../../main/kernel/dispatcher.ts';
import { roles, type Role } from '../../preload/contract/system/system.ts';

const heads: Readonly<Record<Role, string>> = {
  owner: 'owner',
  manager: 'manager',
  lead: 'lead',
  staff: 'staff',
  capture: 'nobody signed in',
};
const begin = '<!-- rights: written by npm run matrix -->';
const end = '<!-- /rights -->';

/** Who may call what, as a table in Markdown, padded as the formatter pads. */
export function rightsMatrix(procedures: readonly Pick<ProcedureDescription, 'path' | 'access'>[]): string {
  const lines = [
    ['procedure', ...roles.map((role) => heads[role])],
    ...procedures
      .toSorted((one, other) => (one.path < other.path ? -1 : 1))
      .map(({ path, access }) => [`\`${path}\``, ...roles.map((role) => (access.includes(role) ? 'yes' : ''))]),
  ];
  const widths = ['procedure', ...roles].map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const row = (cells: readonly string[]): string => `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...rest] = lines;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rest.map(row)].join('\n');
}

/** A page with the table put between its marks. Throws where the page has none. */
export function withMatrix(page: string, matrix: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The page has no place for the rights: ${begin} and ${end}.`);
  return `${page.slice(0, from + begin.length)}\n\n${matrix}\n\n${page.slice(to)}`;
}
