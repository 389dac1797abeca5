import { createHmac } from 'node:crypto';
import { ChainRepository } from '../../db/change-log/chain.repository.ts';
import { verifyChain } from '../../db/change-log/verify-chain.ts';
import { openDatabase } from '../../db/data-source.ts';
import { compare, type Measure } from './measure.ts';
import { openBenchApp } from './support/bench-app.ts';
import { WorkFolders } from './support/five-years.ts';
import { addEntries, chainedBytes, headOf } from './support/long-record.ts';
import { keyOf, openRaw } from './support/raw-database.ts';

const entries = 100_000;

export const auditVerify: Measure = {
  name: 'audit-verify',
  about: 'the record of 100,000 entries walked and compared / HMAC over the same bytes',
  bound: 6,
  run: async () => {
    const folders = new WorkFolders();
    try {
      const folder = folders.take();
      // Makes the computer, with which the chain begins.
      await (await openBenchApp(folder)).close();
      const key = keyOf(folder);
      const file = openRaw(folder, key);
      addEntries(file, entries);
      const bytes = chainedBytes(file);
      const head = headOf(file);
      const secret = Buffer.from(head.key, 'hex');
      file.close();
      const dataSource = await openDatabase({ path: `${folder}/practice.db`, key });
      const chain = new ChainRepository(dataSource.manager);
      const ratio = await compare({
        ours: async () => {
          const verdict = await verifyChain((work) => work(chain));
          if (verdict.fault || verdict.entries !== entries) throw new Error('The record that was made is not whole.');
        },
        raw: () => {
          let hash = '';
          for (const parts of bytes) {
            const mac = createHmac('sha256', secret);
            for (const part of parts) mac.update(part);
            hash = mac.digest('hex');
          }
          if (hash !== head.hash) throw new Error('These are not the bytes of the chain.');
        },
        pairs: 3,
        warm: 1,
      });
      await dataSource.destroy();
      return ratio;
    } finally {
      folders.remove();
    }
  },
};
