import { NavLink, Outlet } from 'react-router';
import { ProtectionNotice } from '../../app/protection-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './settings.module.css';

/** The parts of the settings, in order; the routes hang their pages below. */
const parts = [
  { path: 'practice', label: 'Practice' },
  { path: 'locations', label: 'Locations and hours' },
  { path: 'positions', label: 'Positions' },
  { path: 'closures', label: 'Closures and holidays' },
  { path: 'backups', label: 'Backups' },
  { path: 'history', label: 'History' },
  { path: 'access-record', label: 'Access record' },
  { path: 'archive', label: 'Export and import' },
  { path: 'appearance', label: 'Appearance' },
  { path: 'about', label: 'About' },
] as const;

/** Everything that was answered at set-up and can be changed later; each part saves itself. */
export function SettingsPage() {
  return (
    <>
      <PageHead title="Settings" facts="What you change is saved at once and can be undone." />
      <div className={styles.page}>
        <nav className={styles.parts} aria-label="Settings">
          {parts.map(({ path, label }) => (
            <NavLink key={path} to={`/settings/${path}`} className={styles.part}>
              {label}
            </NavLink>
          ))}
          <div className={styles.protection}>
            <ProtectionNotice />
          </div>
        </nav>
        <div className={styles.body}>
          <Outlet />
        </div>
      </div>
    </>
  );
}
