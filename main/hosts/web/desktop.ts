import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Desktop } from '../../kernel/ports.ts';
import { fileNameFrom } from '../file-name.ts';
import type { Downloads } from './downloads.ts';
import { spool } from './spool.ts';

/** What a browser can do for the app: it prints by itself, and fetches files under a handle. */
export function webDesktop(downloads: Downloads): Desktop {
  return {
    abilities: { kind: 'web', print: false, pdf: false },
    printPage: () => Promise.reject(new AppError('unavailable', 'The browser prints this page itself. Use its print command.')),
    savePdf: () => Promise.reject(new AppError('unavailable', 'The browser makes the PDF. Print, and choose "Save as PDF".')),
    saveFile: async (suggestedName, mediaType, bytes) => {
      const name = fileNameFrom(suggestedName);
      return { saved: true, fileName: name, download: downloads.put({ name, mediaType, bytes }) };
    },
    saveStream: async (suggestedName, mediaType, write) => {
      const name = fileNameFrom(suggestedName);
      return { saved: true, fileName: name, download: downloads.put({ name, mediaType, spooled: await spool(write) }) };
    },
  };
}
