import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Desktop } from '../../kernel/ports.ts';
import { fileNameFrom } from '../file-name.ts';
import { writeWhole } from '../write-whole.ts';

const needsScreen = () => Promise.reject(new AppError('unavailable', 'The command line has no page to print. Use the app.'));

/** What a command line can do for the app: it saves files into the working folder, over nothing that is there. */
export function cliDesktop(folder: string): Desktop {
  return {
    abilities: { kind: 'cli', print: false, pdf: false },
    printPage: needsScreen,
    savePdf: needsScreen,
    saveFile: async (suggestedName, _mediaType, bytes) => {
      const file = freePlace(folder, suggestedName);
      writeFileSync(file, bytes, { flag: 'wx' });
      return { saved: true, fileName: basename(file) };
    },
    saveStream: async (suggestedName, _mediaType, write) => {
      const file = freePlace(folder, suggestedName);
      await writeWhole(file, write);
      return { saved: true, fileName: basename(file) };
    },
  };
}

function freePlace(folder: string, suggestedName: string): string {
  const file = resolve(folder, fileNameFrom(suggestedName));
  if (existsSync(file)) throw new AppError('conflict', `${basename(file)} is here already. Move it away and try again.`);
  return file;
}
