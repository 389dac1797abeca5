import Button from '@mui/material/Button';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useNavigate } from 'react-router';
import type { RecoveryKeyMade } from '../../../preload/contract/accounts/access.ts';
import { useAccess } from '../../api/access.ts';
import { useApi } from '../../api/api-provider.tsx';
import { usePractice } from '../../api/practice-queries.ts';
import { sheets } from '../../print/paper.ts';
import { PrintRules } from '../../print/print-rules.tsx';
import ground from '../../print/print-screen.module.css';
import { useSheetScale } from '../../print/use-sheet-scale.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CompareGroups } from './compare-groups.tsx';
import { RecoverySheet } from './recovery-sheet.tsx';
import { usePrintRecoverySheet } from './use-print-recovery-sheet.ts';

/** Makes the recovery key, prints its sheet, and compares two groups of it. The key is shown once and kept nowhere. */
export function RecoveryKeyPage() {
  const { client } = useApi();
  const { protected: isProtected, recoveryKey } = useAccess();
  const navigate = useNavigate();
  const [made, setMade] = useState<RecoveryKeyMade | null>(null);
  const [error, setError] = useState<unknown>(null);
  const make = () => {
    setError(null);
    client.access.recoveryKey.make.mutate().then(setMade, setError);
  };
  // Asked for straight from protecting the practice: there is none yet, so there is nothing to ask.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !isProtected || recoveryKey !== 'none') return;
    begun.current = true;
    client.access.recoveryKey.make.mutate().then(setMade, setError);
  }, [client, isProtected, recoveryKey]);

  if (made) return <Made made={made} onDone={() => void navigate('/')} />;
  return (
    <>
      <PageHead title="Recovery key" />
      {error !== null && <ErrorNotice error={error} onRetry={make} />}
      {isProtected ? (
        recoveryKey !== 'none' && (
          <EmptyState title="Make a new recovery key" action={{ label: 'Make a new recovery key', perform: make }}>
            The sheet that was printed before opens nothing from then on. Have a printer at hand: the new key is shown once.
          </EmptyState>
        )
      ) : (
        <EmptyState
          title="Choose a passphrase first"
          action={{ label: 'Protect this practice', perform: () => void navigate('/settings/protect') }}
        >
          Until then the practice opens without any key.
        </EmptyState>
      )}
    </>
  );
}

const around = 28;

function Made({ made, onDone }: { readonly made: RecoveryKeyMade; readonly onDone: () => void }) {
  const { practice } = usePractice();
  const sheet = sheets[practice.paper];
  const place = useRef<HTMLElement>(null);
  const scale = useSheetScale(place, sheet, { pad: around, whole: true });
  const fit: CSSProperties & Record<'--fit', number> = { '--fit': scale };
  const print = usePrintRecoverySheet(practice.paper);
  return (
    <div className={ground.screen}>
      <PrintRules paper={practice.paper} />
      <PageHead title="Recovery key" facts="Shown once. Print it now.">
        <Button variant="contained" color="primary" onClick={print}>
          Print
        </Button>
      </PageHead>
      <div className={ground.body}>
        <section ref={place} className={ground.ground} aria-label="As it will print">
          <div className={ground.sheets} style={fit} data-sheets="">
            <RecoverySheet made={made} sheet={sheet} />
          </div>
        </section>
        <aside className={ground.options} aria-label="Compare the sheet">
          <CompareGroups askBack={made.askBack} onDone={onDone} />
        </aside>
      </div>
    </div>
  );
}
