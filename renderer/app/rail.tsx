import { NavLink } from 'react-router';
import { useMay } from '../api/access.ts';
import { usePractice } from '../api/practice-queries.ts';
import { destinationsOf } from './navigation.ts';
import styles from './rail.module.css';

/** Up to two initials of a practice's name: "Harbor Family Medicine" is HF. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = name.trim(), second] = words;
  const initials = second ? `${first.charAt(0)}${second.charAt(0)}` : first.slice(0, 2);
  return initials.toLocaleUpperCase('en-US');
}

/** The rail at the left: the practice's initials and the places of the app, icon and word. */
export function Rail() {
  const { practice } = usePractice();
  const may = useMay();
  return (
    <nav className={styles.rail} aria-label="Sections">
      <div className={styles.logo} title={practice.name}>
        <span aria-hidden>{initialsOf(practice.name)}</span>
        <span className="sr-only">{practice.name}</span>
      </div>
      {destinationsOf(may).map(({ path, label, icon: Icon, last }) => (
        <NavLink key={path} to={path} className={styles.place} data-last={last || undefined}>
          <Icon size={20} strokeWidth={1.5} aria-hidden />
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
