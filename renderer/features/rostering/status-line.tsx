import type { WeekView } from '../../../preload/contract/rostering/week-view.ts';
import { useSchedule } from './store.ts';
import { cellAt, lineKey, selectedSpan, spanCount, spotOf, spotsOf, type GridModel } from './grid/grid-model.ts';
import styles from './week-screen.module.css';

/** Sums of the week at the left; what is selected, or what is wrong with the selected cell, at the right. */
export function StatusLine({ view, model }: { readonly view: WeekView; readonly model: GridModel }) {
  const { worked, credited, planned, contract, overtime, openCount, openHours } = view.totals;
  return (
    <footer className={styles['status']}>
      <span>
        Worked <b>{worked} h</b>
        {credited !== '0' && (
          <>
            {' '}
            + off and holiday <b>{credited} h</b>
          </>
        )}{' '}
        = <b>{planned}</b> of {contract} h contract
      </span>
      {overtime !== '0' && (
        <span className={styles['over']}>
          Overtime <b>{overtime} h</b>
        </span>
      )}
      {openCount > 0 && (
        <span>
          Open <b>{openCount === 1 ? '1 shift' : `${openCount} shifts`}</b>, {openHours} h
        </span>
      )}
      <SelectionText view={view} model={model} />
    </footer>
  );
}

function SelectionText({ view, model }: { readonly view: WeekView; readonly model: GridModel }) {
  const anchor = useSchedule((state) => state.anchor);
  const head = useSchedule((state) => state.head);
  const active = useSchedule((state) => state.active);
  const kept = useSchedule((state) => (active === null ? undefined : state.kept[lineKey(active.personId)]?.[active.on]));
  const marked = useSchedule((state) => state.markedProblem);
  const span = selectedSpan(model, anchor, head);
  if (span === null || active === null) return <span className={styles['selection']} />;
  const count = spanCount(span);
  if (count > 1) {
    const entries = spotsOf(span).flatMap((spot) => cellAt(model, spot).entries);
    const shifts = entries.filter((entry) => entry.kind === 'shift').length;
    return (
      <span className={styles['selection']} aria-live="polite">
        {count} cells{shifts > 0 && ': '}
        {shifts > 0 && <b>{shifts === 1 ? '1 shift' : `${shifts} shifts`}</b>}
      </span>
    );
  }
  const spot = spotOf(model, active);
  const unread = spot === null ? undefined : cellAt(model, spot).entries.find((entry) => entry.kind === 'unread');
  const problem = view.problems.find(({ key, cell }) =>
    cell.positionId === null
      ? cell.personId === active.personId && cell.on === active.on
      : key === marked && cell.on === active.on && firstOf(view, cell.positionId) === active.personId,
  );
  const sentence = kept?.refusal ?? (problem !== undefined ? `${problem.subject} ${problem.text}` : (unread?.reason ?? ''));
  const day = model.days[spot?.col ?? -1];
  const who = spot === null ? '' : (model.lines[spot.row]?.name ?? '');
  return (
    <span className={styles['selection']} aria-live="polite" title={sentence}>
      {sentence === '' ? `${who}, ${day?.head ?? ''}` : sentence}
    </span>
  );
}

/** The person a coverage problem of the position leads to. */
const firstOf = (view: WeekView, positionId: string): string | undefined =>
  view.groups.find((group) => group.positionId === positionId)?.rows[0]?.personId;
