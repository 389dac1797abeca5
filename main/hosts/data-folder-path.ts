import { homedir } from 'node:os';
import { join } from 'node:path';

/** The program's name where a system shows it. */
export const programName = 'Medical Office Manager';

/**
 * Where the practice lies unless `--data` says otherwise: the same folder for all three hosts.
 * Windows: %APPDATA%; macOS: ~/Library/Application Support; Linux: $XDG_CONFIG_HOME or ~/.config.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), programName);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', programName);
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), programName);
}
