import { z } from 'zod';
import { id } from '../shared/primitives.ts';

export const colourSchemes = ['system', 'light', 'dark'] as const;
export type ColourScheme = (typeof colourSchemes)[number];
export const densities = ['compact', 'comfortable', 'large'] as const;
export type Density = (typeof densities)[number];
/** Text sizes in percent. */
export const textSizes = [100, 115, 130, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** A laptop goes about with one person; a front desk is shared and stays where it is. */
export const computerKinds = ['laptop', 'front_desk'] as const;
export type ComputerKind = (typeof computerKinds)[number];

export const appearance = z.strictObject({
  colourScheme: z.enum(colourSchemes),
  density: z.enum(densities),
  textSize: z.literal(textSizes),
});
export type Appearance = z.infer<typeof appearance>;

/** What belongs to this computer and not to the practice. No secret is among it: it is read before anyone signs in. */
export const computerSettings = z.strictObject({
  appearance,
  /** The location the screens are about; null takes the practice's first. */
  locationId: id.nullable(),
  kind: z.enum(computerKinds),
  /** Minutes without a key or click after which the screen locks; null takes what is usual for the kind. */
  lockAfterMinutes: z.int().min(1).max(240).nullable(),
  /** Minutes after which a locked practice is closed, its key forgotten. */
  closeAfterMinutes: z.int().min(30).max(60),
  /** The second place for backups: an absolute path; null when there is none. */
  backupFolder: z.string().trim().min(1).max(1000).nullable(),
});
export type ComputerSettings = z.infer<typeof computerSettings>;

export const defaultComputerSettings: ComputerSettings = {
  appearance: { colourScheme: 'system', density: 'compact', textSize: 100 },
  locationId: null,
  kind: 'laptop',
  lockAfterMinutes: null,
  closeAfterMinutes: 45,
  backupFolder: null,
};

/** The settings to change; what is left out stays. */
export const computerPatch = computerSettings.partial().extend({ appearance: appearance.partial().optional() });
export type ComputerPatch = z.infer<typeof computerPatch>;

/** The settings with a change laid over them. */
export function patched(settings: ComputerSettings, patch: ComputerPatch): ComputerSettings {
  const look = settings.appearance;
  return {
    appearance: {
      colourScheme: patch.appearance?.colourScheme ?? look.colourScheme,
      density: patch.appearance?.density ?? look.density,
      textSize: patch.appearance?.textSize ?? look.textSize,
    },
    locationId: patch.locationId === undefined ? settings.locationId : patch.locationId,
    kind: patch.kind ?? settings.kind,
    lockAfterMinutes: patch.lockAfterMinutes === undefined ? settings.lockAfterMinutes : patch.lockAfterMinutes,
    closeAfterMinutes: patch.closeAfterMinutes ?? settings.closeAfterMinutes,
    backupFolder: patch.backupFolder === undefined ? settings.backupFolder : patch.backupFolder,
  };
}

/** Minutes without a key or click after which this computer locks. */
export function lockMinutes({ kind, lockAfterMinutes }: Pick<ComputerSettings, 'kind' | 'lockAfterMinutes'>): number {
  return lockAfterMinutes ?? (kind === 'front_desk' ? 5 : 15);
}
