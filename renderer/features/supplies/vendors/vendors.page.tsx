import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { VendorView } from '../../../../preload/contract/supplies/catalogue.ts';
import { useMay } from '../../../api/access.ts';
import { useTrpc } from '../../../api/api-provider.tsx';
import { useWrite } from '../../../app/use-write.ts';
import { ConfirmBar } from '../../../ui/confirm-bar.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import styles from '../supplies.module.css';
import { countVendors } from '../supplies-words.ts';
import { vendorColumns } from './vendor-columns.tsx';
import { VendorPanel } from './vendor-panel.tsx';

const nobody: readonly VendorView[] = [];

/** Whom the practice buys from, with one vendor in the panel. `/supplies/vendors/new` adds one. */
export function VendorsPage() {
  const trpc = useTrpc();
  const navigate = useNavigate();
  const may = useMay();
  const { id: openId = null } = useParams();
  const { data, error, refetch } = useQuery(trpc.supplies.catalogue.vendor.list.queryOptions());
  const vendors = data ?? nobody;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const archive = useWrite(trpc.supplies.catalogue.vendor.archive.mutationOptions());
  const canWrite = may('supplies.catalogue.vendor.save');
  const chosenVendors = vendors.filter(({ id }) => chosen.has(id));
  const close = () => void navigate('/supplies/vendors');
  const archiveVendors = (gone: readonly { readonly id: string; readonly version: number }[]) => {
    archive.mutate({ vendors: gone.map(({ id, version }) => ({ id, version })) });
    setChosen(new Set());
    if (gone.some(({ id }) => id === openId)) close();
  };
  const add = () => void navigate('/supplies/vendors/new');
  return (
    <>
      <PageHead title="Vendors" facts={vendors.length === 0 ? undefined : countVendors(vendors.length)}>
        {canWrite && (
          <Button variant="contained" color="primary" startIcon={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={add}>
            New vendor
          </Button>
        )}
      </PageHead>
      <div className={styles.page}>
        <div className={styles.list}>
          {error && !data ? (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          ) : (
            data && (
              <DataTable
                label="Vendors"
                rows={vendors}
                rowId={({ id }) => id}
                columns={vendorColumns}
                openId={openId}
                onOpen={({ id }) => void navigate(`/supplies/vendors/${id}`)}
                {...(canWrite ? { selection: { chosen, onChange: setChosen } } : {})}
                {...(vendors.length === 0 ? {} : { filterLabel: 'Filter vendors' })}
                narrow={openId !== null}
                empty={
                  <EmptyState title="Nobody to buy from yet" {...(canWrite ? { action: { label: 'Add a vendor', perform: add } } : {})}>
                    Add whom you order from: when, from which amount freight is free, and your account number. An imported list brings its
                    vendors along.
                  </EmptyState>
                }
              />
            )
          )}
          {chosenVendors.length > 0 && (
            <ConfirmBar
              actions={[
                { label: `Archive ${countVendors(chosenVendors.length)}`, perform: () => archiveVendors(chosenVendors), strong: true },
              ]}
              onCancel={() => setChosen(new Set())}
            >
              {countVendors(chosenVendors.length)} chosen
            </ConfirmBar>
          )}
        </div>
        {data && openId !== null && (openId !== 'new' || canWrite) && (
          <VendorPanel
            key={openId}
            id={openId === 'new' ? null : openId}
            canWrite={canWrite}
            onClose={close}
            onAdded={(id) => void navigate(`/supplies/vendors/${id}`, { replace: true })}
            onArchive={(vendor) => archiveVendors([vendor])}
          />
        )}
      </div>
    </>
  );
}
