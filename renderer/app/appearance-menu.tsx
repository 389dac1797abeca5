import MenuItem from '@mui/material/MenuItem';
import { Check, Contrast } from 'lucide-react';
import type { ReactNode } from 'react';
import { colourSchemes, densities, textSizes, type ColourScheme, type Density } from '../../preload/contract/computer/computer.ts';
import { useComputer } from './computer.store.ts';
import { MenuButton } from './menu-button.tsx';
import styles from './top-bar.module.css';

/** The words for each colour scheme. */
export const colourSchemeWords: Readonly<Record<ColourScheme, string>> = { system: 'As the computer', light: 'Light', dark: 'Dark' };
/** The words for each density. */
export const densityWords: Readonly<Record<Density, string>> = {
  compact: 'Compact',
  comfortable: 'Comfortable',
  large: 'Large, for touch',
};

/** Light or dark, density and text size, one click away. */
export function AppearanceMenu() {
  const { appearance: look, chooseAppearance: choose } = useComputer();
  return (
    <MenuButton label="Appearance" title="Appearance" content={<Contrast size={18} strokeWidth={1.5} aria-hidden />}>
      {() => [
        group('Colors'),
        ...colourSchemes.map((scheme) =>
          choice(scheme, colourSchemeWords[scheme], scheme === look.colourScheme, () => choose({ colourScheme: scheme })),
        ),
        group('Rows'),
        ...densities.map((density) => choice(density, densityWords[density], density === look.density, () => choose({ density }))),
        group('Text size'),
        ...textSizes.map((size) => choice(`text-${size}`, `${size}%`, size === look.textSize, () => choose({ textSize: size }))),
      ]}
    </MenuButton>
  );
}

function group(words: string): ReactNode {
  return (
    <li key={words} className={styles.group} role="presentation">
      {words}
    </li>
  );
}

function choice(key: string, words: string, chosen: boolean, choose: () => void): ReactNode {
  return (
    <MenuItem key={key} role="menuitemradio" aria-checked={chosen} selected={chosen} onClick={choose}>
      {words}
      {chosen && <Check className={styles.tick} size={16} strokeWidth={1.5} aria-hidden />}
    </MenuItem>
  );
}
