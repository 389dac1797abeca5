import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Plus, Upload } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { PersonView } from '../../../preload/contract/people/people.ts';
import { useMay } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { useWrite } from '../../app/use-write.ts';
import { ConfirmBar } from '../../ui/confirm-bar.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { usePeopleActions } from './people-actions.ts';
import { peopleColumns } from './people-columns.tsx';
import { PeopleEmpty } from './people-empty.tsx';
import { countPeople } from './people-words.ts';
import styles from './people.module.css';
import { PersonGone } from './person-gone.tsx';
import { PersonPanel } from './person-panel.tsx';
import { usePeopleOrder } from './use-people-order.ts';

const nobody: readonly PersonView[] = [];

/** Everyone who works here, with one of them in the panel. `/people/new?like=<id>` adds someone. */
export function PeoplePage() {
  const practice = usePractice();
  const trpc = useTrpc();
  const navigate = useNavigate();
  const { id: openId = null } = useParams();
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(trpc.people.list.queryOptions());
  const people = data ?? nobody;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const archive = useWrite(trpc.people.archive.mutationOptions());
  const order = usePeopleOrder(people);
  const may = useMay();
  const canWrite = may('people.save');
  // Main leaves pay out also where it could not record that it was seen.
  const showPay = may('people.payRate.save') && (people.length === 0 || people.some(({ payRates }) => payRates !== undefined));
  usePeopleActions();

  const columns = useMemo(() => peopleColumns(practice, showPay), [practice, showPay]);
  const open = people.find(({ id }) => id === openId) ?? null;
  const like = people.find(({ id }) => id === search.get('like')) ?? null;
  const chosenPeople = people.filter(({ id }) => chosen.has(id));
  const close = () => void navigate('/people');
  const archivePeople = (gone: readonly PersonView[]) => {
    archive.mutate({ people: gone.map(({ id, version }) => ({ id, version })) });
    setChosen(new Set());
    if (gone.some(({ id }) => id === openId)) close();
  };

  const facts = people.length === 0 ? undefined : countPeople(people.length);
  return (
    <>
      <PageHead title="People" facts={facts}>
        {may('people.import.commit') && (
          <Button startIcon={<Upload size={16} strokeWidth={1.5} aria-hidden />} onClick={() => void navigate('/people/import')}>
            Import
          </Button>
        )}
        {canWrite && (
          <Button
            variant="contained"
            color="primary"
            startIcon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
            onClick={() => void navigate('/people/new')}
          >
            New person
          </Button>
        )}
      </PageHead>
      <div className={styles.page}>
        <div className={styles.list} {...(canWrite ? order : {})}>
          {error && !data ? (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          ) : (
            data && (
              <DataTable
                label="People"
                rows={people}
                rowId={({ id }) => id}
                columns={columns}
                openId={openId}
                onOpen={({ id }) => void navigate(`/people/${id}`)}
                {...(canWrite ? { selection: { chosen, onChange: setChosen } } : {})}
                {...(people.length === 0 ? {} : { filterLabel: 'Filter people' })}
                narrow={openId !== null}
                empty={<PeopleEmpty canWrite={canWrite} />}
              />
            )
          )}
          {chosenPeople.length > 0 && (
            <ConfirmBar
              actions={[{ label: `Archive ${countPeople(chosenPeople.length)}`, perform: () => archivePeople(chosenPeople), strong: true }]}
              onCancel={() => setChosen(new Set())}
            >
              {countPeople(chosenPeople.length)} chosen
            </ConfirmBar>
          )}
        </div>
        {data && openId !== null && openId !== 'new' && !open && <PersonGone onClose={close} />}
        {data && (open || (openId === 'new' && canWrite)) && (
          <PersonPanel
            key={open?.id ?? `new-${like?.id ?? ''}`}
            person={open}
            like={like}
            practice={practice}
            canWrite={canWrite}
            showPay={showPay}
            onClose={close}
            onSaved={(id) => {
              if (!open) void navigate(`/people/${id}`, { replace: true });
            }}
            onLike={({ id }) => void navigate(`/people/new?like=${id}`)}
            onArchive={(person) => archivePeople([person])}
          />
        )}
      </div>
    </>
  );
}
