// The open map: the Scene at hand, and every question about this map in the order in which it was asked.
import type {
  Brought,
  CameraPlace,
  CardRoom,
  Done,
  OpenMap,
  SaveState,
  SceneOptions,
  Shell,
  ViewName,
} from '../shell/shell';
import type { Edit, Id, LaneKind, NodeKey, Patch, Query, RecordId, Table, Touched } from '../shell/types';
import type { Asking } from './asking';
import { Camera } from './camera.svelte';
import { Finding } from './finding.svelte';
import type { Hands } from './hands';
import type { Notices } from './notices.svelte';
import type { Preferences } from './preferences.svelte';
import { Reading } from './reading.svelte';
import { HeldScene, idsOf, kindOf, type Taken } from './scene';
import { Selection } from './selection.svelte';
import { TypingSession } from './typing';
import { locale, type Sentences, words, wordsIn } from '../words';

/** Whoever draws the Scene. */
export interface SceneWatcher {
  /** Another Scene came: draw it from the ground up. */
  whole(scene: HeldScene): void;
  /** The Scene at hand changed. */
  patched(scene: HeldScene, taken: Taken): void;
  /** Something of the shown map changed: what of its outline is stale. */
  changed?(stale: Touched): void;
}

/** Lanes that show other records instead of cards that people add. */
const withoutCards: ReadonlySet<LaneKind> = new Set<LaneKind>(['emotions', 'gaps', 'teams']);

/** The open map of a window. */
export class Editor {
  readonly camera = new Camera(() => this.preferences.scale);
  readonly selection = new Selection();
  readonly finding = new Finding(this);
  /** The map as a text, while it is shown so. */
  readonly reading = new Reading(this);
  /** How the map is looked at. */
  view = $state<ViewName>('canvas');
  /** The one lane that stays clear while the others are dimmed. */
  focusLane = $state<Id | null>(null);
  /** The file and its maps. */
  open = $state.raw() as OpenMap;
  save = $state.raw() as SaveState;
  /** What Undo and Redo would do, in words; null where there is nothing. */
  undoLabel = $state<string | null>(null);
  redoLabel = $state<string | null>(null);
  counts = $state.raw({ stages: 0, lanes: 0, cards: 0 });
  title = $state('');
  /** Counts up with every Scene and patch, so that what is worked out from the Scene follows it. */
  revision = $state(0);
  lens: SceneOptions['lens'] = 'full';
  /** Whether the map was just made: its title is the first thing to be typed. */
  unnamed = false;
  /** What a person is asked before something is done; null while nothing is. */
  asking = $state.raw<Asking | null>(null);
  /** Whether single letters are commands on a focused card; a person can switch that off. */
  singleLetters: () => boolean = () => this.preferences.settings.single_letter_keys;
  /** Whether keys are still hinted at where they help. */
  hints: () => boolean = () => this.preferences.hints;
  /** The canvas that shows this map; null while none does. */
  hands: Hands | null = null;
  /** Null until the first Scene came. */
  scene: HeldScene | null = null;
  /** What has an open text box on the map; null while none is open. */
  writing = $state<Table | null>(null);
  /** What each lane's cards are. */
  readonly laneKinds = new Map<Id, LaneKind>();
  /** What is being typed; see `rest`. */
  readonly typing = new Set<TypingSession>();
  /** Where one was on the maps that were shown before. */
  readonly #places = new Map<Id, { camera: CameraPlace; focus: NodeKey | null }>();
  #watchers = new Set<SceneWatcher>();
  #last: Promise<unknown> = Promise.resolve();
  #stops: (() => void)[] = [];

  /** Whether the map lies in a file. */
  get inFile(): boolean {
    return this.open.file_name.endsWith('.journey');
  }

  /** What the bar calls the map: its file, or its title as long as it has none. */
  get name(): string {
    const { file_name } = this.open;
    return this.inFile ? file_name : this.title || file_name;
  }

  constructor(
    readonly shell: Shell,
    readonly notices: Notices,
    open: OpenMap,
    readonly preferences: Preferences,
  ) {
    this.#hear(open);
    if (open.place) this.camera.turn(open.place);
    this.view = open.place?.view ?? 'canvas';
    this.reading.emptyLanes = open.place?.empty_lanes ?? false;
    this.#stops.push(
      shell.on('save_state', (state) => (this.save = state)),
      shell.on('patch', (patch) => void this.inTurn(() => this.#take(patch))),
    );
  }

  #hear(open: OpenMap): void {
    this.open = open;
    this.save = open.save;
    this.title = open.title;
    this.undoLabel = open.undo;
    this.redoLabel = open.redo;
    this.counts = open.counts;
  }

