import type { ReactNode } from 'react';
import { colourSchemes, densities, textSizes } from '../../../preload/contract/computer/computer.ts';
import { colourSchemeWords, densityWords } from '../../app/appearance-menu.tsx';
import { useComputer } from '../../app/computer.store.ts';
import { Section } from '../../ui/section.tsx';
import styles from './appearance-settings.module.css';

/** Light or dark, density and text size of this computer. */
export function AppearanceSettings() {
  const { appearance: look, chooseAppearance: choose } = useComputer();
  return (
    <Section title="Appearance" facts="on this computer only">
      <div className={styles.groups}>
        <Choices legend="Colors">
          {colourSchemes.map((scheme) => (
            <Option
              key={scheme}
              name="colours"
              words={colourSchemeWords[scheme]}
              chosen={scheme === look.colourScheme}
              choose={() => choose({ colourScheme: scheme })}
            />
          ))}
        </Choices>
        <Choices legend="Rows">
          {densities.map((density) => (
            <Option
              key={density}
              name="rows"
              words={densityWords[density]}
              chosen={density === look.density}
              choose={() => choose({ density })}
            />
          ))}
        </Choices>
        <Choices legend="Text size">
          {textSizes.map((size) => (
            <Option
              key={size}
              name="text-size"
              words={`${size}%`}
              chosen={size === look.textSize}
              choose={() => choose({ textSize: size })}
            />
          ))}
        </Choices>
      </div>
    </Section>
  );
}

function Choices({ legend, children }: { readonly legend: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

function Option({
  name,
  words,
  chosen,
  choose,
}: {
  readonly name: string;
  readonly words: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  return (
    <label className={styles.option}>
      <input type="radio" name={name} checked={chosen} onChange={choose} />
      {words}
    </label>
  );
}
