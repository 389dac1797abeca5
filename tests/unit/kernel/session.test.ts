import { describe, expect, it } from 'vitest';
import { Session } from '../../../main/kernel/session.ts';

const dana = { id: 'dana', name: 'Dana Ortiz', role: 'owner' } as const;

describe('a session', () => {
  it('has the owner’s rights while there are no accounts, and none after', () => {
    let needed = false;
    const session = new Session(
      () => needed,
      () => 0,
    );
    expect(session.actor).toMatchObject({ id: 'local', role: 'owner' });
    needed = true;
    expect(session.actor.role).toBe('capture');
    session.signIn(dana);
    expect(session.actor).toBe(dana);
    session.signOut();
    expect(session.actor.role).toBe('capture');
  });

  it('ends what ran for the one before when another one comes in', () => {
    const session = new Session(
      () => true,
      () => 0,
    );
    let ended = 0;
    session.onSignOut(() => (ended += 1));
    session.signIn(dana);
    session.signIn(dana);
    expect(ended).toBe(0);
    session.signIn({ id: 'lee', name: 'Lee Park', role: 'staff' });
    expect(ended).toBe(1);
    expect(session.actor.name).toBe('Lee Park');
  });

  it('takes a passphrase given again for five minutes, and for the one who gave it', () => {
    let now = 0;
    const session = new Session(
      () => true,
      () => now,
    );
    session.signIn(dana);
    expect(() => session.requireConfirmed()).toThrow(expect.objectContaining({ rule: 'confirm.passphrase' }));
    session.confirm();
    now = 299_999;
    session.requireConfirmed();
    now = 300_000;
    expect(() => session.requireConfirmed()).toThrow();
    session.confirm();
    session.signOut();
    session.signIn(dana);
    expect(() => session.requireConfirmed()).toThrow();
  });
});
