import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until the contents of a file are on the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the names in a folder are on the disk. Windows keeps them with the file. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a finished file its name at one stroke; after that it is there, whole, whatever happens. */
export function renameDurably(from: string, to: string): void {
  syncFile(from);
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Writes a small file for its owner alone; it is the old one or the new one, never half. */
export function writeDurably(path: string, text: string): void {
  const descriptor = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
  renameDurably(`${path}.new`, path);
}

/** Copies a file; the copy has its name only once it is whole. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, `${to}.new`);
  renameDurably(`${to}.new`, to);
}
