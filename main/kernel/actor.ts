import type { Role } from '../../preload/contract/system/system.ts';

/** Who is asking: held in main, never sent by the renderer. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}