  /** Takes over what Rust says of the same map in another language. */
  async hear(open: OpenMap): Promise<void> {
    this.#hear(open);
    await this.fetch();
  }

  /** Where one is in this window, to come back to. */
  get place(): CameraPlace {
    return { ...this.camera.place, view: this.view, empty_lanes: this.reading.emptyLanes };
  }

  /** Looks at the map in another way; what is being written is kept. */
  look(view: ViewName): void {
    if (view === this.view) return;
    this.hands?.endWriting();
    this.view = view;
  }

  /** Stops listening; the map is no longer shown. */
  close(): void {
    this.finding.close();
    for (const stop of this.#stops) stop();
    this.#watchers.clear();
  }

  /** The sentences in the language of the map, for the names that new things on it get. */
  get ownWords(): Sentences {
    return wordsIn(this.scene?.language ?? locale.tag);
  }

  get readOnly(): boolean {
    return this.open.read_only !== null;
  }

  /** Draws for `watcher` what is there and what comes; ends with the returned function. */
  watch(watcher: SceneWatcher): () => void {
    this.#watchers.add(watcher);
    if (this.scene) watcher.whole(this.scene);
    return () => this.#watchers.delete(watcher);
  }

  /** One question after the other, in the order of asking: patches then follow on one another. */
  inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(ask);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  /** Fetches the Scene for the camera's width, the theme and the lens. */
  async fetch(): Promise<void> {
    try {
      await this.inTurn(() => this.#whole());
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** Shows another map of the file, where one was on it. False where that failed, which is told. */
  async showMap(map: Id): Promise<boolean> {
    if (map === this.open.map) return true;
    this.hands?.endWriting();
    await this.rest();
    try {
      await this.inTurn(async () => this.#turnTo(await this.shell.showMap({ map })));
      return true;
    } catch (thrown) {
      this.notices.failed(thrown);
      return false;
    }
  }

  /** Puts another map behind the others and shows it; null where that failed, which is told. */
  async addMap(template: string | null, stage: Id | null = null): Promise<Done | null> {
    this.hands?.endWriting();
    await this.rest();
    return this.#done(() => this.shell.addMap({ template, stage }));
  }

  /** Changes the map; null where that was refused, which is told. `also` is said after what the edit came to. */
  async apply(edit: Edit, also = ''): Promise<Done | null> {
    return this.#done(() => this.shell.apply({ edit }), also);
  }

  /** Makes room for the box of a card that is written, or takes the room away for null. */
  async makeRoom(room: CardRoom | null): Promise<void> {
    try {
      await this.inTurn(async () => {
        const patch = await this.shell.makeRoom({ room });
        if (patch) await this.#take(patch);
      });
    } catch (thrown) {
      this.notices.failed(thrown);
    }
  }

  /** A record's fields, in turn; null where it is gone, and where that failed, which is told. */
  async ask(record: RecordId): Promise<Record<string, unknown> | null> {
    try {
      return await this.inTurn(() => this.shell.record(record));
    } catch (thrown) {
      this.notices.failed(thrown);
      return null;
    }
  }

  /** Sends all that is being typed, and waits until everything asked so far is answered. */
  rest(): Promise<void> {
    this.#sendTyped();
    return this.inTurn(async () => {});
  }

  /** Puts other words in the place of those that a query finds, in one record or in all. */
  async replace(query: Query, replacement: string, only: RecordId | null): Promise<Done | null> {
    return this.#done(() => this.shell.replace({ query, with: replacement, only }));
  }

  /** Puts a picture that was brought into the map; null where that was refused, which is told. */
  async useImage(brought: Brought, image: Id, edits: Edit[]): Promise<Done | null> {
    // What the picture is called is not what it shows: the person is asked for that.
    return this.#done(() => this.shell.useImage({ token: brought.token, image, alt: '', edits }));
  }

  /** Gives the map as it is now a name; null where that failed, which is told. */
  async nameVersion(name: string): Promise<Done | null> {
    await this.rest();
    return this.#done(() => this.shell.nameVersion({ name }));
  }

  undo(): Promise<Done | null> {
    return this.#step(() => this.shell.undo());
  }

  redo(): Promise<Done | null> {
    return this.#step(() => this.shell.redo());
  }

  /** Shows what the last change did, with its Undo until the next one. */
  offerUndo(code: string, sentence: string): void {
    this.notices.offer(code, sentence, { name: words.file.undoButton, run: () => void this.undo() });
  }

  /** A step back or forth. What is pressed next is about what is there afterwards: things come and go by it. */
  #step(ask: () => Promise<Done | null>): Promise<Done | null> {
    this.#sendTyped();
    const done = this.#done(ask);
    return this.hands?.hold(done) ?? done;
  }

  /** Begins to type: edits of the session are one step of undo. `ended` hears when all of them have arrived. */
  type(ended?: () => void): TypingSession {
    return new TypingSession(this, ended);
  }

  /** As `type`, for what follows the hand: each edit goes out as soon as the one before has come back. */
  live(): TypingSession {
    return new TypingSession(this, undefined, 0);
  }

  /** Takes over what an edit did. */
  async took(done: Done, also = ''): Promise<Done> {
    this.notices.changed();
    if (done.maps) this.open = { ...this.open, maps: done.maps };
    if (done.patch) {
      await this.#take(done.patch);
      for (const watcher of this.#watchers) watcher.changed?.(done.stale);
    } else await this.#turnTo({ ...this.open, map: done.map });
    this.undoLabel = done.undo;
    this.redoLabel = done.redo;
    this.counts = done.counts;
    if (done.announce) this.notices.say([done.announce, also].filter(Boolean).join(' '));
    return done;
  }

  /** Whether cards can be put into a lane. */
  holdsCards(lane: Id): boolean {
    const kind = this.laneKinds.get(lane);
    return kind !== undefined && !withoutCards.has(kind);
  }

  /** The node that depicts a record, where one does. */
  keyOf(record: RecordId): string | null {
    const kind = { lane: 'label', map: 'title' }[record.table as string] ?? record.table;
    const key = `${kind}/${record.id}`;
    return this.scene?.node(key) ? key : null;
  }

  /** All that is being typed takes its turn. */
  #sendTyped(): void {
    for (const session of [...this.typing]) void session.end();
  }

  async #done(ask: () => Promise<Done | null>, also = ''): Promise<Done | null> {
    try {
      return await this.inTurn(async () => {
        const done = await ask();
        return done && (await this.took(done, also));
      });
    } catch (thrown) {
      this.notices.failed(thrown);
      return null;
    }
  }

  /** Leaves the map that is shown for another one. */
  async #turnTo(open: OpenMap): Promise<void> {
    const { camera, selection } = this;
    this.hands?.endWriting();
    this.#places.set(this.open.map, { camera: camera.place, focus: selection.focus });
    this.finding.close();
    selection.clear();
    const place = this.#places.get(open.map);
    selection.focus = place?.focus ?? null;
    [this.focusLane, this.asking] = [null, null];
    this.laneKinds.clear();
    this.open = open;
    this.counts = open.counts;
    camera.turn(place?.camera);
    await this.#whole();
  }

  async #whole(): Promise<void> {
    const { theme, strong, lines } = this.preferences;
    const options = { theme, strong, lines, width: this.camera.width, lens: this.lens };
    const whole = await this.shell.scene(options);
    const scene = new HeldScene(whole);
    this.scene = scene;
    this.title = scene.title;
    await this.#learnLanes(scene.nodes.keys());
    this.camera.sized(scene.size);
    this.selection.keep((key) => scene.nodes.has(key));
    this.revision += 1;
    for (const watcher of this.#watchers) watcher.whole(scene);
  }

  async #take(patch: Patch): Promise<void> {
    const scene = this.scene;
    const taken = scene?.take(patch);
    // A patch that was overtaken by a whole Scene brings nothing new.
    if (scene && patch.revision <= scene.revision && !taken) return;
    if (!scene || !taken) return this.#whole();
    this.title = scene.title;
    // Not all nodes: this is between a key and its letter.
    await this.#learnLanes(taken.changed);
    this.camera.sized(scene.size);
    this.selection.keep((key) => scene.nodes.has(key));
    this.revision += 1;
    for (const watcher of this.#watchers) watcher.patched(scene, taken);
  }

  /** Asks what the lanes hold that were not there before: a key pressed in an empty cell cannot wait for it. */
  async #learnLanes(keys: Iterable<NodeKey>): Promise<void> {
    for (const key of keys) {
      if (kindOf(key) !== 'lane') continue;
      const id = idsOf(key)[0];
      if (id === undefined || this.laneKinds.has(id)) continue;
      const lane = await this.shell.record({ table: 'lane', id });
      if (typeof lane?.kind === 'string') this.laneKinds.set(id, lane.kind as LaneKind);
    }
  }
}
