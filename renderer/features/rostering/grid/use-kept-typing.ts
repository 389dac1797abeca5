import { useEffect } from 'react';
import { draftUnder, useDrafts } from '../../../app/draft.store.ts';
import { cellsDraft, cellsKey, weekPage, type CellsDraft } from '../drafts.ts';
import { keepText, useSchedule, type CellEditing } from '../store.ts';
import { changedMeanwhile } from '../write-queue.ts';
import { cellAt, seenOf, spotOf, type GridModel } from './grid-model.ts';
import type { GridSession } from './grid-session.ts';

/**
 * Brings the editor that was open in this week back, and the texts that were refused; keeps both from then on.
 * Where the cell changed meanwhile the typing stands in the editor all the same, with what the cell holds now beside it.
 */
export function useKeptTyping(model: GridModel, session: GridSession, canWrite: boolean): void {
  const { locationId, from } = model.view;
  useEffect(() => {
    if (!canWrite) return;
    const week = { locationId, from };
    const kept = draftUnder(cellsKey(week), cellsDraft);
    if (kept !== null) bringBack(kept, session);
    // What was refused while another page stood here.
    keepTyping(session.model());
    return useSchedule.subscribe((now, before) => {
      if (now === useSchedule.getInitialState()) return;
      if (now.editing !== before.editing || now.kept !== before.kept) keepTyping(session.model());
    });
  }, [session, locationId, from, canWrite]);
}

function bringBack(kept: CellsDraft, session: GridSession): void {
  const model = session.model();
  const { kept: refused, editing } = useSchedule.getState();
  for (const { key, on, text, refusal } of kept.refused) if (refused[key]?.[on] === undefined) keepText(key, on, { text, refusal });
  if (kept.editing === null || editing !== null) return;
  const spot = spotOf(model, kept.editing.address);
  if (spot === null) {
    session.ports().say(`You were typing “${kept.editing.text}” where this week has no cell any more. Type it where it belongs now.`);
    return;
  }
  const { anchor, head } = kept;
  const isShown = anchor !== null && head !== null && spotOf(model, anchor) !== null && spotOf(model, head) !== null;
  session.controller.resume(asItIsNow(kept.editing, model), isShown ? { anchor, head } : null);
}

/** The editor over the cell as it is now: with a word about it where it is not what was seen when it was opened. */
function asItIsNow(editing: CellEditing, model: GridModel): CellEditing {
  const spot = spotOf(model, editing.address);
  if (spot === null) return editing;
  const now = seenOf(model, spot);
  const seen = editing.seen?.map(({ id, version }) => `${id} ${version}`).toSorted();
  const same =
    seen?.join() ===
    now
      .map(({ id, version }) => `${id} ${version}`)
      .toSorted()
      .join();
  return same ? editing : { ...editing, mode: 'edit', seen: now, refusal: changedMeanwhile(cellAt(model, spot).text) };
}

function keepTyping(model: GridModel): void {
  const { editing, anchor, head, kept } = useSchedule.getState();
  const { keep, drop } = useDrafts.getState();
  const key = cellsKey(model.view);
  const open = editing !== null && model.dayOf.has(editing.address.on) ? editing : null;
  const refused = Object.entries(kept).flatMap(([line, texts]) =>
    Object.entries(texts).flatMap(([on, text]) => (model.dayOf.has(on) ? [{ key: line, on, ...text }] : [])),
  );
  if (open === null && refused.length === 0) drop(key);
  else keep(key, { editing: open, anchor, head, refused }, open === null ? null : weekPage(model.view));
}
