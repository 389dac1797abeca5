import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useTrpc } from '../api/api-provider.tsx';
import { refusalOf } from '../api/refusal.ts';
import { ErrorScreen } from './error-screen.tsx';
import { home } from './navigation.ts';
import { useComputerSettings } from './use-computer-settings.ts';

/**
 * Reads what every screen needs before any is shown. Before set-up everything leads to /start, after it nothing does.
 * While it reads the page stays empty: it is a frame or two.
 */
export function Gate() {
  const trpc = useTrpc();
  const { pathname } = useLocation();
  const system = useQuery(trpc.system.info.queryOptions());
  const practice = useQuery(trpc.practice.get.queryOptions());
  const looksRight = useComputerSettings();
  const error = system.data ? practice.data === undefined && practice.error : system.error;
  if (error) {
    const { message, incident } = refusalOf(error);
    return (
      <ErrorScreen
        message={message}
        incident={incident}
        detail="start"
        onRetry={() => {
          void system.refetch();
          void practice.refetch();
        }}
      />
    );
  }
  if (!system.data || practice.data === undefined || !looksRight) return null;
  if (practice.data === null && pathname !== '/start') return <Navigate to="/start" replace />;
  if (practice.data !== null && (pathname === '/start' || pathname === '/')) return <Navigate to={home} replace />;
  return <Outlet />;
}
