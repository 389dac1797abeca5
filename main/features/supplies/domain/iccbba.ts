import type { LocalDate } from '../../../../preload/contract/shared/primitives.ts';
import { dayOfYear } from './scan-dates.ts';

/** What an ISBT 128 code of blood, cells and tissue says (ICCBBA; the parts that FDA's list of UDI formats names). */
export interface Iccbba {
  /** The product's identifier, "=/A9999XYZ100T0944": as identifiers are kept and compared. Null when the code has none. */
  readonly device: string | null;
  readonly serial: string | null;
  readonly lot: string | null;
  readonly donation: string | null;
  readonly expiresOn: LocalDate | null;
  readonly madeOn: LocalDate | null;
}

/** "014032": a century digit (0 is 20yy, 9 is 19yy), the year, the day of the year. */
function readDay(text: string | undefined): LocalDate | null {
  const match = /^([09])(\d{2})(\d{3})/.exec(text ?? '');
  if (!match) return null;
  return dayOfYear((match[1] === '9' ? 1900 : 2000) + Number(match[2]), Number(match[3])) ?? null;
}

/** Reads an ISBT 128 code. Undefined when it is none. */
export function readIccbba(text: string): Iccbba | undefined {
  const plain = text.trim();
  if (!/^=\/[A-Z0-9]{16}|^=[A-Z]\d{4}\d{2}\d{6}/.test(plain)) return undefined;
  const parts = plain.split(/(?=[=&].)/);
  const after = (mark: string): string | undefined => parts.find((part) => part.startsWith(mark))?.slice(mark.length);
  const device = /^=\/[A-Z0-9]{16}/.exec(parts[0] ?? '')?.[0];
  return {
    device: device ?? null,
    serial: after('=,') ?? null,
    lot: after('&,1') ?? null,
    donation: parts.find((part) => /^=[A-Z]\d{4}/.test(part))?.slice(1) ?? null,
    expiresOn: readDay(after('=>')),
    madeOn: readDay(after('=}')),
  };
}
