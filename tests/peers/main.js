// Fills another whiteboard with shapes of a journey map's cards, and pans it: `window.pan(x, y)` once `window.ready`.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const asked = new URLSearchParams(location.search);
const count = Number(asked.get('shapes'));
const columns = 150;
const text = 'Waits too long for an answer';
/** Where a card lies: stages of 240, five cards of 60 in a cell, as in our own map. */
const places = Array.from({ length: count }, (_, at) => ({
  x: (at % columns) * 240,
  y: Math.floor(at / columns) * 66,
}));
const root = createRoot(document.getElementById('board'));
const rested = () => new Promise((done) => setTimeout(done, 3000));

async function tldraw() {
  const { Tldraw, toRichText } = await import('tldraw');
  await import('tldraw/tldraw.css');
  const mounted = new Promise((done) => root.render(createElement(Tldraw, { onMount: (editor) => done(editor), options: { maxShapesPerPage: 10000 } })));
  const editor = await mounted;
  editor.createShapes(
    places.map(({ x, y }) => ({ type: 'geo', x, y, props: { w: 226, h: 54, size: 's', richText: toRichText(text) } })),
  );
  editor.setCamera({ x: 0, y: 0, z: 1 });
  return (x, y) => editor.setCamera({ x: -x, y: -y, z: 1 }, { immediate: true });
}

async function excalidraw() {
  const { Excalidraw, convertToExcalidrawElements } = await import('@excalidraw/excalidraw');
  await import('@excalidraw/excalidraw/index.css');
  const mounted = new Promise((done) => root.render(createElement(Excalidraw, { excalidrawAPI: done })));
  const board = await mounted;
  const skeleton = places.map(({ x, y }) => ({ type: 'rectangle', x, y, width: 226, height: 54, label: { text, fontSize: 13 } }));
  board.updateScene({ elements: convertToExcalidrawElements(skeleton) });
  return (x, y) => board.updateScene({ appState: { scrollX: -x, scrollY: -y } });
}

window.pan = await (asked.get('peer') === 'tldraw' ? tldraw() : excalidraw());
await rested();
window.ready = true;
