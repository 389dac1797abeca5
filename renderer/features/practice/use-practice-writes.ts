import { useQueryClient } from '@tanstack/react-query';
import type { PracticeView } from '../../../preload/contract/practice/practice.ts';
import type { SeenRow, Written } from '../../../preload/contract/shared/primitives.ts';
import { useTrpc } from '../../api/api-provider.tsx';
import { useWrite } from '../../app/use-write.ts';

/** The refusal is said in the form. */
const inForm = { sayRefusal: false } as const;

/** The practice's writes; each is finished when the screen shows it, so that the next one carries the new version. */
export function usePracticeWrites() {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const queryKey = trpc.practice.get.queryKey();
  const practice = useWrite(trpc.practice.save.mutationOptions(), inForm);
  const location = useWrite(trpc.practice.location.save.mutationOptions(), inForm);
  const position = useWrite(trpc.practice.position.save.mutationOptions(), inForm);
  const closure = useWrite(trpc.practice.closure.save.mutationOptions(), inForm);

  return {
    savePractice: shown(practice.mutateAsync),
    saveLocation: shown(location.mutateAsync),
    savePosition: shown(position.mutateAsync),
    saveClosure: shown(closure.mutateAsync),
    /** The version the screen shows now of the practice or of one of its rows. */
    seen,
  };

  function shown<Input>(write: (input: Input) => Promise<Written>): (input: Input) => Promise<void> {
    return async (input) => {
      await write(input);
      await queryClient.refetchQueries({ queryKey });
    };
  }

  function seen(id: string): SeenRow {
    const view: PracticeView | null | undefined = queryClient.getQueryData(queryKey);
    const rows = view ? [view, ...view.locations, ...view.positions, ...view.closures] : [];
    const row = rows.find((candidate) => candidate.id === id);
    return { id, version: row?.version ?? 1 };
  }
}
