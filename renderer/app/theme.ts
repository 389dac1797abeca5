import { createTheme, type ThemeOptions } from '@mui/material/styles';

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
}

const paper = {
  border: '1px solid var(--line-strong)',
  borderRadius: 'var(--radius)',
  boxShadow: 'var(--shadow)',
  backgroundImage: 'none',
};

/** Both schemes name the same variables; tokens.css gives them their values. */
const palette = {
  primary: { main: 'var(--accent)', light: 'var(--accent)', dark: 'var(--accent-strong)', contrastText: 'var(--on-accent)' },
  secondary: { main: 'var(--text-2)', light: 'var(--text-2)', dark: 'var(--text)', contrastText: 'var(--bg)' },
  error: { main: 'var(--bad)', light: 'var(--bad)', dark: 'var(--bad)', contrastText: 'var(--bg)' },
  warning: { main: 'var(--warn)', light: 'var(--warn)', dark: 'var(--warn)', contrastText: 'var(--bg)' },
  success: { main: 'var(--ok)', light: 'var(--ok)', dark: 'var(--ok)', contrastText: 'var(--bg)' },
  info: { main: 'var(--accent)', light: 'var(--accent)', dark: 'var(--accent)', contrastText: 'var(--on-accent)' },
  background: { default: 'var(--bg)', paper: 'var(--bg)' },
  text: { primary: 'var(--text)', secondary: 'var(--text-2)', disabled: 'var(--text-3)' },
  divider: 'var(--line)',
  action: { hover: 'var(--sunken)', selected: 'var(--accent-weak)', focus: 'var(--sunken)', active: 'var(--text-2)' },
};

