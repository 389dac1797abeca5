import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import { useId, useRef, useState, type ReactNode } from 'react';

/** A button that opens a menu. `children` gets how to close it; `open` and `onOpenChange` take it over from outside. */
export function MenuButton({
  label,
  title,
  content,
  endIcon,
  children,
  open: openFromOutside,
  onOpenChange,
}: {
  /** Read out; also what the menu is called. */
  readonly label: string;
  readonly title?: string;
  readonly content: ReactNode;
  readonly endIcon?: ReactNode;
  readonly children: (close: () => void) => ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [ownOpen, setOwnOpen] = useState(false);
  const menuId = useId();
  const isOpen = (openFromOutside ?? ownOpen) && anchor !== null;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      <Button
        ref={(element: HTMLButtonElement | null) => {
          button.current = element;
          setAnchor(element);
        }}
        variant="text"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? menuId : undefined}
        title={title}
        endIcon={endIcon}
        onClick={() => setOpen(true)}
      >
        {content}
      </Button>
      <Menu
        id={menuId}
        open={isOpen}
        anchorEl={anchor}
        // Stays in its landmark.
        disablePortal
        onClose={() => setOpen(false)}
        slotProps={{ list: { 'aria-label': label } }}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      >
        {children(() => setOpen(false))}
      </Menu>
    </>
  );
}
