import { hashRaw } from '@node-rs/argon2';

/** How a passphrase becomes a key: Argon2id by these costs. Kept beside what it seals, so that later costs can differ. */
export interface PassphraseCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** RFC 9106, section 4: 64 MiB, three passes, four lanes. */
export const passphraseCost: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };

/** 32 bytes, by Argon2id, the library's default. Runs beside the event loop. The passphrase is composed (NFKC), so that it is the same from every keyboard. */
export function keyFromPassphrase(passphrase: string, salt: Buffer, cost: PassphraseCost = passphraseCost): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFKC'), {
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    salt,
  });
}
