import type { MigrationInterface } from 'typeorm';
import { InitialSchema1764000000000 } from './1764000000000-initial-schema.ts';
import { Holidays1764050000000 } from './1764050000000-holidays.ts';
import { Accounts1764100000000 } from './1764100000000-accounts.ts';
import { Audit1764200000000 } from './1764200000000-audit.ts';
import { Attachments1764300000000 } from './1764300000000-attachments.ts';
import { Capture1764350000000 } from './1764350000000-capture.ts';
import { SuppliesCatalogue1764400000000 } from './1764400000000-supplies-catalogue.ts';
import { SuppliesStock1764500000000 } from './1764500000000-supplies-stock.ts';
import { SuppliesOrders1764600000000 } from './1764600000000-supplies-orders.ts';

/** A migration, by the name that is kept in the database. */
export type MigrationClass = (new () => MigrationInterface) & { readonly name: string };

/** Every migration, oldest first. */
export const migrations: readonly MigrationClass[] = [
  InitialSchema1764000000000,
  Holidays1764050000000,
  Accounts1764100000000,
  Audit1764200000000,
  Attachments1764300000000,
  Capture1764350000000,
  SuppliesCatalogue1764400000000,
  SuppliesStock1764500000000,
  SuppliesOrders1764600000000,
];
