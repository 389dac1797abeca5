import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError } from '../../../preload/contract/shared/app-error.ts';

/** Where scripts put it, so that it stands in no list of processes and no shell's history. */
export const passphraseVariable = 'OFFICE_PASSPHRASE';

/** The passphrase of `name`: from the environment, else asked for at the terminal without showing it. */
export async function readPassphrase(name: string): Promise<string> {
  const given = process.env[passphraseVariable];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) {
    throw new AppError('invalid_input', `Put the passphrase of ${name} into ${passphraseVariable}, or run this at a terminal.`);
  }
  process.stderr.write(`Passphrase of ${name}: `);
  const silence = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silence, terminal: true });
  try {
    return await new Promise<string>((resolve) => terminal.question('', resolve));
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
