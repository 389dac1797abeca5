import Button from '@mui/material/Button';
import { Search } from 'lucide-react';
import { auditKinds, auditKindWords, isAuditKind, type AuditOverview } from '../../../preload/contract/audit/audit.ts';
import form from '../../ui/form/form.module.css';
import { everything, narrows, type RecordChoices } from './record-filter.ts';
import styles from './access-record.module.css';

/** Words, kind, person and days. */
export function RecordFilters({
  choices,
  actors,
  change,
}: {
  readonly choices: RecordChoices;
  readonly actors: AuditOverview['actors'];
  readonly change: (choices: RecordChoices) => void;
}) {
  const put = (part: Partial<RecordChoices>) => change({ ...choices, ...part });
  return (
    <div className={styles.filters}>
      <label className={styles.search}>
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <span className="sr-only">Search the record</span>
        <input
          type="search"
          value={choices.text}
          maxLength={100}
          placeholder="Search the record"
          autoComplete="off"
          onChange={(event) => put({ text: event.target.value })}
        />
      </label>
      <select
        className={form.input}
        aria-label="Kind"
        value={choices.kind}
        onChange={(event) => put({ kind: isAuditKind(event.target.value) ? event.target.value : '' })}
      >
        <option value="">All kinds</option>
        {auditKinds.map((kind) => (
          <option key={kind} value={kind}>
            {auditKindWords[kind]}
          </option>
        ))}
      </select>
      <select className={form.input} aria-label="Person" value={choices.actorId} onChange={(event) => put({ actorId: event.target.value })}>
        <option value="">Everyone</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <div className={styles.days}>
        <label className={styles.day}>
          From
          <input className={form.input} type="date" value={choices.from} onChange={(event) => put({ from: event.target.value })} />
        </label>
        <label className={styles.day}>
          To
          <input className={form.input} type="date" value={choices.to} onChange={(event) => put({ to: event.target.value })} />
        </label>
      </div>
      {narrows(choices) && (
        <Button title="Show everything" onClick={() => change(everything)}>
          Clear
        </Button>
      )}
    </div>
  );
}
