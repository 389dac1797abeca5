import { z } from 'zod';
import { line } from '../shared/primitives.ts';

export const roles = ['owner', 'manager', 'lead', 'staff', 'capture'] as const;
export type Role = (typeof roles)[number];

/** What a committed write touches and a query shows; the renderer refetches by it. */
export const topics = [
  'practice',
  'people',
  'rostering',
  'history',
  'session',
  'accounts',
  'audit',
  'backup',
  'attachments',
  'capture',
  'computer',
  'catalogue',
  'stock',
  'orders',
] as const;
export type Topic = (typeof topics)[number];

export const hostKinds = ['electron', 'web', 'cli', 'test'] as const;
export type HostKind = (typeof hostKinds)[number];

/** What the host can do itself; what it cannot, the browser does. */
export interface HostAbilities {
  readonly kind: HostKind;
  /** Prints straight to the system's dialog. */
  readonly print: boolean;
  /** Makes a PDF and asks where to save it. */
  readonly pdf: boolean;
}

export interface SystemView {
  readonly version: string;
  readonly host: HostAbilities;
  readonly computerLetter: string;
  /** False while the key lies in the open slot: whoever can use this computer can open the file. */
  readonly protected: boolean;
  readonly demonstration: boolean;
  readonly actor: { readonly name: string; readonly role: Role };
  /** The topics of each query, by its path. */
  readonly queryTopics: Readonly<Record<string, readonly Topic[]>>;
}

export interface ChangeEvent {
  readonly topics: readonly Topic[];
}

export const printInput = z.strictObject({
  /** Without extension; what a file name cannot hold is replaced. */
  suggestedName: line(120),
  paper: z.enum(['letter', 'a4']),
});
export interface PdfResult {
  /** False when the person cancelled. */
  readonly saved: boolean;
  /** File name without its folder. */
  readonly fileName: string | null;
}
