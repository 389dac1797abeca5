import { Section } from '../../ui/section.tsx';
import styles from './archive.module.css';
import { ExportEverything } from './export-everything.tsx';
import { OpenExport } from './open-export.tsx';

/** Taking everything out, and bringing it in. */
export function ArchiveSettings() {
  return (
    <>
      <ExportEverything />
      <Section title="Import">
        <div className={styles.words}>
          <p>
            An export goes into an empty practice, and is then the same practice. Here you can open one to see that it is whole and what it
            holds.
          </p>
        </div>
        <OpenExport />
      </Section>
    </>
  );
}
