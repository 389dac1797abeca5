import Button from '@mui/material/Button';
import { useNavigate } from 'react-router';
import styles from './people.module.css';

/** Before anyone is there: how a staff list comes in. */
export function PeopleEmpty({ canWrite }: { readonly canWrite: boolean }) {
  const navigate = useNavigate();
  if (!canWrite) {
    return (
      <div className={styles.teach}>
        <h2>Nobody is here yet</h2>
        <p>Whoever manages the practice brings the staff list in.</p>
      </div>
    );
  }
  return (
    <div className={styles.teach}>
      <h2>Nobody is here yet</h2>
      <p>
        Bring the staff list you have: copy the rows in Excel and paste them, or choose a file (Excel or CSV). You see what will be added
        before anything is.
      </p>
      <div>
        <Button variant="contained" color="primary" onClick={() => void navigate('/people/import')}>
          Paste or import a list
        </Button>
        <Button onClick={() => void navigate('/people/new')}>Add one person</Button>
      </div>
    </div>
  );
}
