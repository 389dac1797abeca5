import { Navigate, NavLink, Outlet } from 'react-router';
import { useMay } from '../../api/access.ts';
import { suppliesTabs } from './supplies-tabs.ts';
import styles from './supplies.module.css';

/** Supplies: its parts as tabs, and the one that is open. */
export function SuppliesPage() {
  const may = useMay();
  return (
    <div className={styles.supplies}>
      <nav className={styles.tabs} aria-label="Supplies">
        {suppliesTabs
          .filter(({ needs }) => may(needs))
          .map(({ path, label }) => (
            <NavLink key={path} to={`/supplies/${path}`} className={styles.tab}>
              {label}
            </NavLink>
          ))}
      </nav>
      <Outlet />
    </div>
  );
}

/** Where Supplies opens. */
export function FirstSupplies() {
  const may = useMay();
  const [first] = suppliesTabs.filter(({ needs }) => may(needs));
  return <Navigate to={first ? `/supplies/${first.path}` : '/'} replace />;
}
