import styles from './week-table.module.css';

/** The diamond of a changed cell: drawn, so that it prints without backgrounds. In the legend, words stand beside it. */
export function ChangedMark({ legend = false }: { readonly legend?: boolean }) {
  return (
    <svg
      className={legend ? styles.markInline : styles.mark}
      viewBox="0 0 10 10"
      focusable="false"
      {...(legend ? { 'aria-hidden': true } : { role: 'img', 'aria-label': 'changed' })}
    >
      <path d="M5 0 10 5 5 10 0 5Z" fill="#000" />
    </svg>
  );
}
