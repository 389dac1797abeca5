import { useState } from 'react';
import type { ImportSource } from '../../../../preload/contract/people/people.ts';
import { useApi } from '../../../api/api-provider.tsx';
import { putFile } from '../../../api/client.ts';
import { maximumFileBytes } from '../../../../preload/contract/shared/transport.ts';
import { Refusal, refusalOf } from '../../../api/refusal.ts';

/** The list that was brought in. */
export interface BroughtList {
  readonly source: ImportSource;
  /** "staff.xlsx", or "Pasted list". */
  readonly name: string;
}

/** Takes in what is pasted or chosen; the bytes go to main and are named by their handle. */
export function useImportSource() {
  const { transport } = useApi();
  const [list, setList] = useState<BroughtList | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const put = async (file: File, name: string): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setList({ source: { file: await putFile(transport, file, maximumFileBytes) }, name });
    } catch (caught) {
      setError(new Refusal(refusalOf(caught)));
    } finally {
      setBusy(false);
    }
  };

  return {
    list,
    busy,
    error,
    takeFile: (file: File) => void put(file, file.name),
    // A paste goes to main as a file too: once, instead of with every look at it.
    takeText: (text: string) => void put(new File([text], 'Pasted list'), 'Pasted list'),
    clear: () => {
      setList(null);
      setError(null);
    },
  };
}
