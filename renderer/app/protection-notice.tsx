import { useAccess } from '../api/access.ts';
import styles from './protection-notice.module.css';

/** Says plainly, while it is so, that the file has no passphrase yet. Shows nothing afterwards. */
export function ProtectionNotice() {
  const { protected: isProtected } = useAccess();
  if (isProtected) return null;
  return <p className={styles.notice}>This file opens for anyone who can use this computer.</p>;
}
