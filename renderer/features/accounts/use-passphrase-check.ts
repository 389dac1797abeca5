import { useEffect, useState } from 'react';
import type { PassphraseCheck } from '../../../preload/contract/accounts/access.ts';
import { useApi } from '../../api/api-provider.tsx';

/** How long after the last key it is asked, in ms. */
const pause = 150;

/** What main says of a passphrase that is being typed; null asks nothing. Asked past the query cache, which would keep the typing. */
export function usePassphraseCheck(passphrase: string | null, name: string): PassphraseCheck | undefined {
  const { client } = useApi();
  const [check, setCheck] = useState<PassphraseCheck>();
  useEffect(() => {
    if (passphrase === null) return;
    let wanted = true;
    const timer = setTimeout(() => {
      client.access.passphraseCheck.query({ passphrase, name }).then(
        (answer) => wanted && setCheck(answer),
        // Without an answer nothing is said: main checks again when it is used.
        () => {},
      );
    }, pause);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, passphrase, name]);
  return passphrase === null ? undefined : check;
}
