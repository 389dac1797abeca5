import { CalendarDays, ChevronRight, Package, Truck } from 'lucide-react';
import { useEffect, useRef, type PointerEvent } from 'react';
import { shownShortcut } from '../../app/shortcuts.ts';
import { shortDate } from '../../ui/dates.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { PositionTag } from '../../ui/position-tag.tsx';
import styles from './command-palette.module.css';
import { piecesOf } from './match.ts';
import type { PaletteItem } from './palette-results.ts';

/** One result: what it is, then two facts, then its state or shortcut, always in the same columns. */
export function PaletteLine({
  id,
  item,
  query,
  chosen,
  onPoint,
  onOpen,
}: {
  readonly id: string;
  readonly item: PaletteItem;
  readonly query: string;
  readonly chosen: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  // The keys are the entry's, which keeps the focus.
  const option = {
    role: 'option',
    'aria-selected': chosen,
    onPointerMove: onPoint,
    onPointerDown: (event: PointerEvent) => event.preventDefault(),
    onClick: onOpen,
  } as const;
  return (
    <div ref={line} id={id} className={styles.line} data-kind={item.kind} {...option}>
      <Content item={item} query={query} />
    </div>
  );
}

function Content({ item, query }: { readonly item: PaletteItem; readonly query: string }) {
  if (item.kind === 'person') {
    const { person } = item;
    return (
      <>
        {person.positionCode && person.positionColour ? (
          <PositionTag code={person.positionCode} colour={person.positionColour} />
        ) : (
          <span />
        )}
        <Name text={person.name} query={query} />
        <span className={styles.fact}>{person.locationName}</span>
        <span className={styles.fact}>{person.activeTo && `until ${shortDate(person.activeTo)}`}</span>
        <span className={`${styles.state} num`}>{person.phone}</span>
      </>
    );
  }
  if (item.kind === 'shift') {
    const { shift } = item;
    return (
      <>
        <CalendarDays size={16} strokeWidth={1.5} aria-hidden />
        <Name text={`${shift.personName}, ${shift.day}`} query={query} />
        <span className={`${styles.fact} num`}>{shift.hours}</span>
        <span className={styles.fact}>{shift.locationName}</span>
        <span className={styles.state}>
          <PositionTag code={shift.positionCode} colour={shift.positionColour} />
        </span>
      </>
    );
  }
  if (item.kind === 'item') {
    const { hit } = item;
    return (
      <>
        <Package size={16} strokeWidth={1.5} aria-hidden />
        <Name text={hit.name} query={query} />
        <span className={styles.fact}>{hit.code}</span>
        <span className={styles.fact}>{hit.inactiveOn && `until ${shortDate(hit.inactiveOn)}`}</span>
        <span className={styles.state}>{hit.vendorName}</span>
      </>
    );
  }
  if (item.kind === 'vendor') {
    const { hit } = item;
    return (
      <>
        <Truck size={16} strokeWidth={1.5} aria-hidden />
        <Name text={hit.name} query={query} />
        <span className={styles.fact} />
        <span className={styles.fact} />
        <span className={`${styles.state} num`}>{hit.phone}</span>
      </>
    );
  }
  const Icon = item.action.icon ?? ChevronRight;
  const keys = shownShortcut(item.action);
  return (
    <>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <Name text={item.action.label} query={query} />
      <span className={styles.state}>{keys && <Kbd keys={keys} />}</span>
    </>
  );
}

function Name({ text, query }: { readonly text: string; readonly query: string }) {
  return (
    <span className={styles.name}>
      {piecesOf(text, query).map((piece) =>
        piece.match ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
      )}
    </span>
  );
}
