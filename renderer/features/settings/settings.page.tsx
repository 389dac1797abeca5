import { NavLink, Navigate, Route, Routes } from 'react-router';
import { PageHead } from '../../ui/page-head.tsx';
import { AboutSettings } from './about-settings.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { ClosureSettings } from '../practice/closure-settings.tsx';
import { LocationSettings } from '../practice/location-settings.tsx';
import { PositionSettings } from '../practice/position-settings.tsx';
import { PracticeSettings } from '../practice/practice-settings.tsx';
import styles from './settings.module.css';

const sections = [
  { path: 'practice', label: 'Practice', Section: PracticeSettings },
  { path: 'locations', label: 'Locations and hours', Section: LocationSettings },
  { path: 'positions', label: 'Positions', Section: PositionSettings },
  { path: 'closures', label: 'Closures and holidays', Section: ClosureSettings },
  { path: 'appearance', label: 'Appearance', Section: AppearanceSettings },
  { path: 'about', label: 'About', Section: AboutSettings },
] as const;

/** Everything that was answered at set-up and can be changed later; each part saves itself. */
export function SettingsPage() {
  return (
    <>
      <PageHead title="Settings" facts="What you change is saved at once and can be undone." />
      <div className={styles.page}>
        <nav className={styles.parts} aria-label="Settings">
          {sections.map(({ path, label }) => (
            <NavLink key={path} to={`/settings/${path}`} className={styles.part}>
              {label}
            </NavLink>
          ))}
        </nav>
        <div className={styles.body}>
          <Routes>
            {sections.map(({ path, Section }) => (
              <Route key={path} path={path} element={<Section />} />
            ))}
            <Route path="*" element={<Navigate to="/settings/practice" replace />} />
          </Routes>
        </div>
      </div>
    </>
  );
}
