import { z } from 'zod';
import type { Written } from '../shared/primitives.ts';

/** The handle of an export that was put, in parts when it is large. */
export const archiveInput = z.strictObject({ file: z.string().min(1).max(100) });

/** How much of something is in an export: "Shifts", 1204. */
export interface ArchiveCount {
  readonly what: string;
  readonly count: number;
}

export interface ArchivePreview {
  /** The practice's name. */
  readonly name: string;
  /** Instant, ISO 8601 UTC. */
  readonly exportedAt: string;
  readonly counts: readonly ArchiveCount[];
  /** Files that were missing already when it was exported. */
  readonly missingFiles: number;
  /** Why it cannot be brought in here; null when it can. */
  readonly obstacle: string | null;
}

export interface ExportResult {
  /** False when the person cancelled. */
  readonly saved: boolean;
  readonly fileName: string | null;
  /** Web host: the handle to fetch at /files/<handle>. */
  readonly download?: string;
  readonly rows: number;
  readonly files: number;
  /** Files that are missing or damaged in the data folder, and so not in the export. */
  readonly missingFiles: number;
}

export interface ArchiveImportResult extends Written {
  readonly rows: number;
  readonly files: number;
}
