import { app, BrowserWindow, dialog } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { AppError } from '../../../preload/contract/shared/app-error.ts';
import type { Paper } from '../../../preload/contract/practice/practice.ts';
import type { Desktop, SavedFile } from '../../kernel/ports.ts';
import { fileNameFrom } from '../file-name.ts';
import { systemSecrets } from './secrets.ts';
import { writeWhole } from '../write-whole.ts';

const pageSizes = { letter: 'Letter', a4: 'A4' } as const;

/** What Electron can do for the app: paper, PDF and files through the system's own dialogs. */
export function electronDesktop(): Desktop {
  return {
    abilities: { kind: 'electron', print: true, pdf: true },
    printPage,
    savePdf,
    chooseFile,
    saveFile,
    saveStream,
    secrets: systemSecrets,
  };
}

function printPage(paper: Paper): Promise<boolean> {
  const { webContents } = windowOnScreen();
  return new Promise((resolve, reject) => {
    // All paper of today lies on its side; the page's own @page says so too.
    webContents.print({ printBackground: true, landscape: true, pageSize: pageSizes[paper] }, (isPrinted, reason) => {
      if (isPrinted || /cancel/i.test(reason)) resolve(isPrinted);
      else reject(new AppError('unavailable', 'Nothing was printed. Look whether a printer is set up and switched on, or save a PDF.'));
    });
  });
}

async function savePdf(suggestedName: string, paper: Paper): Promise<SavedFile> {
  const bytes = await windowOnScreen().webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    landscape: true,
    pageSize: pageSizes[paper],
    generateTaggedPDF: true,
  });
  return saveFile(fileNameFrom(suggestedName, '.pdf'), 'application/pdf', bytes);
}

async function chooseFile(title: string, extension: string): Promise<string | undefined> {
  const { filePaths } = await dialog.showOpenDialog(windowOnScreen(), {
    title,
    properties: ['openFile'],
    filters: [{ name: title, extensions: [extension] }],
  });
  return filePaths[0];
}

async function saveStream(suggestedName: string, _mediaType: string, write: (file: Writable) => Promise<void>): Promise<SavedFile> {
  const filePath = await askPlace(suggestedName);
  if (filePath === undefined) return { saved: false, fileName: null };
  await writeWhole(filePath, write);
  return { saved: true, fileName: basename(filePath) };
}

/** Where the person wants a file; undefined when they cancel. */
async function askPlace(suggestedName: string): Promise<string | undefined> {
  const name = fileNameFrom(suggestedName);
  const extension = extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(windowOnScreen(), {
    defaultPath: join(app.getPath('documents'), name),
    ...(extension ? { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] } : {}),
  });
  return canceled || !filePath ? undefined : filePath;
}

async function saveFile(suggestedName: string, _mediaType: string, bytes: Uint8Array): Promise<SavedFile> {
  const filePath = await askPlace(suggestedName);
  if (filePath === undefined) return { saved: false, fileName: null };
  try {
    await writeFile(filePath, bytes);
  } catch (cause) {
    throw new AppError('unavailable', 'The file could not be written there. Close it if it is open, or choose another place.', { cause });
  }
  return { saved: true, fileName: basename(filePath) };
}

function windowOnScreen(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (!window) throw new AppError('unavailable', 'There is no page on the screen. Open the window and try again.');
  return window;
}
