// What can be done to the window and to the map as a whole: each act once, for keys, menus, bars and the list of commands.
import Download from '@lucide/svelte/icons/arrow-down-to-line';
import BookOpen from '@lucide/svelte/icons/book-open';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Contrast from '@lucide/svelte/icons/contrast';
import Copy from '@lucide/svelte/icons/copy';
import Eye from '@lucide/svelte/icons/eye';
import FastForward from '@lucide/svelte/icons/fast-forward';
import FilePlus from '@lucide/svelte/icons/file-plus';
import Flag from '@lucide/svelte/icons/flag';
import Focus from '@lucide/svelte/icons/focus';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import FolderSearch from '@lucide/svelte/icons/folder-search';
import Replace from '@lucide/svelte/icons/replace';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import House from '@lucide/svelte/icons/house';
import Image from '@lucide/svelte/icons/image';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import LogOut from '@lucide/svelte/icons/log-out';
import ListTree from '@lucide/svelte/icons/list-tree';
import Maximize from '@lucide/svelte/icons/maximize';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Printer from '@lucide/svelte/icons/printer';
import Plus from '@lucide/svelte/icons/plus';
import Presentation from '@lucide/svelte/icons/presentation';
import Redo2 from '@lucide/svelte/icons/redo-2';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Save from '@lucide/svelte/icons/save';
import Search from '@lucide/svelte/icons/search';
import Send from '@lucide/svelte/icons/send';
import Settings from '@lucide/svelte/icons/settings';
import SquareMenu from '@lucide/svelte/icons/square-menu';
import Tags from '@lucide/svelte/icons/tags';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Users from '@lucide/svelte/icons/users';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import type { IconComponent } from '../controls/icon';
import type { MenuItem } from '../controls/menu';
import { keysOf, type ShortcutId } from '../shortcuts';
import { words } from '../words';
import type { Acts } from './acts.svelte';
import { focusLane, onlyPain, startFind, startReplace } from './overlays/looking';
import { focusedStage } from './overlays/stage';

/** An act on the window or the map. */
interface WindowAct {
  icon: IconComponent;
  label: (acts: Acts) => string;
  /** The keys that do the same. */
  keys?: ShortcutId;
  run: (acts: Acts) => void;
  /** Whether there is nothing for it to do now. */
  off?: (acts: Acts) => boolean;
  /** Whether it changes the map. */
  edits?: boolean;
}

const { commands, file, bar, find } = words;

/** Zooming is about the canvas. */
const notOnCanvas = ({ editor }: Acts) => editor.view !== 'canvas';

