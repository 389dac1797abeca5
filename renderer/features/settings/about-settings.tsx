import { useSystem } from '../../api/practice-queries.ts';
import { Section } from '../../ui/section.tsx';
import styles from './about-settings.module.css';

/** What this program is, where it prints, and where the data lies. */
export function AboutSettings() {
  const { version, host, computerLetter, demonstration } = useSystem();
  const facts: readonly (readonly [string, string])[] = [
    ['Version', version],
    ['Runs', host.kind === 'electron' ? 'in its own window' : 'in this browser, on this computer only'],
    ['Prints', host.print ? 'to a printer you choose in the system’s dialog' : 'through the browser’s print dialog'],
    ['PDF', host.pdf ? 'saved where you choose' : 'through the browser’s print dialog: choose “Save as PDF”'],
    ['This computer’s letter', `${computerLetter}: its weeks are numbered ${computerLetter}-1, ${computerLetter}-2, and so on`],
    ['Data', demonstration ? 'a demonstration practice, apart from your own' : 'one encrypted file on this computer; nothing leaves it'],
  ];
  return (
    <Section title="Medical Office Manager">
      <dl className={styles.facts}>
        {facts.map(([what, words]) => (
          <div key={what} className={styles.fact}>
            <dt>{what}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
