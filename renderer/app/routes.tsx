import { Navigate, type RouteObject } from 'react-router';
import { Gate } from './gate.tsx';
import { home } from './navigation.ts';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';

/** Every page of the app; each is loaded when it is first gone to. */
export const routes: readonly RouteObject[] = [
  {
    element: <Gate />,
    errorElement: <RouteError />,
    hydrateFallbackElement: <></>,
    children: [
      {
        element: <Shell />,
        children: [
          {
            path: '/settings/*',
            lazy: async () => ({ Component: (await import('../features/settings/settings.page.tsx')).SettingsPage }),
          },
          { path: '*', element: <Navigate to={home} replace /> },
        ],
      },
    ],
  },
];
