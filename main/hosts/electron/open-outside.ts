import { shell } from 'electron';
import { mayOpenOutside } from '../policy.ts';

/** Hands an address to the person's browser when the policy has it on its list; the only place that does. */
export function openOutside(address: string): void {
  if (mayOpenOutside(address)) void shell.openExternal(address);
}
