import { z } from 'zod';
import { id, version } from '../../../preload/contract/shared/primitives.ts';

export type RowSchema = z.ZodType<Record<string, string | number | null>>;

export const instant = z.iso.datetime();
export const text = (max = 200) => z.string().max(max);
export const yesNo = z.int().min(0).max(1);
export const order = z.int().min(-1_000_000).max(1_000_000);

/** A row with what every table has beside its own columns. */
export const row = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ id, version, archived_at: instant.nullable(), ...shape });