const components: ThemeOptions['components'] = {
  MuiButtonBase: {
    defaultProps: { disableRipple: true, disableTouchRipple: true },
    styleOverrides: { root: { '&.Mui-focusVisible': { outline: '2px solid var(--focus)', outlineOffset: 1 } } },
  },
  MuiButton: {
    defaultProps: { size: 'small', disableElevation: true, variant: 'outlined', color: 'inherit' },
    styleOverrides: {
      root: {
        minWidth: 0,
        minHeight: 'var(--control)',
        padding: '0 10px',
        gap: 6,
        fontSize: 'var(--size)',
        lineHeight: 1.2,
        fontWeight: 500,
        whiteSpace: 'nowrap',
        '& svg': { flex: 'none' },
      },
      outlined: { borderColor: 'var(--line-strong)', background: 'var(--bg)', '&:hover': { background: 'var(--sunken)' } },
      text: { fontWeight: 400, padding: '0 8px', '&:hover': { background: 'var(--sunken)' } },
      startIcon: { margin: 0 },
      endIcon: { margin: 0, '& > *:nth-of-type(1)': { fontSize: 'var(--size-s)' } },
    },
  },
  MuiIconButton: {
    defaultProps: { size: 'small', color: 'inherit' },
    styleOverrides: {
      root: {
        width: 'var(--control)',
        height: 'var(--control)',
        padding: 0,
        borderRadius: 'var(--radius)',
        color: 'var(--text-2)',
        '&:hover': { background: 'var(--sunken)' },
      },
    },
  },
  MuiTextField: { defaultProps: { size: 'small', variant: 'outlined', fullWidth: true } },
  MuiFormControl: { defaultProps: { size: 'small' } },
  MuiSelect: { defaultProps: { size: 'small' } },
  MuiInputBase: {
    styleOverrides: {
      root: { fontSize: 'var(--size)', lineHeight: 1.35, minHeight: 'var(--control)' },
      input: { padding: '4px 8px', height: 'auto', lineHeight: 1.35 },
    },
  },
  MuiOutlinedInput: {
    styleOverrides: {
      root: {
        background: 'var(--bg)',
        '& .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--line-input)' },
        '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--text-2)' },
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: 'var(--focus)', borderWidth: 2 },
        '&.MuiInputBase-multiline': { padding: 0 },
      },
      input: { padding: '4px 8px', height: 'auto' },
    },
  },
  MuiInputLabel: { styleOverrides: { root: { fontSize: 'var(--size)' } } },
  MuiFormHelperText: { styleOverrides: { root: { margin: '4px 0 0', fontSize: 'var(--size-s)', lineHeight: 1.35 } } },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: 'var(--size)' } } },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 6 } } },
  MuiSwitch: { defaultProps: { size: 'small' } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiMenu: { defaultProps: { transitionDuration: 0 }, styleOverrides: { paper: { ...paper, marginTop: 4 }, list: { padding: '4px 0' } } },
  MuiPopover: { defaultProps: { transitionDuration: 0 }, styleOverrides: { paper } },
  MuiMenuItem: {
    defaultProps: { dense: true },
    styleOverrides: {
      root: {
        minHeight: 'var(--row)',
        padding: '4px 12px',
        gap: 8,
        fontSize: 'var(--size)',
        '&&.Mui-focusVisible': { background: 'var(--accent-weak)', outlineOffset: -2 },
        '&.Mui-selected': { background: 'var(--accent-weak)' },
      },
    },
  },
  MuiDialog: {
    defaultProps: { transitionDuration: 0 },
    styleOverrides: {
      paper: { ...paper, borderRadius: 10, boxShadow: '0 12px 40px rgb(0 0 0 / 0.24)', '&:focus-visible': { outline: 0 } },
      root: { '& .MuiBackdrop-root': { background: 'var(--veil)' } },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { padding: '16px 20px 8px', fontSize: 'var(--size-l)', fontWeight: 600 } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px' } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, enterNextDelay: 100, disableInteractive: true, slotProps: { transition: { timeout: 0 } } },
    styleOverrides: {
      tooltip: { background: 'var(--text)', color: 'var(--bg)', fontSize: 'var(--size-s)', fontWeight: 400, padding: '4px 8px' },
    },
  },
  MuiAutocomplete: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      paper,
      inputRoot: { padding: '0 30px 0 0 !important' },
      input: { padding: '4px 8px !important' },
      option: { fontSize: 'var(--size)', minHeight: 'var(--row)', padding: '4px 12px' },
    },
  },
  MuiChip: { defaultProps: { size: 'small', variant: 'outlined' }, styleOverrides: { root: { fontSize: 'var(--size-s)' } } },
  MuiLinearProgress: { styleOverrides: { root: { height: 4, borderRadius: 2, backgroundColor: 'var(--line)' } } },
  MuiTab: {
    styleOverrides: { root: { minHeight: 36, padding: '0 10px', minWidth: 0, fontSize: 'var(--size)', fontWeight: 400 } },
  },
  MuiTabs: { styleOverrides: { root: { minHeight: 36 }, indicator: { height: 2, transition: 'none' } } },
};

/** The one MUI theme. Its colours are variables of tokens.css, so light and dark switch by `data-theme` without a render. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]', nativeColor: true, disableCssColorScheme: true },
  colorSchemes: { light: { palette }, dark: { palette } },
  shape: { borderRadius: 6 },
  spacing: 4,
  typography: {
    fontFamily: 'var(--font)',
    htmlFontSize: 16,
    fontSize: 13,
    fontWeightRegular: 400,
    fontWeightMedium: 500,
    fontWeightBold: 600,
    button: { textTransform: 'none', fontWeight: 500, letterSpacing: 'normal', fontSize: 'var(--size)' },
    body1: { fontSize: 'var(--size-l)', lineHeight: 1.45, letterSpacing: 'normal' },
    body2: { fontSize: 'var(--size)', lineHeight: 1.35, letterSpacing: 'normal' },
    caption: { fontSize: 'var(--size-s)', lineHeight: 1.35, letterSpacing: 'normal' },
    h1: { fontSize: 'var(--size-xl)', fontWeight: 600, lineHeight: 1.4, letterSpacing: '-0.01em' },
    h2: { fontSize: 'var(--size-l)', fontWeight: 600, lineHeight: 1.35, letterSpacing: 'normal' },
    h3: { fontSize: 'var(--size)', fontWeight: 600, lineHeight: 1.35, letterSpacing: 'normal' },
  },
  transitions: {
    duration: { shortest: 80, shorter: 100, short: 120, standard: 140, complex: 140, enteringScreen: 140, leavingScreen: 100 },
  },
  components,
});
