import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider as MuiThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { theme } from './theme.ts';

/** The nonce the host put into the page, or undefined where there is none (tests). */
function readNonce(): string | undefined {
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content');
  return nonce && nonce !== '__CSP_NONCE__' ? nonce : undefined;
}

const cache = createCache({ key: 'mom', nonce: readNonce(), prepend: true });

/** Gives MUI its theme and Emotion the nonce. `data-theme` on `<html>` is set by `applyAppearance`, not by MUI. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <CacheProvider value={cache}>
      <MuiThemeProvider theme={theme} colorSchemeNode={null} storageManager={null}>
        {children}
      </MuiThemeProvider>
    </CacheProvider>
  );
}
