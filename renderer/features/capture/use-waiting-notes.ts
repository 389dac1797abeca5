import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/access.ts';
import { useTrpc } from '../../api/api-provider.tsx';

/** How many notes from the front desk wait; 0 for those who do not read them. */
export function useWaitingNotes(): number {
  const trpc = useTrpc();
  const may = useMay();
  const { data } = useQuery({ ...trpc.capture.count.queryOptions(), enabled: may('capture.count') });
  return data?.waiting ?? 0;
}
