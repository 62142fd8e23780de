// Types that cross from Rust to the page. Written by `UPDATE=1 cargo test -p pipeline-tests --test types`; do not edit.

/** What somebody will do. */
export type Action = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** Its place among the actions of the map; ties go by id. */
  order: Order,
  /** What is to be done. */
  text: string,
  /** The opportunity's card. */
  opportunity: Id | null,
  /** The person who sees to it. */
  owner: Id | null,
  /** The team that does it. */
  team: Id | null,
  /** A day or a month. */
  start: Due | null,
  /** A day or a month. */
  due: Due | null,
  /** What it takes. */
  resources: string,
  /** How far it has come. */
  status: ActionStatus,
  /** How we shall know. */
  measure: string,
  /** More about it. */
  note: string,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** How far an action has come. */
export type ActionStatus = "idea" | "agreed" | "doing" | "done" | "dropped";

/** How lines lie in a block's width. Start and end follow the direction of the text. */
export type Align = "start" | "center" | "end";

/** An opportunity answers a pain or a gap. */
export type Answer = {
  /** Its name. */
  id: Id,
  /** The opportunity's card. */
  opportunity: Id,
  /** A pain's card, or a gap. */
  problem: RecordId,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A level of approval. */
export type Approval = {
  /** Its name. */
  id: Id,
  /** A stage or a card. */
  about: RecordId,
  /** Its place among the approvals of the same thing; ties go by id. */
  order: Order,
  /** Who approves. */
  approver: Id | null,
  /** What they need to know. */
  information: string,
  /** Why it is right. */
  justification: string,
  /** How long it takes. */
  days: number | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** Something that was looked for. */
export type Candidate = {
  /** The record. */
  record: RecordId,
  /** The kind of its lane; none for a gap. */
  kind: LaneKind | null,
  /** What it says. */
  text: string,
  /** The stage that it is in, or that it follows. */
  stage: string, };

/** How the ends of an open line look. */
export type Cap = "butt" | "round" | "square";

/** One thing said about one stage, or about several side by side. Its kind is its lane's kind. */
export type Card = {
  /** Its name. */
  id: Id,
  /** The row. */
  lane: Id,
  /** The first stage. */
  stage: Id,
  /** The last stage; the first one again for a card in one stage. Never before it. */
  to_stage: Id,
  /** A step of the first stage. */
  step: Id | null,
  /** Its place among the cards of the lane that begin in the same stage; ties go by id. */
  order: Order,
  /** What it says; line breaks are `\n`. */
  text: string,
  /** More about it. */
  note: string,
  /** How well it is known. */
  evidence: EvidenceLevel,
  /** Whose it is. */
  people: Array<Id>,
  /** Who is responsible. */
  team: Id | null,
  /** Its tags. */
  tags: Array<Id>,
  /** Dots it was given. */
  votes: number,
  /** `#rrggbb`, or empty for the kind's own. */
  color: string,
  /** The fields of its kind by name, see [`crate::LaneKind::fields`]. Those of another kind that it once was wait
   * here as `touchpoints.system` for the way back. */
  fields: Record<string, unknown>,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A person's part in one map. */
export type Cast = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** The person. */
  person: Id,
  /** Its place among the cast of the map; ties go by id. */
  order: Order,
  /** Whether the map is told from this person; one a map. */
  primary: boolean,
  /** 1–5: which colour and dash their curve has; none for no curve. */
  curve_slot: number | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** Why buyers get lost here. The first four are [Boag]'s. */
export type Cause = "time" | "channel" | "device" | "silo" | "person";

/** Something that can be chosen. */
export type Choice = {
  /** What the field then holds: a name of the file format, or an id. */
  value: string,
  /** What people call it. */
  label: string,
  /** A person's letters. */
  initials: string | null,
  /** The colour of a person's disc, 1–5. */
  slot: number | null,
  /** A tag's colour, `#rrggbb`. */
  color: string | null,
  /** The name of an icon in `icons/map/`: a channel's. */
  icon: string | null, };

/** The shape of a clip. */
export type ClipPrim = {
  /** What stays visible. */
  rect: Rect,
  /** Radius of the corners. */
  radius: number, };

/** A remark about a record. */
export type Comment = {
  /** Its name. */
  id: Id,
  /** The record. */
  about: RecordId | null,
  /** The remark. */
  text: string,
  /** Who made it. */
  name: string,
  /** When, in milliseconds since 1970 UTC. */
  at: number,
  /** Whether it is settled. */
  resolved: boolean,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** The part in the buying committee [Backward]. */
export type CommitteeRole = "initiator" | "user" | "champion" | "influencer" | "approver" | "procurement" | "decision_maker";

/** A line glued to two nodes; a deck moves it with them. */
export type ConnectorPrim = {
  /** The line. Arrow heads are paths of their own. */
  segments: Array<Segment>,
  /** How it is drawn. */
  stroke: Stroke,
  /** The node at its start. */
  from: NodeKey | null,
  /** The node at its end. */
  to: NodeKey | null, };

/** How a field is shown and typed. */
export type Control = { "as": "title",
  /** How many characters read well; a hint while typing, nothing is cut. */
  most: number | null, } | { "as": "line",
  /** As for a title. */
  most: number | null,
  /** What is often written there. */
  often: Array<string>, } | { "as": "words" } | { "as": "note" } | { "as": "rating",
  /** The lowest. */
  low: number,
  /** The highest. */
  high: number, } | { "as": "choice",
  /** What there is to choose. */
  choices: Array<Choice>,
  /** Whether it can be none of them. */
  optional: boolean, } | { "as": "choices",
  /** What there is to choose. */
  choices: Array<Choice>, } | { "as": "flag" } | { "as": "yes_no" } | { "as": "number",
  /** The lowest that is possible. */
  low: number | null,
  /** The highest that is possible. */
  high: number | null,
  /** What the arrow keys add. */
  step: number,
  /** Whether it can be empty. */
  optional: boolean, } | { "as": "stepper",
  /** The lowest. */
  low: number,
  /** The highest; none for no end. */
  high: number | null,
  /** What a press adds. */
  step: number, } | { "as": "span",
  /** The units. */
  units: Array<Choice>,
  /** Whether it can be without an end. */
  ongoing: boolean, } | { "as": "date" } | { "as": "color",
  /** Whether it holds a list of up to this many; one colour as text otherwise. */
  list: number | null, } | { "as": "series" } | { "as": "pick",
  /** The table. */
  table: Table,
  /** What there is. */
  choices: Array<Choice>,
  /** Whether it can be several. */
  many: boolean,
  /** Whether a new one can be made by typing its name. */
  create: boolean, } | { "as": "stages",
  /** All stages from left to right. */
  choices: Array<Choice>, } | { "as": "card",
  /** What the card says that is in it. */
  text: string, } | { "as": "end",
  /** All stages from left to right. */
  stages: Array<Choice>,
  /** What the card says that is in it; none for a stage or nothing. */
  card: string | null, } | { "as": "channel",
  /** Built-in ones first, then those that other cards of the document have. */
  choices: Array<Choice>, } | { "as": "icon" } | { "as": "image",
  /** What is in it; none where nothing is. */
  shown: ShownImage | null, } | { "as": "links",
  /** What can be linked. */
  want: Want,
  /** What is. */
  links: Array<Link>, } | { "as": "steps",
  /** Their ids and names, in order. */
  steps: Array<Choice>, };

/** A calendar day, `YYYY-MM-DD`. */
export type Date = string;

/** How large and how hard the deals are; B2B deals differ in all of these [Boag]. */
export type DealProfile = {
  /** Smallest usual value. */
  value_from: number | null,
  /** Largest usual value. */
  value_to: number | null,
  /** ISO 4217, or as people write it. */
  currency: string,
  /** How many people decide. */
  stakeholders: number | null,
  /** How long a deal takes. */
  duration: Span | null,
  /** Rules that bind the deal. */
  regulations: string,
  /** What makes it hard. */
  complexity: string, };

/** A check or a proposal that a person does not want to hear again. */
export type Dismissal = {
  /** Its name. */
  id: Id,
  /** The code of the check or the proposal. */
  code: string,
  /** The record that it spoke of. */
  about: RecordId,
  /** Why. */
  reason: string,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A calendar day or a month, `YYYY-MM-DD` or `YYYY-MM`. */
export type Due = string;

/** How long a stage takes. */
export type Duration = "ongoing" | { "span": Span };

/** A wish to change a document. */
export type Edit = { "edit": "together",
  /** What the Undo menu calls it. */
  label: Phrase | null,
  /** One after the other. */
  edits: Array<Edit>, } | { "edit": "add",
  /** The table. */
  table: Table,
  /** Its fields, `id` among them; missing ones take their defaults. */
  fields: Record<string, unknown>,
  /** Where among its siblings. */
  place: Place, } | { "edit": "set",
  /** The table. */
  table: Table,
  /** The record. */
  id: Id,
  /** The field. */
  field: string,
  /** Its new value. */
  value: unknown, } | { "edit": "reorder",
  /** The table. */
  table: Table,
  /** The record. */
  id: Id,
  /** Where. */
  place: Place, } | { "edit": "move_lane",
  /** The lane. */
  id: Id,
  /** The sheet. */
  zone: Zone,
  /** Where among the lanes of that zone. */
  place: Place, } | { "edit": "move_cards",
  /** The cards, in the order in which they are to lie. */
  cards: Array<Id>,
  /** The lane. */
  lane: Id,
  /** The stage in which they begin. */
  stage: Id,
  /** Where among the cards of the cell. */
  place: Place, } | { "edit": "span_card",
  /** The card. */
  id: Id,
  /** The first stage. */
  stage: Id,
  /** The last stage; not before the first. */
  to_stage: Id, } | { "edit": "stretch_cards",
  /** The cards. */
  cards: Array<Id>,
  /** How many stages more. */
  by: number, } | { "edit": "rate",
  /** The records; those without a rating are passed over. */
  records: Array<RecordId>,
  /** 1–5, the steps of any scale. */
  rating: number, } | { "edit": "vote",
  /** The records; those that take no votes are passed over. */
  records: Array<RecordId>,
  /** How many. */
  votes: number, } | { "edit": "next_evidence",
  /** The records; those without a level are passed over. */
  records: Array<RecordId>, } | { "edit": "move_gap",
  /** The gap. */
  id: Id,
  /** The stage that it shall follow. */
  stage: Id,
  /** Where among the gaps there. */
  place: Place, } | { "edit": "move_feeling",
  /** The feeling. */
  id: Id,
  /** The stage. */
  stage: Id,
  /** Where in the stage, 0–1. */
  position: number,
  /** −2…+2. */
  value: number, } | { "edit": "duplicate",
  /** The table. */
  table: Table,
  /** The record. */
  id: Id,
  /** The copy's id. Those of its parts are worked out from it. */
  copy: Id, } | { "edit": "remove",
  /** The records. */
  records: Array<RecordId>, } | { "edit": "add_image",
  /** The image; its hash is the SHA-256 of the bytes, worked out by the caller. */
  image: Image,
  /** The file's bytes. */
  bytes: Array<number>, };

/** A thing that is known. */
export type Evidence = {
  /** Its name. */
  id: Id,
  /** Where it comes from. */
  kind: EvidenceKind,
  /** Who or what said it. */
  source: string,
  /** When. */
  date: Date | null,
  /** The words or the number. */
  quote: string,
  /** What it means to the buyer. */
  meaning: string,
  /** The name of a file. */
  file: string,
  /** What it speaks for. */
  cards: Array<Id>,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** Where knowledge comes from. */
export type EvidenceKind = "interview" | "survey" | "focus_group" | "analytics" | "sales_data" | "support_questions" | "observation";

/** How well a thing is known. */
export type EvidenceLevel = "hypothesis" | "observed" | "measured";

/** A range of a line that is set in a face other than its span's own. */
export type FaceUse = {
  /** First byte in the source string. */
  start: number,
  /** One past the last byte. */
  end: number,
  /** Index into [`Scene::fonts`]. */
  font: number, };

/** A bundled type family. */
export type Family = "inter" | "inter_display";

/** A point on a curve. */
export type Feeling = {
  /** Its name. */
  id: Id,
  /** A curve lane. */
  lane: Id,
  /** The stage. */
  stage: Id,
  /** Where in the stage, 0–1. */
  position: number,
  /** Whose it is. */
  person: Id | null,
  /** −2…+2. */
  value: number,
  /** A few words beside the point. */
  label: string,
  /** More about it. */
  note: string,
  /** The need behind it [Bang]. */
  need: string,
  /** How the organisation answers. */
  response_organisation: string,
  /** How its sales people answer. */
  response_sales: string,
  /** How its content answers. */
  response_content: string,
  /** How well it is known. */
  evidence: EvidenceLevel,
  /** Now or in the future state. */
  moment: Moment,
  /** The card that it came from. */
  card: Id | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A field of a kind's cards. */
export type FieldDef = {
  /** The name in the file. */
  name: string,
  /** What it holds. */
  holds: FieldType, };

/** What a card's field holds, and so how it is shown, typed and checked. */
export type FieldType = "text" | { "choice": Array<string> } | { "number": [number, number] } | { "whole": [number, number] } | "flag" | "card" | "team" | "image" | "series";

/** A person or a team to choose. */
export type FilterChoice = {
  /** Its id. */
  id: Id,
  /** What it is called. */
  name: string, };

/** What there is to filter by. */
export type FilterChoices = {
  /** The people of the map in their order. */
  people: Array<FilterChoice>,
  /** The teams of the document by name. */
  teams: Array<FilterChoice>,
  /** The kinds of the lanes that show, top to bottom, each once. */
  kinds: Array<LaneKind>, };

/** A face that the Scene uses. */
export type FontFace = {
  /** A stable name: a hash of the file, and the index of the face in it. The page asks for `font://NAME`. */
  name: string,
  /** The family as the face itself calls it. */
  family: string,
  /** 100–900. */
  weight: number,
  /** Slanted. */
  italic: boolean,
  /** Whether it came with the program. A face of the system is told in a [`Notice`]. */
  bundled: boolean,
  /** Index of the face in its file. */
  index: number, };

/** What was found. */
export type Found = {
  /** In reading order. */
  hits: Array<RecordId>,
  /** How many of them are cards. */
  cards: number,
  /** How many cards were looked through. */
  of: number, };

/** A place between two stages where buyers are dropped [Boag]. */
export type Gap = {
  /** Its name. */
  id: Id,
  /** The stage that it follows. While that stage is the last one the gap is kept but not drawn. */
  stage: Id,
  /** Its place among the gaps after the stage; ties go by id. */
  order: Order,
  /** Why; the first one gives the icon. */
  causes: Array<Cause>,
  /** What it is called. */
  title: string,
  /** More in a few words. */
  detail: string,
  /** How long buyers wait here. */
  wait: Span | null,
  /** 1–5, or not rated. */
  severity: number | null,
  /** Dots it was given. */
  votes: number,
  /** What plugs it. */
  plug: string,
  /** The system that covers it. */
  covering_system: string,
  /** The team that answers for it. */
  owner: Id | null,
  /** What is done about it. */
  status: GapStatus,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What is done about it. */
export type GapStatus = "open" | "nurtured" | "plugged";

/** The name of a record. Ids come from the caller: this crate has no clock and no chance. */
export type Id = string;

/** A picture that the document uses. */
export type Image = {
  /** Its name. */
  id: Id,
  /** SHA-256 of its bytes in hex; see [`crate::Document::blobs`]. */
  hash: string,
  /** `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `image/svg+xml`. */
  media_type: string,
  /** Width in its own pixels. */
  width: number,
  /** Height in its own pixels. */
  height: number,
  /** What it shows, in words. */
  alt: string,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A part of a picture, scaled into a box. */
export type ImagePrim = {
  /** Where it is drawn. */
  rect: Rect,
  /** Index into [`Scene::images`] by content hash. */
  image: string,
  /** The part that is drawn, in fractions 0–1 of the picture's width and height. */
  crop: Rect,
  /** Radius of the corners. */
  radius: number, };

/** A field of one record, or one that several records share. */
export type InspectedField = {
  /** As [`crate::Edit::Set`] calls it: `note`, `fields.severity`, `deal.currency`. */
  name: string,
  /** What people call it. */
  label: string,
  /** Whether it stands by itself, with its label above; the others are rows of a list. */
  main: boolean,
  /** How it is shown and typed. */
  control: Control,
  /** What is in it; null where nothing is, and where several records differ. */
  value: unknown,
  /** Whether several records differ in it. */
  several: boolean,
  /** What there is to say about it: the suggested impact. Mostly empty. */
  hint: string, };

/** What an inspector shows. */
export type Inspection = {
  /** The records that it is about; those that are not there were left out. */
  records: Array<RecordId>,
  /** The lane kind that all of them have: that of cards and lanes. */
  kind: LaneKind | null,
  /** What they are: "Pain point", "3 cards". */
  heading: string,
  /** Where it is: "Decision, second of two". Empty for several, and for what has no place. */
  place: string,
  /** What can be changed about all of them, the most telling first. */
  fields: Array<InspectedField>, };

/** A person takes part in a stage. */
export type Involvement = {
  /** Its name. */
  id: Id,
  /** The person. */
  person: Id,
  /** The stage. */
  stage: Id,
  /** How. */
  kind: InvolvementKind,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** How somebody takes part in a stage. */
export type InvolvementKind = "leads" | "decides" | "approves" | "advises" | "informed";

/** How two parts of a line meet. */
export type Join = "miter" | "round" | "bevel";

/** A row of the map. */
export type Lane = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** Its place among the lanes of its zone; ties go by id. */
  order: Order,
  /** What its cards are. */
  kind: LaneKind,
  /** What people call it. */
  name: string,
  /** The sheet that it lies on. */
  zone: Zone,
  /** Height at 100 % where a person set one; as its content needs otherwise. */
  height: number | null,
  /** Whether it is folded to its label. */
  collapsed: boolean,
  /** Whether it is left out. */
  hidden: boolean,
  /** A thin line below it. */
  line_below: LineBelow,
  /** What its curve shows (curve lanes only). */
  metric: Metric,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What the cards of a lane are. */
export type LaneKind = "goals" | "actions" | "touchpoints" | "content" | "emotions" | "thoughts" | "questions" | "interaction_model" | "deciders" | "motivators" | "risks" | "pain_points" | "gaps" | "opportunities" | "teams" | "measures" | "backstage" | "maturity" | "statistic" | "text" | "image";

/** What lies above what. Paint order is layer, then tree order. */
export type Layer = "sheet" | "gap_line" | "curve" | "gap" | "label" | "header";

/** A thin line below a lane, as in a service blueprint. */
export type LineBelow = "none" | "interaction" | "visibility";

/** A link between an opportunity and what it answers, seen from one end. */
export type Link = {
  /** The link itself. */
  answer: Id,
  /** The other end. */
  other: RecordId,
  /** What the other end says. */
  text: string,
  /** The stage that it is in, or that it follows. */
  stage: string, };

/** One map of a document. */
export type Map = {
  /** Its name. */
  id: Id,
  /** Its place among the maps of the document; ties go by id. */
  order: Order,
  /** What it is called. */
  title: string,
  /** BCP 47. */
  language: string,
  /** How it is, or how it shall be. */
  state: MapState,
  /** The field of business. */
  sector: string,
  /** The situation of the buyer. */
  scenario: string,
  /** What the buyer wants. */
  goal: string,
  /** What the map found, in one sentence; while it is empty the sentence is generated. */
  headline: string,
  /** The stage that ends the buying. */
  conversion: Id | null,
  /** What happens first. */
  starts_when: string,
  /** What happens last. */
  ends_when: string,
  /** How far it has come. */
  status: MapStatus,
  /** Who keeps it true. */
  owner: string,
  /** When it was last looked at. */
  reviewed_on: Date | null,
  /** How often it is to be looked at. */
  review_every: Span | null,
  /** As people call this version. */
  version_label: string,
  /** From where it is told. */
  perspective: Perspective,
  /** How large and how hard the deals are. */
  deal: DealProfile,
  /** An image. */
  logo: Id | null,
  /** Up to two colours, `#rrggbb`. */
  brand_colors: Array<string>,
  /** Lowest score of the scale that feelings came from. */
  score_low: number,
  /** Highest score of that scale. */
  score_high: number,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** Whether a map shows how it is or how it shall be. */
export type MapState = "current" | "future";

/** How far a map has come. */
export type MapStatus = "draft" | "in_review" | "agreed" | "outdated";

/** What the curve of a curve lane shows. */
export type Metric = "emotion" | "confidence" | "trust" | "clarity" | "own";

/** Whether something is so or shall be so. */
export type Moment = "now" | "future";

/** A thing on the Scene. It owns its prims, in its own frame; a translation puts it into its parent's frame. */
export type Node = {
  /** Its name. */
  key: NodeKey,
  /** The node that it lies in; none for the one root. */
  parent: NodeKey | null,
  /** The nodes that lie in it, in reading order. Layer apart, this is the paint order as well. */
  children: Array<NodeKey>,
  /** Where it lies in its parent's frame. */
  origin: Point,
  /** Its extent, for hit testing, focus rings and shapes of decks. */
  size: Size,
  /** What it lies above. */
  layer: Layer,
  /** What it is. */
  role: Role,
  /** The record that it depicts. */
  record: RecordRef | null,
  /** What it says, whole, in the order of reading; empty for decoration. */
  text: string,
  /** What it shows, in words, where the text is not enough. */
  alt: string,
  /** Its language (BCP 47) where it differs from the Scene's. */
  language: string | null,
  /** Where it leads to (http, https or mailto only). */
  link: string | null,
  /** Speaker notes. */
  notes: string,
  /** What is drawn, in paint order, below its children of the same layer. */
  prims: Array<Prim>, };

/** The name of a node, the same as long as the thing that it depicts exists: `card/ID`, `cell/LANE/STAGE`, … */
export type NodeKey = string;

/** Something that a person should know about the finished layout. */
export type Notice = { "missing_glyph": {
  /** The character. */
  character: string, } } | { "system_font": {
  /** The face's family. */
  family: string, } };

/** A place in an order. Never empty in a stored record, never ends in `0`. */
export type Order = string;

/** What there is to read of a map besides what lies in its stages. */
export type Outline = {
  /** The map. */
  map: Id,
  /** Its title. */
  title: string,
  /** The language that it is written in (BCP 47). */
  language: string,
  /** State, sector, version, status and the day of the last review, in words. */
  chips: Array<string>,
  /** What it is about. */
  facts: Array<OutlineFact>,
  /** Who plays a part in it. */
  people: Array<OutlinePerson>,
  /** The lanes that are not hidden, experience first. */
  lanes: Array<OutlineLane>,
  /** The stages, first to last. */
  stages: Array<OutlineStage>,
  /** The lowest point of the curve of the person that the map is told from. */
  lowest: Id | null, };

/** What lies in a stage and a lane. */
export type OutlineCell = {
  /** The lane. */
  lane: Id,
  /** What it says, in its order. */
  lines: Array<OutlineLine>, };

/** What is known of a thing, in a few words. */
export type OutlineChip = { "chip": "severity",
  /** How much. */
  level: number,
  /** The same in words. */
  text: string, } | { "chip": "quick_win",
  /** The same in words. */
  text: string, } | { "chip": "said",
  /** The words. */
  text: string, };

/** A field of the map that has words. */
export type OutlineFact = {
  /** What people call it. */
  label: string,
  /** What it says. */
  text: string, };

/** A gap between two stages. */
export type OutlineGap = {
  /** The gap. */
  id: Id,
  /** The name of the icon on its disc in `icons/`. */
  icon: string,
  /** What it is called. */
  title: string,
  /** What happens in it. */
  detail: string,
  /** What is known of it. */
  chips: Array<OutlineChip>, };

/** A lane. */
export type OutlineLane = {
  /** The lane. */
  id: Id,
  /** What people call it. */
  name: string,
  /** What its cards are. */
  kind: LaneKind,
  /** The name of its icon in `icons/`. */
  icon: string, };

/** A line of the outline. */
export type OutlineLine = { "line": "card",
  /** The card. */
  id: Id,
  /** What it says. */
  text: string,
  /** What is known of it. */
  chips: Array<OutlineChip>, } | { "line": "feeling",
  /** The point. */
  id: Id,
  /** Whose it is; empty for nobody's. */
  person: string,
  /** Where in the stage: "at 0.52". */
  at: string,
  /** How high it is, −2 to +2. */
  value: number,
  /** What it is called. */
  label: string,
  /** What is known of it. */
  chips: Array<OutlineChip>, } | { "line": "other",
  /** What they say. */
  text: string, };

/** What lies in a stage, lane after lane. */
export type OutlinePart = {
  /** The stage. */
  stage: Id,
  /** The lanes that say something in it, in their order. */
  cells: Array<OutlineCell>, };

/** A way other than straight on. */
export type OutlinePath = {
  /** The path. */
  id: Id,
  /** What it is called; mostly why it is taken. */
  label: string,
  /** "Revisit from Decision to Research". */
  way: string, };

/** Somebody who plays a part in the map. */
export type OutlinePerson = {
  /** The person. */
  id: Id,
  /** What they are called. */
  name: string,
  /** What they do, and how they take part in the buying. */
  about: string,
  /** Whether the map is told from them. */
  primary: boolean, };

/** A stage, with the ways that begin in it and the gaps behind it. */
export type OutlineStage = {
  /** The stage. */
  id: Id,
  /** Its name. */
  name: string,
  /** What buyers get done in it; mostly short. */
  job: string,
  /** How long it takes, in words. */
  duration: string,
  /** The names of its steps. */
  steps: Array<string>,
  /** How many cards begin in it. */
  cards: number,
  /** The gaps between it and the next one. */
  gaps: Array<OutlineGap>,
  /** The ways that begin in it. */
  paths: Array<OutlinePath>, };

/** What a shape is filled or stroked with. */
export type Paint = { "solid": string } | { "linear": {
  /** Where the first stop lies. */
  from: Point,
  /** Where the last stop lies. */
  to: Point,
  /** Two to four stops in rising order. */
  stops: Array<Stop>, } };

/** What changed from one revision of a Scene to the next. */
export type Patch = {
  /** The revision that it leads to; it applies to the one before. */
  revision: number,
  /** Nodes that are new or differ in more than their origin, in tree order. */
  changed: Array<Node>,
  /** Nodes that only moved in their parent's frame. */
  moved: Array<[NodeKey, Point]>,
  /** Nodes that are gone. */
  removed: Array<NodeKey>,
  /** The Scene's size now. */
  size: Size,
  /** The Scene's title now. */
  title: string,
  /** Faces that came in with this patch, behind those that were there. */
  fonts: Array<FontFace>,
  /** Pictures that came in with this patch. */
  images: Array<SceneImage>,
  /** All notices now. */
  notices: Array<Notice>, };

/** A way that people take other than straight on. */
export type Path = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** Its place among the paths of the map; ties go by id. */
  order: Order,
  /** A stage or a card; none for outside. */
  from: RecordId | null,
  /** A stage or a card; none for outside. */
  to: RecordId | null,
  /** What sort of way it is. */
  kind: PathKind,
  /** A few words on the line. */
  label: string,
  /** How often, as a number. */
  often: number | null,
  /** What sends people this way. */
  trigger: string,
  /** How long it takes. */
  wait: Span | null,
  /** What the buyer was led to expect. */
  expectation: string,
  /** Whether that was met. */
  met: boolean | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What sort of way it is. */
export type PathKind = "revisit" | "skip" | "detour" | "entry" | "exit" | "fallback" | "feedback" | "desire";

/** A free shape. */
export type PathPrim = {
  /** Its outline. Begins with a [`Segment::Move`]. */
  segments: Array<Segment>,
  /** What it is filled with. */
  fill: Paint | null,
  /** Its edge. */
  stroke: Stroke | null, };

/** A person or an organisation, shared by the maps of a document. */
export type Person = {
  /** Its name. */
  id: Id,
  /** The name. */
  name: string,
  /** Two letters for the disc; worked out from the name where empty. */
  initials: string,
  /** What they are at work. */
  role: string,
  /** Human or organisation. */
  kind: PersonKind,
  /** The organisation they belong to. */
  member_of: Id | null,
  /** The part in the buying committee. */
  committee_role: CommitteeRole | null,
  /** What matters to them. */
  priorities: string,
  /** What they may do. */
  permissions: string,
  /** What they fear. */
  risks: string,
  /** What they want. */
  goals: string,
  /** What annoys them. */
  frustrations: string,
  /** For, against, undecided, in words. */
  stance: string,
  /** An image. */
  portrait: Id | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A persona is a person or a company [kec]. */
export type PersonKind = "person" | "organisation";

/** From where a map is told. */
export type Perspective = "inside_out" | "buyer_backward";

/** A sentence as key and arguments, so that it can be said in any language, also much later. */
export type Phrase = {
  /** Which sentence, like `edit.card.add`. */
  key: string,
  /** What to put into it, in order. */
  args: Array<string>, };

/** Where among its siblings a record goes. */
export type Place = "first" | "last" | { "before": Id } | { "after": Id };

/** A place, or a translation from one place to another. */
export type Point = {
  /** Rightwards. */
  x: number,
  /** Downwards. */
  y: number, };

/** Who is with the buyer; only 17 % of the journey is with suppliers [Backward]. */
export type Presence = "with_supplier" | "independent" | "peers" | "self_service";

/** One drawn thing. */
export type Prim = { "kind": "rect" } & RectPrim | { "kind": "path" } & PathPrim | { "kind": "connector" } & ConnectorPrim | { "kind": "text" } & TextPrim | { "kind": "image" } & ImagePrim | { "kind": "clip_push" } & ClipPrim | { "kind": "clip_pop" };

/** What is looked for. Words and filters all have to hold; of one filter's choices any will do. */
export type Query = {
  /** These words somewhere in what a thing says, its note included. */
  text: string,
  /** Whose it is. */
  people: Array<Id>,
  /** What it is, by the kind of its lane; gaps and feelings go by theirs. */
  kinds: Array<LaneKind>,
  /** Who is responsible. */
  teams: Array<Id>,
  /** How well it is known. */
  evidence: Array<EvidenceLevel>,
  /** A severity of at least this. */
  severity: number | null,
  /** A pain point or a gap that no opportunity answers. */
  unanswered: boolean, };

/** A record of any table. */
export type RecordId = {
  /** Its table. */
  table: Table,
  /** Its id. */
  id: Id, };

/** The record that a node depicts: its table (`stage`, `card`, …) and its id. */
export type RecordRef = {
  /** The name of the record's table. */
  table: Table,
  /** The record's id. */
  id: Id, };

/** An upright box, given by its upper left corner and its size. */
export type Rect = {
  /** Left edge. */
  x: number,
  /** Upper edge. */
  y: number,
  /** Width, never negative. */
  w: number,
  /** Height, never negative. */
  h: number, };

/** A rounded rectangle. */
export type RectPrim = {
  /** Its outline; a stroke is centred on it. */
  rect: Rect,
  /** Radius of each corner, at most half of the shorter side. */
  radius: number,
  /** What it is filled with. */
  fill: Paint | null,
  /** Its edge. */
  stroke: Stroke | null, };

/** What a node is, for assistive technology, for structure tags and for hit testing. */
export type Role = "map" | "person" | "stage" | "lane" | "lane_label" | "cell" | "card" | "figure" | "feeling" | "gap" | "path" | "text" | "group" | "decoration";

/** A round of a workshop. */
export type Round = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** Its place among the rounds of the map; ties go by id. */
  order: Order,
  /** What people did. */
  kind: RoundKind,
  /** When, in milliseconds since 1970 UTC. */
  started: number,
  /** The votes or cards in it, by record. */
  result: Record<string, unknown>,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What people did in a round. */
export type RoundKind = "silent_ideas" | "vote" | "rating";

/** A picture that the Scene uses. */
export type SceneImage = {
  /** SHA-256 of the bytes, in hex. */
  hash: string,
  /** `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `image/svg+xml`. */
  media_type: string,
  /** Size in the picture's own pixels. */
  size: Size, };

/** One step of a path. Coordinates are in the frame of the node that owns the path. */
export type Segment = { "move": Point } | { "line": Point } | { "cubic": [Point, Point, Point] } | "close";

/** An image as an inspector shows it. */
export type ShownImage = {
  /** The image. */
  record: RecordId,
  /** For its address: `image://localhost/HASH`. */
  hash: string,
  /** What it shows, in words. */
  alt: string,
  /** Width in its own pixels. */
  width: number,
  /** Height in its own pixels. */
  height: number, };

/** A person as a panel shows them. */
export type ShownPerson = {
  /** The person. */
  person: Id,
  /** Their part in the map; none for those who have none. */
  cast: Id | null,
  /** The name. */
  name: string,
  /** The letters on the disc. */
  letters: string,
  /** What they are at work. */
  role: string,
  /** The part in the buying committee, in words; empty for none. */
  part: string,
  /** What matters to them. */
  priorities: string,
  /** What they may do. */
  permissions: string,
  /** What they fear. */
  risks: string,
  /** The hash of their portrait. */
  portrait: string | null,
  /** Whether the map is told from them. */
  primary: boolean,
  /** 1–5: the colour of the disc; none beyond the fifth. */
  slot: number | null,
  /** Whether their curve is shown. */
  curve: boolean, };

/** Width and height. */
export type Size = {
  /** Width. */
  w: number,
  /** Height. */
  h: number, };

/** A length of time as a range; both ends equal for a single value. Never negative, `from` ≤ `to`. */
export type Span = {
  /** The least. */
  from: number,
  /** The most. */
  to: number,
  /** The unit of both. */
  unit: Unit, };

/** A column of the map. */
export type Stage = {
  /** Its name. */
  id: Id,
  /** The map. */
  map: Id,
  /** Its place among the stages of the map; ties go by id. */
  order: Order,
  /** The name. */
  name: string,
  /** For slides; the name is used where empty. */
  short_name: string,
  /** The act that it belongs to, by name; side by side they form a row above. */
  act: string,
  /** The buyer job. */
  job: string,
  /** How long it takes. */
  duration: Duration | null,
  /** What the buyer needs to complete. */
  purpose: string,
  /** What the buyer asks. */
  question: string,
  /** What must be true to get in. */
  entry: string,
  /** What must be true to get on. */
  exit: string,
  /** Who is with the buyer. */
  presence: Presence | null,
  /** Share of the whole effort, in any unit. */
  effort: number | null,
  /** Teams that answer for it. */
  responsible: Array<Id>,
  /** Teams that help. */
  supports: Array<Id>,
  /** A map that tells this stage in detail. */
  linked_map: Id | null,
  /** Width of the column at 100 %, 176–480. */
  width: number,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A named part of a stage. */
export type Step = {
  /** Its name. */
  id: Id,
  /** The stage. */
  stage: Id,
  /** Its place among the steps of the stage; ties go by id. */
  order: Order,
  /** The name. */
  name: string,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** A colour at a place on a gradient. */
export type Stop = {
  /** 0 at the gradient's start, 1 at its end. */
  at: number,
  /** The colour there. */
  color: string, };

/** A line along the edge of a shape, centred on it. */
export type Stroke = {
  /** What it is drawn with. */
  paint: Paint,
  /** Its thickness. */
  width: number,
  /** Lengths of dashes and spaces in turn; empty for an unbroken line. */
  dash: Array<number>,
  /** The ends of open lines and of dashes. */
  cap: Cap,
  /** The corners. */
  join: Join, };

/** A style over a range of the source string. */
export type StyleSpan = {
  /** First byte of the range. */
  start: number,
  /** One past its last byte. */
  end: number,
  /** The style. */
  style: TextStyle, };

/** The tables of a document. A table's name is the singular of what it holds. */
export type Table = "team" | "tag" | "image" | "person" | "evidence" | "map" | "cast" | "stage" | "step" | "lane" | "card" | "feeling" | "gap" | "path" | "answer" | "action" | "involvement" | "approval" | "comment" | "round" | "dismissal" | "version";

/** A grouping of one's own. */
export type Tag = {
  /** Its name. */
  id: Id,
  /** The name. */
  name: string,
  /** `#rrggbb`, or empty. */
  color: string,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** Who is responsible. */
export type Team = {
  /** Its name. */
  id: Id,
  /** The name. */
  name: string,
  /** What it is for. */
  function: TeamFunction,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What a team is for. */
export type TeamFunction = "other" | "marketing" | "sales" | "support";

/** A line of a text block. */
export type TextLine = {
  /** First byte of the line in the source string. */
  start: number,
  /** One past its last byte, without the line break or the spaces that hang at it. */
  end: number,
  /** Whether a hyphen, not in the source, was set at its end. */
  hyphen: boolean,
  /** Left edge of the ink's advance box, from the block's left edge. */
  x: number,
  /** Upper edge of the line's box, from the block's upper edge. */
  y: number,
  /** Sum of the advances. */
  width: number,
  /** Height of the line's box. */
  height: number,
  /** Baseline, from the block's upper edge. */
  baseline: number,
  /** The faces other than the span's own that the line uses, for the page to ask for by name. */
  fallbacks: Array<FaceUse>, };

/** A block of text: the words and the placed glyphs of the same words. */
export type TextPrim = {
  /** The source string. */
  text: string,
  /** Styles, without holes, in rising order of their ranges. */
  spans: Array<StyleSpan>,
  /** Upper left corner of the block. */
  origin: Point,
  /** The width that the lines were broken to; lines are aligned in it. */
  width: number,
  /** How lines lie in the width. */
  align: Align,
  /** Whether the block as a whole runs from right to left. */
  rtl: boolean,
  /** The lines, top to bottom. */
  lines: Array<TextLine>, };

/** The look of text. */
export type TextStyle = {
  /** Inter, or Inter Display for large titles. */
  family: Family,
  /** 400, 500, 600 or 700. */
  weight: number,
  /** Slanted. */
  italic: boolean,
  /** Size of the font. */
  size: number,
  /** Height of a line. */
  line_height: number,
  /** Extra space after each glyph; other than 0 switches ligatures off. */
  letter_spacing: number,
  /** Figures of equal width; only on runs without spaces. */
  tabular: boolean,
  /** The colour. */
  color: string, };

/** What is to be asked for anew after a Change. */
export type Touched = {
  /** Whether the frame is stale. */
  frame: boolean,
  /** The stages whose lines are stale, rising; none for those of all stages. */
  stages: Array<Id> | null, };

/** A unit of time. */
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";

/** A state of the document that has a name. */
export type Version = {
  /** Its name. */
  id: Id,
  /** The name. */
  name: string,
  /** When, in milliseconds since 1970 UTC. */
  at: number,
  /** Who named it. */
  who: string,
  /** Why. */
  why: string,
  /** The last change that belongs to it; none for the very start. */
  change: Id | null,
  /** Fields that a newer program wrote; kept and written back. */
  extra: Record<string, unknown>, };

/** What is looked for. */
export type Want = "opportunities" | "problems" | "cards";

/** A Scene on its way to the page. */
export type WholeScene = {
  /** See [`Scene::revision`]. */
  revision: number,
  /** See [`Scene::size`]. */
  size: Size,
  /** See [`Scene::background`]. */
  background: string,
  /** See [`Scene::title`]. */
  title: string,
  /** See [`Scene::language`]. */
  language: string,
  /** See [`Scene::root`]. */
  root: NodeKey,
  /** All nodes in tree order. */
  nodes: Array<Node>,
  /** See [`Scene::fonts`]. */
  fonts: Array<FontFace>,
  /** See [`Scene::images`]. */
  images: Array<SceneImage>,
  /** See [`Scene::notices`]. */
  notices: Array<Notice>, };

/** The part of the map that a lane lies in. */
export type Zone = "experience" | "insight";
