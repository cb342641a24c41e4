import { render } from 'preact';
import { App } from './app.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('main: the page has no #app');
render(<App />, place);
