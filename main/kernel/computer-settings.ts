import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  appearance,
  computerSettings,
  defaultComputerSettings,
  patched,
  type ComputerPatch,
  type ComputerSettings,
} from '../../preload/contract/computer/computer.ts';
import { AppError } from '../../preload/contract/shared/app-error.ts';

/** The settings of this computer; read before sign-in and without the database. */
export interface ComputerStore {
  get(): ComputerSettings;
  /** Answers the settings as they are then. Refuses as `unavailable` when they cannot be kept; they stay as they were. */
  save(patch: ComputerPatch): ComputerSettings;
}

/** Kept in `computer.json` of a data folder. A file that is missing or damaged is the usual settings, a field that cannot be read its usual value. */
export function computerSettingsIn(folder: string): ComputerStore {
  const file = join(folder, 'computer.json');
  let settings = readSettings(file);
  return {
    get: () => settings,
    save: (patch) => {
      const next = patched(settings, patch);
      write(file, JSON.stringify(next, null, 2));
      settings = next;
      return next;
    },
  };
}

/** Gone with the process, for tests and trials. */
export function computerSettingsInMemory(first: ComputerPatch = {}): ComputerStore {
  let settings = patched(defaultComputerSettings, first);
  return { get: () => settings, save: (patch) => (settings = patched(settings, patch)) };
}

const { appearance: usualLook, ...usual } = defaultComputerSettings;
const { colourScheme, density, textSize } = appearance.shape;
const { locationId, kind, lockAfterMinutes, closeAfterMinutes, backupFolder } = computerSettings.shape;

/** The settings as another version of the program may have written them. */
const writtenSettings = z.object({
  appearance: z
    .object({
      colourScheme: colourScheme.catch(usualLook.colourScheme),
      density: density.catch(usualLook.density),
      textSize: textSize.catch(usualLook.textSize),
    })
    .catch(usualLook),
  locationId: locationId.catch(usual.locationId),
  kind: kind.catch(usual.kind),
  lockAfterMinutes: lockAfterMinutes.catch(usual.lockAfterMinutes),
  closeAfterMinutes: closeAfterMinutes.catch(usual.closeAfterMinutes),
  backupFolder: backupFolder.catch(usual.backupFolder),
});

function readSettings(file: string): ComputerSettings {
  try {
    return writtenSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return defaultComputerSettings;
  }
}

/** Beside the file first and then in its place, so that a crash leaves the old one or the new one. */
function write(file: string, text: string): void {
  try {
    const descriptor = openSync(`${file}.new`, 'w', 0o600);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw new AppError(
      'unavailable',
      'The settings of this computer could not be kept: the data folder cannot be written. Check the disk and its permissions.',
      { cause },
    );
  }
}
