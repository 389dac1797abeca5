import type { Writable } from 'node:stream';
import type { HostAbilities, PdfResult } from '../../preload/contract/system/system.ts';
import type { Paper } from '../../preload/contract/practice/practice.ts';

/** The present instant, ISO 8601 UTC with milliseconds. */
export type Clock = () => string;

/** A new UUIDv7. */
export type NewId = () => string;

/** Detail for the log file; never shown on a screen. */
export interface Log {
  info(message: string, detail?: unknown): void;
  error(message: string, detail?: unknown): void;
}

export interface SavedFile {
  /** False when the person cancelled. */
  readonly saved: boolean;
  readonly fileName: string | null;
  /** Web host: the handle to fetch at /files/<handle>. */
  readonly download?: string;
}

/** The operating system's own store of secrets, where it keeps them encrypted for this computer's user. */
export interface Secrets {
  isAvailable(): Promise<boolean>;
  /** Base64. */
  seal(text: string): Promise<string>;
  /** Undefined when the store does not give it back: another user, another computer. */
  open(sealed: string): Promise<string | undefined>;
}

/** What only the host can do. */
export interface Desktop {
  readonly abilities: HostAbilities;
  /** Opens the system's print dialog for the page on the screen. False when the person cancelled. */
  printPage(paper: Paper): Promise<boolean>;
  /** Makes a PDF of the page on the screen and asks where to keep it. */
  savePdf(suggestedName: string, paper: Paper): Promise<PdfResult>;
  /** Only where the host has such a store. */
  readonly secrets?: Secrets;
  /** Asks for a file of this extension; answers its path, or undefined when the person cancelled. Only where the host has such a dialog. */
  readonly chooseFile?: (title: string, extension: string) => Promise<string | undefined>;
  saveFile(suggestedName: string, mediaType: string, bytes: Uint8Array): Promise<SavedFile>;
  /**
   * Asks where to keep a file and then has it written piece by piece; `write` is not called when the person cancels.
   * When it throws, nothing is left of the file.
   */
  saveStream(suggestedName: string, mediaType: string, write: (file: Writable) => Promise<void>): Promise<SavedFile>;
}
