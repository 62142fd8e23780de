// Where the page begins: puts the app into the document, on the window's shell or, in a plain browser, on a fake one.
import { mount } from 'svelte';
import AppView from './App.svelte';
import { bringUsualFaces } from './scene/fonts';
import { tellMistakes } from './shell/mistakes';
import { realShell } from './shell/real';
import { App } from './state/app.svelte';
import './styles/base.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

bringUsualFaces();
const inWindow = '__TAURI_INTERNALS__' in window;
const shell = inWindow ? realShell() : (await import('./shell/fake')).fakeShell();
tellMistakes(shell);

export default mount(AppView, { target, props: { app: new App(shell) } });
