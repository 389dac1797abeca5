import { QueryClient } from '@tanstack/react-query';
import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { createTRPCOptionsProxy, type TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from '../../main/router.ts';
import { fileTooLarge, maximumFileBytes, maximumWholeBytes, type Transport } from '../../preload/contract/shared/transport.ts';
import { confirmLink } from './confirm-link.ts';
import { Refusal } from './refusal.ts';
import { transportLink } from './transport-link.ts';

/** Everything a screen asks main with. */
export interface Api {
  readonly transport: Transport;
  /** Calls outside of React, and subscriptions. */
  readonly client: TRPCClient<AppRouter>;
  readonly queryClient: QueryClient;
  /** Options for useQuery and useMutation: `useQuery(trpc.people.list.queryOptions())`. */
  readonly trpc: TRPCOptionsProxy<AppRouter>;
}

/** The typed client over a transport. What is read stays fresh until a change event names its topic. */
export function createApi(transport: Transport): Api {
  const client = createTRPCClient<AppRouter>({ links: [confirmLink(), transportLink(transport)] });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return { transport, client, queryClient, trpc: createTRPCOptionsProxy<AppRouter>({ client, queryClient }) };
}

/** Larger files go in parts, so that neither side holds one twice. */
const partBytes = 16 * 1024 * 1024;

/**
 * Puts a file into main, a large one part by part, and answers its handle, which a later call names.
 * Throws a `Refusal`, for one when the file is larger than `most` bytes, which is seen before it is read.
 */
export async function putFile(transport: Transport, file: File, most = maximumWholeBytes): Promise<string> {
  if (file.size > most) throw new Refusal(fileTooLarge(most));
  if (file.size <= maximumFileBytes) return putPart(transport, file, file.name, undefined);
  let handle: string | undefined;
  for (let start = 0; start < file.size; start += partBytes) {
    handle = await putPart(transport, file.slice(start, start + partBytes), file.name, handle);
  }
  return String(handle);
}

async function putPart(transport: Transport, part: Blob, name: string, after: string | undefined): Promise<string> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  const answer = await transport.putFile({ name, bytes, ...(after === undefined ? {} : { after }) });
  if (!answer.ok) throw new Refusal(answer.error);
  return String(answer.data);
}
