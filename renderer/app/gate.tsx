import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useMay } from '../api/access.ts';
import { useTrpc } from '../api/api-provider.tsx';
import { refusalOf } from '../api/refusal.ts';
import { OwnPassphraseScreen } from '../features/accounts/own-passphrase-screen.tsx';
import { SignInScreen } from '../features/accounts/sign-in-screen.tsx';
import { TroubleScreen } from '../features/accounts/trouble-screen.tsx';
import { RestoreInTrouble } from '../features/backup/restore-in-trouble.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { homeOf } from './navigation.ts';
import { usePerson } from './person.store.ts';
import { useComputerSettings } from './use-computer-settings.ts';
import { pageOfDrafts, useKeptDrafts } from './use-kept-drafts.ts';
import { useOnePerson } from './use-one-person.ts';

/**
 * Asks before anything else whether the practice is open and for whom: the shell stands behind it, or a screen that says what to do.
 * While it reads the page stays empty: it is a frame or two.
 */
export function Gate() {
  const trpc = useTrpc();
  const { data: access, error, refetch } = useQuery(trpc.access.state.queryOptions());
  const looksRight = useComputerSettings();
  const ready = useOnePerson(access);
  const last = usePerson((state) => state.last);
  // Kept for the choice of an own passphrase alone, and gone once it is made.
  const [passphrase, setPassphrase] = useState<string | null>(null);
  if (error && !access) return <Stopped error={error} onRetry={() => void refetch()} />;
  if (!access || !looksRight || !ready) return null;
  if (access.stage === 'trouble' && access.trouble) {
    return (
      <TroubleScreen trouble={access.trouble}>
        <RestoreInTrouble asksItself={window.bridge !== undefined} />
      </TroubleScreen>
    );
  }
  if (!access.me) return <SignInScreen access={access} last={last} onPassphrase={setPassphrase} />;
  if (access.me.mustChangePassphrase) return <OwnPassphraseScreen me={access.me} current={passphrase} />;
  if (passphrase !== null) setPassphrase(null);
  return <OpenPractice />;
}

/**
 * Reads what every screen needs before any is shown. Before set-up everything leads to /start, after it nothing does.
 * Where something was being typed, the app opens there.
 */
function OpenPractice() {
  const trpc = useTrpc();
  const { pathname } = useLocation();
  const may = useMay();
  const system = useQuery(trpc.system.info.queryOptions());
  const practice = useQuery(trpc.practice.get.queryOptions());
  const draftsAreBack = useKeptDrafts();
  const error = system.data ? practice.data === undefined && practice.error : system.error;
  if (error) {
    const again = () => {
      void system.refetch();
      void practice.refetch();
    };
    return <Stopped error={error} onRetry={again} />;
  }
  if (!system.data || practice.data === undefined || !draftsAreBack) return null;
  if (practice.data === null && pathname !== '/start') return <Navigate to="/start" replace />;
  if (practice.data !== null && (pathname === '/start' || pathname === '/')) return <Navigate to={pageOfDrafts() ?? homeOf(may)} replace />;
  return <Outlet />;
}

function Stopped({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { message, incident } = refusalOf(error);
  return <ErrorScreen message={message} incident={incident} detail="start" onRetry={onRetry} />;
}