const table = {
  new: { icon: FilePlus, label: () => file.new, keys: 'new', run: ({ app }) => void app.begin(null) },
  open: {
    icon: FolderOpen,
    label: () => file.open,
    keys: 'open',
    run: ({ app }) => void app.openBy(() => app.shell.openDialog()),
  },
  save: { icon: Save, label: () => file.save, keys: 'save', edits: true, run: (acts) => void acts.save() },
  saveAs: { icon: Save, label: () => file.saveAs, keys: 'saveAs', run: (acts) => void acts.saveAs() },
  saveCopy: {
    icon: Copy,
    label: () => file.saveCopy,
    run: (acts) => void acts.files.saveCopy(),
  },
  shareClean: {
    icon: Send,
    label: () => file.shareClean,
    run: (acts) => (acts.files.sharing = true),
  },
  nameVersion: {
    icon: Flag,
    label: () => words.versions.nameOpen,
    edits: true,
    run: (acts) => acts.files.nameVersion(),
  },
  versions: {
    icon: RotateCcw,
    label: () => words.versions.open,
    run: (acts) => void acts.files.listVersions(),
  },
  showInFolder: {
    icon: FolderSearch,
    label: () => file.showInFolder,
    off: ({ editor }) => !editor.inFile,
    run: (acts) => void acts.files.showInFolder(),
  },
  home: { icon: House, label: () => file.home, run: ({ app }) => void app.goHome() },
  quit: { icon: LogOut, label: () => file.quit, keys: 'quit', run: ({ app }) => void app.quit() },
  addMap: {
    icon: Plus,
    label: () => words.maps.add,
    edits: true,
    run: (acts) => void acts.maps.add(null),
  },
  futureMap: {
    icon: FastForward,
    label: () => words.maps.future,
    edits: true,
    run: (acts) => void acts.maps.future(acts.maps.shown),
  },
  nextMap: {
    icon: ChevronRight,
    label: () => words.maps.next,
    keys: 'nextMap',
    off: ({ maps }) => maps.all.length < 2,
    run: (acts) => void acts.maps.step(1),
  },
  previousMap: {
    icon: ChevronLeft,
    label: () => words.maps.previous,
    keys: 'previousMap',
    off: ({ maps }) => maps.all.length < 2,
    run: (acts) => void acts.maps.step(-1),
  },
  removeMap: {
    icon: Trash2,
    label: () => words.maps.remove,
    edits: true,
    off: ({ maps }) => maps.all.length < 2,
    run: (acts) => void acts.maps.remove(acts.maps.shown),
  },
  export: {
    icon: Download,
    label: () => commands.export,
    keys: 'export',
    run: (acts) => acts.exporting.begin('export'),
  },
  print: {
    icon: Printer,
    label: () => commands.print,
    keys: 'print',
    run: (acts) => acts.exporting.begin('print'),
  },
  repeatExport: {
    icon: RotateCw,
    label: () => words.export.repeat,
    keys: 'repeatExport',
    run: (acts) => void acts.exporting.repeat(),
  },
  copyPicture: {
    icon: Image,
    label: ({ editor }) =>
      editor.selection.keys.length > 0 ? words.export.copyPicture : words.export.copyWhole,
    keys: 'copyPicture',
    run: (acts) => void acts.copyPicture(),
  },
  canvas: {
    icon: LayoutDashboard,
    label: () => words.views.showCanvas,
    keys: 'canvas',
    off: ({ editor }) => editor.view === 'canvas',
    run: ({ editor }) => editor.look('canvas'),
  },
  outline: {
    icon: ListTree,
    label: () => words.views.showOutline,
    keys: 'outline',
    off: ({ editor }) => editor.view === 'outline',
    run: ({ editor }) => editor.look('outline'),
  },
  copyText: {
    icon: Copy,
    label: () => words.outline.copy,
    run: (acts) => void acts.copyText(),
  },
  present: {
    icon: Presentation,
    label: () => words.present.begin,
    keys: 'present',
    run: (acts) => void acts.presenting.begin(),
  },
  presentHere: {
    icon: Presentation,
    label: () => words.present.here,
    keys: 'presentHere',
    run: (acts) => void acts.presenting.begin(focusedStage(acts)),
  },
  undo: {
    icon: Undo2,
    label: ({ editor }) => file.undo(editor.undoLabel),
    keys: 'undo',
    edits: true,
    off: ({ editor }) => editor.undoLabel === null,
    run: (acts) => void acts.undo(),
  },
  redo: {
    icon: Redo2,
    label: ({ editor }) => file.redo(editor.redoLabel),
    keys: 'redo',
    edits: true,
    off: ({ editor }) => editor.redoLabel === null,
    run: (acts) => void acts.redo(),
  },
  addStage: {
    icon: Plus,
    label: () => words.menu.addStage,
    edits: true,
    run: (acts) => acts.stages.add('last'),
  },
  addLane: {
    icon: Rows3,
    label: () => words.menu.newLane,
    edits: true,
    run: (acts) => (acts.picking = { below: null }),
  },
  people: { icon: Users, label: () => words.people.open, run: (acts) => acts.people() },
  teams: { icon: Tags, label: () => words.people.teams, run: (acts) => acts.teamsAndTags() },
  find: { icon: Search, label: () => find.bar, keys: 'find', run: startFind },
  replace: { icon: Replace, label: () => find.replace, edits: true, run: startReplace },
  onlyPain: { icon: Eye, label: () => find.onlyPain, keys: 'onlyPain', run: onlyPain },
  allLanes: {
    icon: Focus,
    label: () => find.allLanes,
    off: ({ editor }) => editor.focusLane === null,
    run: (acts) => focusLane(acts, null),
  },
  fit: { icon: Maximize, label: () => bar.fit, keys: 'fit', off: notOnCanvas, run: (acts) => acts.fit() },
  natural: {
    icon: Search,
    label: () => commands.natural,
    keys: 'natural',
    off: notOnCanvas,
    run: (acts) => acts.natural(),
  },
  zoomIn: {
    icon: ZoomIn,
    label: () => bar.zoomIn,
    keys: 'zoomIn',
    off: notOnCanvas,
    run: ({ editor }) => editor.camera.step(1),
  },
  zoomOut: {
    icon: ZoomOut,
    label: () => bar.zoomOut,
    keys: 'zoomOut',
    off: notOnCanvas,
    run: ({ editor }) => editor.camera.step(-1),
  },
  theme: {
    icon: Contrast,
    label: ({ app }) => (app.theme === 'dark' ? words.app.light : words.app.dark),
    keys: 'theme',
    run: ({ app }) => void app.set({ theme: app.theme === 'dark' ? 'light' : 'dark' }),
  },
  panels: {
    icon: PanelRight,
    label: ({ app }) => (app.settings.inspector ? words.inspector.close : words.inspector.open),
    keys: 'panels',
    run: (acts) => acts.togglePanels(),
  },
  fullScreen: {
    icon: Maximize,
    label: () => commands.fullScreen,
    keys: 'fullScreen',
    run: ({ app }) => void app.fullScreen(),
  },
  palette: {
    icon: SquareMenu,
    label: () => commands.all,
    keys: 'palette',
    run: ({ app }) => (app.overlay = 'palette'),
  },
  settings: {
    icon: Settings,
    label: () => commands.settings,
    keys: 'settings',
    run: ({ app }) => (app.overlay = 'settings'),
  },
  keys: {
    icon: CircleQuestionMark,
    label: () => commands.keys,
    keys: 'keys',
    run: ({ app }) => (app.overlay = 'keys'),
  },
  guide: {
    icon: BookOpen,
    label: () => commands.guide,
    keys: 'guide',
    run: ({ app }) => (app.overlay = 'guide'),
  },
} as const satisfies Record<string, WindowAct>;

/** The name of an act on the window. */
export type WindowActId = keyof typeof table;

/** All of them. */
export const windowActs: Readonly<Record<WindowActId, WindowAct>> = table;

/** Whether an act has nothing to do now. */
export function isOff(acts: Acts, id: WindowActId): boolean {
  const act = windowActs[id];
  return (act.edits === true && acts.editor.readOnly) || (act.off?.(acts) ?? false);
}

/** An act as an entry of a menu. */
export function windowEntry(acts: Acts, id: WindowActId): MenuItem {
  const act = windowActs[id];
  const entry = { id, label: act.label(acts), icon: act.icon, disabled: isOff(acts, id) };
  return { ...entry, ...(act.keys && { keys: keysOf(act.keys) }), run: () => act.run(acts) };
}
