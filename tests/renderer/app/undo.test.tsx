import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../renderer/api/refusal.ts';
import { useUndo, type UndoCall } from '../../../renderer/app/undo.store.ts';
import { useNotices } from '../../../renderer/ui/notices/notice.store.ts';

beforeEach(() => {
  useUndo.setState({ done: [], undone: [], busy: false });
  useNotices.setState({ notice: null });
});

const labels = (stack: 'done' | 'undone') => useUndo.getState()[stack].map(({ label }) => label);

/** Main as far as undo goes: a change set is in force until a later one undid it, and that one undoes likewise. */
function fakeMain(): { readonly call: UndoCall; readonly inForce: Set<string>; readonly write: (label: string) => void } {
  const targets = new Map<string, string>();
  const inForce = new Set<string>();
  let count = 0;
  const toggle = (id: string): void => {
    const target = targets.get(id);
    if (target !== undefined) toggle(target);
    else if (!inForce.delete(id)) inForce.add(id);
  };
  return {
    inForce,
    write: (label) => {
      const id = `${label}`;
      inForce.add(id);
      useUndo.getState().push({ id, label });
    },
    call: (id) => {
      toggle(id);
      const undoing = `u${++count}`;
      targets.set(undoing, id);
      return Promise.resolve({ changeSet: { id: undoing, label: `Undo ${id}` } });
    },
  };
}

describe('the undo stack', () => {
  it('undoes the last change, redoes it, and keeps the label the person knows', async () => {
    const main = fakeMain();
    main.write('Add Ana');
    main.write('Move Ben');
    await useUndo.getState().undo(main.call);
    expect([labels('done'), labels('undone')]).toEqual([['Add Ana'], ['Move Ben']]);
    expect(useNotices.getState().notice).toMatchObject({ text: 'Undone: Move Ben', action: { label: 'Redo' } });
    await useUndo.getState().redo(main.call);
    expect([labels('done'), labels('undone')]).toEqual([['Add Ana', 'Move Ben'], []]);
    expect([...main.inForce]).toEqual(['Add Ana', 'Move Ben']);
  });

  it('forgets what could be redone once something new is done', async () => {
    const main = fakeMain();
    main.write('Add Ana');
    await useUndo.getState().undo(main.call);
    main.write('Add Ben');
    expect([labels('done'), labels('undone')]).toEqual([['Add Ben'], []]);
  });

  it('undoes the one a notice names, not the last', async () => {
    const main = fakeMain();
    main.write('Add Ana');
    main.write('Add Ben');
    await useUndo.getState().undo(main.call, 'Add Ana');
    expect(labels('done')).toEqual(['Add Ben']);
  });

  it.each([
    ['rule_violation', []],
    ['conflict', []],
    ['unavailable', ['Add Ana']],
  ] as const)('says a refusal; after %s the stack holds %j', async (code, left) => {
    useUndo.getState().push({ id: 'a', label: 'Add Ana' });
    await useUndo.getState().undo(() => Promise.reject(new Refusal({ code, message: 'Dana changed the phone since.' })));
    expect(useNotices.getState().notice).toMatchObject({ tone: 'refused', text: 'Dana changed the phone since.' });
    expect(labels('done')).toEqual(left);
    expect(useUndo.getState().busy).toBe(false);
  });

  it('says that there is nothing to undo', async () => {
    await useUndo.getState().undo(fakeMain().call);
    expect(useNotices.getState().notice?.text).toBe('Nothing to undo.');
  });

  it('any run of changes, undos and redos leaves in force exactly what the stack calls done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('write', 'undo', 'redo'), { maxLength: 40 }), async (steps) => {
        useUndo.setState({ done: [], undone: [], busy: false });
        const main = fakeMain();
        let written = 0;
        for (const step of steps) {
          if (step === 'write') main.write(`w${++written}`);
          else await useUndo.getState()[step](main.call);
        }
        expect([...main.inForce].toSorted()).toEqual(labels('done').toSorted());
      }),
    );
  });
});
