import { Navigate, NavLink, Outlet } from 'react-router';
import { useMay } from '../../api/access.ts';
import { ProtectionNotice } from '../../app/protection-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import styles from './settings.module.css';

/** The parts of the settings, in order; the routes hang their pages below. */
const parts: readonly { readonly path: string; readonly label: string; readonly needs?: string }[] = [
  { path: 'practice', label: 'Practice', needs: 'practice.save' },
  { path: 'locations', label: 'Locations and hours', needs: 'practice.location.save' },
  { path: 'positions', label: 'Positions', needs: 'practice.position.save' },
  { path: 'closures', label: 'Closures and holidays', needs: 'practice.closure.save' },
  { path: 'accounts', label: 'People who sign in', needs: 'access.account.list' },
  { path: 'security', label: 'Security' },
  { path: 'backups', label: 'Backups', needs: 'backup.settings' },
  { path: 'history', label: 'History', needs: 'history.recent' },
  { path: 'access-record', label: 'Access record', needs: 'audit.list' },
  { path: 'archive', label: 'Export and import', needs: 'archive.export' },
  { path: 'appearance', label: 'Appearance' },
  { path: 'about', label: 'About' },
];

/** Everything that was answered at set-up and can be changed later; each part saves itself. */
export function SettingsPage() {
  const may = useMay();
  return (
    <>
      <PageHead title="Settings" facts="What you change is saved at once and can be undone." />
      <div className={styles.page}>
        <nav className={styles.parts} aria-label="Settings">
          {parts
            .filter(({ needs }) => needs === undefined || may(needs))
            .map(({ path, label }) => (
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

/** The first part that whoever is here can use. */
export function FirstSettings() {
  const may = useMay();
  return <Navigate to={`/settings/${may('practice.save') ? 'practice' : 'security'}`} replace />;
}
