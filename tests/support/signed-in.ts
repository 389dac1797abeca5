import type { App } from '../../main/app.ts';
import type { AppTransport } from '../../main/kernel/dispatcher.ts';
import type { AccountRole } from '../../preload/contract/accounts/access.ts';
import { roles, type Role } from '../../preload/contract/system/system.ts';
import { ask, setUpPractice, type Request, type SmallPractice } from './campaign/caller.ts';

/** A practice with a passphrase, and a connection for each role. */
export interface SignedInPractice extends SmallPractice {
  readonly as: Readonly<Record<Role, AppTransport>>;
  /** The person each account belongs to; `capture` is nobody. */
  readonly personOf: Readonly<Partial<Record<Role, string>>>;
}

export const nameOf = (role: Role): string => `Account of ${role}`;
/** Good enough for the rules, and another one for each. */
export const passphraseOf = (role: Role): string => `quiet green boats seven ${role}`;
const temporary = 'river lamp orange nine';

const accountRoles: readonly AccountRole[] = ['owner', 'manager', 'lead', 'staff'];

/** Sets a practice up with six people, protects it, and signs one account of each role in on a connection of its own. */
export async function signEveryoneIn(app: App): Promise<SignedInPractice> {
  const request: Request = (operation) => app.transport.request(operation);
  const change = (path: string, input: unknown, by: Request = request) => ask(by, { type: 'mutation', path, input });
  const practice = await setUpPractice(request, 6);
  await change('access.protect', { name: nameOf('owner'), passphrase: passphraseOf('owner') });
  await change('access.confirm', { passphrase: passphraseOf('owner') });
  const connections = new Map<Role, AppTransport>([['owner', app.transport]]);
  const people = new Map<Role, string>();
  for (const [index, role] of accountRoles.entries()) {
    const personId = practice.personIds[index];
    if (role === 'owner' || personId === undefined) continue;
    await change('access.account.add', { name: nameOf(role), role, personId, passphrase: temporary });
    const connection = app.connect();
    const by: Request = (operation) => connection.request(operation);
    await change('access.signIn', { name: nameOf(role), passphrase: temporary }, by);
    await change('access.changePassphrase', { current: temporary, next: passphraseOf(role) }, by);
    connections.set(role, connection);
    people.set(role, personId);
  }
  const as = Object.fromEntries(roles.map((role) => [role, connections.get(role) ?? app.connect()]));
  return { ...practice, as: allRoles(as), personOf: Object.fromEntries(people) };
}

function allRoles(found: Readonly<Record<string, AppTransport>>): Readonly<Record<Role, AppTransport>> {
  const { owner, manager, lead, staff, capture } = found;
  if (!owner || !manager || !lead || !staff || !capture) throw new Error('A role has no connection.');
  return { owner, manager, lead, staff, capture };
}
