import '@fontsource-variable/inter/wght.css';
import './app/tokens.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/client.ts';
import { pickTransport } from './api/transport.ts';
import { App } from './app/app.tsx';
import { applyAppearance } from './app/apply-appearance.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no #root.');

applyAppearance();
createRoot(root).render(
  <StrictMode>
    <App api={createApi(pickTransport())} />
  </StrictMode>,
);
