import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../../scripts/support/repository.ts';

/** A copy of the built main and page, so that a build meanwhile does not change the program that is tried. */
export interface BuiltApp {
  /** The loopback host. */
  readonly program: string;
  /** Changes with what was built. */
  readonly fingerprint: string;
  remove(): void;
}

export function copyBuiltApp(): BuiltApp {
  const cache = inRepository('.cache');
  mkdirSync(cache, { recursive: true });
  // Inside the repository, where its packages are found from.
  const folder = mkdtempSync(join(cache, 'app-'));
  for (const part of ['main', 'renderer']) {
    if (existsSync(inRepository('out', part))) cpSync(inRepository('out', part), join(folder, part), { recursive: true });
  }
  const hash = createHash('sha256');
  for (const name of readdirSync(join(folder, 'main'), { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(folder, 'main', name)));
  }
  return {
    program: join(folder, 'main/web.js'),
    fingerprint: hash.digest('hex'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
