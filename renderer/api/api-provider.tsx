import { QueryClientProvider } from '@tanstack/react-query';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import type { AppRouter } from '../../main/router.ts';
import { followChanges } from './change-events.ts';
import type { Api } from './client.ts';

const ApiContext = createContext<Api | null>(null);

/** Gives the screens their api and refetches what others change. */
export function ApiProvider({ api, children }: { readonly api: Api; readonly children: ReactNode }) {
  useEffect(() => followChanges(api), [api]);
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={api.queryClient}>{children}</QueryClientProvider>
    </ApiContext>
  );
}

/** The whole api: `client` for calls and subscriptions, `transport` for `putFile`. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi stands outside of ApiProvider.');
  return api;
}

/** The typed options for useQuery and useMutation. */
export function useTrpc(): TRPCOptionsProxy<AppRouter> {
  return useApi().trpc;
}
