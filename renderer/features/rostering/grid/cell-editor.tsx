import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EntryExplanation } from '../../../../preload/contract/rostering/rostering.ts';
import { useSchedule, type CellEditing } from '../store.ts';
import type { GridController } from './grid-controller.ts';
import { spanCount, spotOf, type GridModel } from './grid-model.ts';
import type { GridSession } from './grid-session.ts';
import styles from './layer.module.css';

interface CellEditorProps {
  readonly model: GridModel;
  readonly session: GridSession;
}

/** The one editor of the grid, over the cell it edits. */
export function CellEditor({ model, session }: CellEditorProps) {
  const editing = useSchedule((state) => state.editing);
  const shown = editing !== null && spotOf(model, editing.address) !== null ? editing : null;
  // The layer stays: put in anew with each editor, it would have the whole grid laid out again.
  return (
    <div className={styles['layer']} data-editor="">
      {shown !== null && (
        <OpenEditor key={`${shown.address.personId}-${shown.address.on}`} model={model} session={session} editing={shown} />
      )}
    </div>
  );
}

/** How long typing must pause before main is asked what the text means, in ms. */
const explainAfter = 80;

function OpenEditor({ model, session, editing }: CellEditorProps & { readonly editing: CellEditing }) {
  const { controller } = session;
  const { text, mode, address } = editing;
  const frame = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [toLeft, setToLeft] = useState(false);
  const [above, setAbove] = useState(false);
  const spot = spotOf(model, address);
  const row = spot?.row ?? 0;
  const col = spot?.col ?? 0;

  useLayoutEffect(() => {
    const put = (): void => {
      const box = session.geometry.boxOf({ row, col });
      if (frame.current === null) return;
      frame.current.style.transform = `translate(${box.left - 1}px, ${box.top - 1}px)`;
      frame.current.style.minWidth = `${box.width + 1}px`;
      frame.current.style.height = `${box.height + 1}px`;
      const view = session.elements()?.scroller;
      if (view === undefined) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const top = box.top - view.scrollTop;
      setAbove(top + box.height + 9 * rem > view.clientHeight && top > 11 * rem);
      setToLeft(box.left + 20 * rem - view.scrollLeft > view.clientWidth);
    };
    put();
    return session.geometry.onForget(put);
  }, [session, row, col]);

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    const end = input.current?.value.length ?? 0;
    input.current?.setSelectionRange(end, end);
  }, []);

  const selected = controller.span();
  const count = selected === null ? 1 : spanCount(selected);
  const setText = (typed: string): void => useSchedule.setState({ editing: { ...editing, text: typed } });
  const setMode = (next: CellEditing['mode']): void => useSchedule.setState({ editing: { ...editing, mode: next } });

  const keyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    const commit = (after: Parameters<GridController['commit']>[1]): void => {
      event.preventDefault();
      controller.commit(text, after);
    };
    if (event.key === 'Enter') commit(control ? 'all' : event.shiftKey ? 'up' : 'down');
    else if (event.key === 'Tab') commit(event.shiftKey ? 'left' : 'right');
    else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      controller.cancelEdit();
    } else if (event.key === 'F2') {
      event.preventDefault();
      setMode(mode === 'edit' ? 'enter' : 'edit');
    } else if (mode === 'enter' && !control && !event.shiftKey && !event.altKey) {
      if (event.key === 'ArrowUp') commit({ rows: -1, cols: 0 });
      else if (event.key === 'ArrowDown') commit({ rows: 1, cols: 0 });
      else if (event.key === 'ArrowLeft') commit({ rows: 0, cols: -1 });
      else if (event.key === 'ArrowRight') commit({ rows: 0, cols: 1 });
    }
  };

  return (
    <div
      ref={frame}
      className={styles['editor']}
      data-refused={editing.refusal === null ? undefined : ''}
      style={{ width: `${Math.min(text.length, 40) + 4}ch` }}
    >
      <input
        ref={input}
        className={styles['input']}
        value={text}
        aria-label={`${model.lines[row]?.name ?? ''}, ${model.days[col]?.head ?? ''}`}
        aria-describedby="cell-hint"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={keyDown}
        onPointerDown={() => setMode('edit')}
        onBlur={() => {
          // Another window in front is no reason to write half a text.
          if (document.hasFocus()) controller.commit(text, 'stay');
        }}
      />
      <div
        className={styles['hint']}
        id="cell-hint"
        aria-live="polite"
        data-above={above ? '' : undefined}
        data-toleft={toLeft ? '' : undefined}
      >
        {editing.refusal !== null && (
          <p className={styles['line']} data-refusal="">
            {editing.refusal}
          </p>
        )}
        <Explanation session={session} editing={editing} />
        <p className={styles['keys']}>
          <span>
            <kbd>Enter</kbd> this cell
          </span>
          {count > 1 && (
            <span>
              <kbd>Ctrl Enter</kbd> all {count}
            </span>
          )}
          <span>
            <kbd>Esc</kbd> back
          </span>
        </p>
      </div>
    </div>
  );
}

/** What the text means, in main's words, a moment after the last key. */
function Explanation({ session, editing }: { readonly session: GridSession; readonly editing: CellEditing }) {
  const [answer, setAnswer] = useState<EntryExplanation | null>(null);
  const { text } = editing;
  const { personId, on } = editing.address;
  const blank = text.trim() === '';
  useEffect(() => {
    if (blank) return;
    let left = false;
    const ask = async (): Promise<void> => {
      const explained = await session
        .ports()
        .explain({ personId, on }, text)
        .catch(() => null);
      if (!left) setAnswer(explained);
    };
    const timer = setTimeout(() => void ask(), explainAfter);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [session, text, blank, personId, on]);
  if (blank || answer === null) return null;
  return answer.lines.map((sentence, at) => (
    <p key={sentence} className={styles['line']} data-first={at === 0 && answer.readable ? '' : undefined}>
      {sentence}
    </p>
  ));
}
