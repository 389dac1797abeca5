import type { CSSProperties } from 'react';
import type { RecoveryKeyMade } from '../../../preload/contract/accounts/access.ts';
import { marginMillimetres, type Sheet } from '../../print/paper.ts';
import { shortDate } from '../../ui/dates.ts';
import styles from './recovery-sheet.module.css';

/** React knows no custom properties. */
type Properties = CSSProperties & Record<`--${string}`, string>;

/** The printed recovery key: eight groups large enough to be typed without a mistake, what they are for, and where the sheet belongs. Black on white. */
export function RecoverySheet({ made, sheet }: { readonly made: RecoveryKeyMade; readonly sheet: Sheet }) {
  const size: Properties = {
    '--paper-width': `${sheet.widthMillimetres}mm`,
    '--paper-height': `${sheet.heightMillimetres}mm`,
    '--margin': `${marginMillimetres}mm`,
  };
  return (
    <section className={styles.sheet} style={size} aria-label="Recovery key">
      <div className={styles.layout}>
        <header className={styles.head}>
          <p>
            <b>{made.practiceName}</b>
          </p>
          <p>Made {`${shortDate(made.madeOn)}, ${made.madeOn.slice(0, 4)}`}</p>
        </header>
        <h1>Recovery key</h1>
        <p className={styles.purpose}>Opens the practice when a passphrase is forgotten. Whoever holds this sheet can open everything.</p>
        <ol className={styles.groups} aria-label="The key">
          {made.recoveryKey.split('-').map((group, index) => (
            <li key={`${index}-${group}`}>
              <small>{index + 1}</small>
              <span>{group}</span>
            </li>
          ))}
        </ol>
        <div className={styles.words}>
          <section>
            <h2>How to use it</h2>
            <p>
              Start Medical Office Manager, on this computer or on a new one with a copy of the data folder. Choose “Forgot it? Use the
              recovery key”, type your name, the eight groups, and a new passphrase. The key has no letter I, L, O or U.
            </p>
          </section>
          <section>
            <h2>Where to keep it</h2>
            <p>
              In a sealed envelope, signed across the flap: in a safe, or with the owner of the practice at home. Not in a drawer beside the
              computer, not as a photo, not in an e-mail.
            </p>
          </section>
          <section>
            <h2>When to make a new one</h2>
            <p>
              When it was used, when the envelope is found open, or when it is lost: Settings, Security, Recovery key. From then on this
              sheet opens nothing; tear it up.
            </p>
          </section>
        </div>
        <footer className={styles.foot}>
          <span>Sealed on</span>
          <i />
          <span>by</span>
          <i />
          <span>kept at</span>
          <i />
        </footer>
      </div>
    </section>
  );
}
