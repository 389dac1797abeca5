import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { dateOrders, type ColumnMapping, type DateOrder } from '../../../preload/contract/people/people.ts';
import { useMay } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useUndo } from '../../app/undo.store.ts';
import { useUndoActions } from '../../app/use-write.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import form from '../../ui/form/form.module.css';
import { showNotice } from '../../ui/notices/notice.store.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { mapsDates, remap } from './import/column-mapping.ts';
import { ImportFoot } from './import/import-foot.tsx';
import { ImportRows } from './import/import-rows.tsx';
import { ImportSourceView } from './import/import-source-view.tsx';
import { useLinesToCorrect } from './import/lines-to-correct.store.ts';
import { MappingTable } from './import/mapping-table.tsx';
import { useImportCommit } from './import/use-import-commit.ts';
import { useImportSource, type BroughtList } from './import/use-import-source.ts';
import styles from './import/import.module.css';

const dateOrderWords: Readonly<Record<DateOrder, string>> = {
  mdy: 'month first (11/23/2026)',
  dmy: 'day first (23/11/2026)',
  ymd: 'year first (2026-11-23)',
};

/** Brings a staff list in: pasted or as a file, its columns named, every row looked at, then all at once. Whoever may not is led to the people. */
export function PeopleImportPage() {
  const may = useMay();
  return may('people.import.commit') ? <ImportPage /> : <Navigate to="/people" replace />;
}

function ImportPage() {
  const navigate = useNavigate();
  const { list, busy, error, takeFile, takeText, clear } = useImportSource();
  const { text: waiting, keep } = useLinesToCorrect();
  // What is looked at is what waits from now on, so that "Another list" brings it back as it was corrected.
  const take = (text: string) => {
    if (waiting !== '') keep(text);
    takeText(text);
  };
  const done = () => {
    keep('');
    void navigate('/people');
  };
  return (
    <>
      <PageHead title="Import people" facts={list?.name}>
        {list && <Button onClick={clear}>{waiting === '' ? 'Another list' : 'Correct the lines'}</Button>}
        {!list && waiting !== '' && <Button onClick={() => keep('')}>Another list</Button>}
        <Button variant="text" onClick={() => void navigate('/people')}>
          Back to people
        </Button>
      </PageHead>
      <div className={styles.page}>
        {error !== null && (
          <div className={styles.notice}>
            <ErrorNotice error={error} />
          </div>
        )}
        {list ? (
          <ImportPreviewPart key={JSON.stringify(list.source)} list={list} onDone={done} />
        ) : (
          <ImportSourceView key={waiting === '' ? 'empty' : 'waiting'} waiting={waiting} busy={busy} onText={take} onFile={takeFile} />
        )}
      </div>
    </>
  );
}

function ImportPreviewPart({ list, onDone }: { readonly list: BroughtList; readonly onDone: () => void }) {
  const trpc = useTrpc();
  const { undo } = useUndoActions();
  const [mapping, setMapping] = useState<ColumnMapping>();
  const [dateOrder, setDateOrder] = useState<DateOrder>();
  const input = { source: list.source, ...(mapping ? { mapping } : {}), ...(dateOrder ? { dateOrder } : {}) };
  const preview = useQuery({
    ...trpc.people.import.preview.queryOptions(input),
    placeholderData: keepPreviousData,
    // A preview of 10,000 rows is not worth keeping once the page is left.
    gcTime: 0,
  });
  const { state, start, cancel } = useImportCommit(({ changeSet }) => {
    if (changeSet) {
      useUndo.getState().push(changeSet);
      showNotice({ tone: 'done', text: changeSet.label, action: { label: 'Undo', perform: () => void undo(changeSet.id) } });
    }
    onDone();
  });
  const data = preview.data;
  const refused = state.kind === 'refused' ? state.error : preview.error;
  return (
    <>
      {refused !== null && refused !== undefined && (
        <div className={styles.notice}>
          <ErrorNotice error={refused} {...(mapping ? { onRetry: () => setMapping(undefined) } : {})} />
        </div>
      )}
      {data && (
        <>
          <div className={styles.read}>
            <p>Each column is read as what stands above it. Change what is not right.</p>
            {mapsDates(data.mapping) && (
              <label className={styles.order}>
                Dates have the
                <select
                  className={form.input}
                  value={data.dateOrder}
                  onChange={(event) => setDateOrder(dateOrders.find((one) => one === event.target.value))}
                >
                  {dateOrders.map((one) => (
                    <option key={one} value={one}>
                      {dateOrderWords[one]}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <MappingTable
            columns={data.columns}
            mapping={mapping ?? data.mapping}
            onChange={(column, field) => setMapping(remap(mapping ?? data.mapping, column, field))}
          />
          <ImportRows rows={data.rows} counts={data.counts} />
          <ImportFoot
            counts={data.counts}
            state={state}
            stale={preview.isPlaceholderData || preview.isError}
            onImport={() => start({ ...input, mapping: data.mapping, dateOrder: data.dateOrder, skipRefused: data.counts.refuse > 0 })}
            onCancel={cancel}
          />
        </>
      )}
    </>
  );
}
