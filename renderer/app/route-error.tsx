import { useRouteError } from 'react-router';
import { ErrorBoundary } from './error-boundary.tsx';

/** What the router caught, shown as every other failure is. */
export function RouteError() {
  const error = useRouteError();
  return (
    <ErrorBoundary>
      <Thrown error={error} />
    </ErrorBoundary>
  );
}

function Thrown({ error }: { readonly error: unknown }): never {
  throw error;
}
