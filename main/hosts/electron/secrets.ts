import { safeStorage } from 'electron';
import type { Secrets } from '../../kernel/ports.ts';

/** Stores that hide nothing: Linux without a keyring. */
const plainStores = new Set(['basic_text', 'unknown']);

/** The operating system's store, through Electron. Not used where it would keep plain text. */
export const systemSecrets: Secrets = {
  isAvailable: async () => {
    if (process.platform === 'linux' && plainStores.has(safeStorage.getSelectedStorageBackend())) return false;
    return safeStorage.isAsyncEncryptionAvailable();
  },
  seal: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
  open: async (sealed) => {
    try {
      return (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result;
    } catch {
      return undefined;
    }
  },
};
