import { useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { ApiProvider } from '../api/api-provider.tsx';
import type { Api } from '../api/client.ts';
import { NoticeBar } from '../ui/notices/notice-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { routes } from './routes.tsx';
import { ThemeProvider } from './theme-provider.tsx';

/** The whole window. */
export function App({ api }: { readonly api: Api }) {
  const [router] = useState(() => createHashRouter([...routes]));
  return (
    <ThemeProvider>
      <ErrorBoundary>
        <ApiProvider api={api}>
          <RouterProvider router={router} />
          <NoticeBar />
        </ApiProvider>
      </ErrorBoundary>
    </ThemeProvider>
  );
}
