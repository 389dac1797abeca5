import Database from 'better-sqlite3';
import { openDatabase } from '../../db/data-source.ts';
import { ChainRepository, type ChainHead } from '../../db/change-log/chain.repository.ts';
import { verifyChain, type ChainVerdict } from '../../db/change-log/verify-chain.ts';

export type RawConnection = InstanceType<typeof Database>;

/** Works on the file past the program and its triggers, as somebody with the key could. The program must have closed it. */
export function tamper<Result>(path: string, key: string, work: (connection: RawConnection) => Result): Result {
  const connection = new Database(path, { fileMustExist: true });
  try {
    connection.pragma(`cipher='sqlcipher'`);
    connection.pragma(`legacy=4`);
    connection.pragma(`key="x'${key}'"`);
    connection.pragma('journal_mode = WAL');
    const names = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all();
    for (const name of names) connection.exec(`DROP TRIGGER "${String(name)}"`);
    return work(connection);
  } finally {
    connection.close();
  }
}

/** Opens the file anew and walks its chain. */
export async function verifyFile(path: string, key: string, expected: readonly ChainHead[] = []): Promise<ChainVerdict> {
  const dataSource = await openDatabase({ path, key });
  try {
    return await verifyChain((work) => work(new ChainRepository(dataSource.manager)), { expected });
  } finally {
    await dataSource.destroy();
  }
}
