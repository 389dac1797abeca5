import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../db/data-source.ts';
import { UnitOfWork } from '../../db/unit-of-work.ts';
import { sequentialIds, steppingClock } from './ports.ts';

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const testKey = '5e'.repeat(32);

/** A migrated database in a file of its own, encrypted. */
export async function openTestDatabase(): Promise<{ dataSource: DataSource; unitOfWork: UnitOfWork; path: string; newId: () => string }> {
  const path = join(temporaryFolder(), 'practice.db');
  const dataSource = await openDatabase({ path, key: testKey });
  onTestFinished(() => dataSource.destroy());
  const newId = sequentialIds();
  const unitOfWork = await UnitOfWork.open(dataSource, { clock: steppingClock(), newId });
  return { dataSource, unitOfWork, path, newId };
}
