import { auditKindWords, type AuditEntryView } from '../../../preload/contract/audit/audit.ts';
import { shortInstant } from '../../ui/dates.ts';
import type { Column } from '../../ui/table/column.ts';

/** The columns of the record. Main keeps the order, that in which things happened. */
export const recordColumns: readonly Column<AuditEntryView>[] = [
  {
    key: 'at',
    head: 'When',
    width: '10.5rem',
    cell: ({ at }) => (
      <time className="num" dateTime={at}>
        {shortInstant(at)}
      </time>
    ),
  },
  { key: 'actor', head: 'Who', width: 'minmax(7rem, 1fr)', cell: ({ actor }) => <span title={actor}>{actor}</span> },
  { key: 'kind', head: 'Kind', width: '8.5rem', cell: ({ kind }) => auditKindWords[kind] },
  { key: 'detail', head: 'What', width: 'minmax(12rem, 4fr)', cell: ({ detail }) => <span title={detail}>{detail}</span> },
];
