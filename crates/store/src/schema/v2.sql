-- Format 1 of a .journey file. docs/file-format.md says what each table means.
--
-- A record's table has a column for each of its fields. Lists and objects are JSON text, which the CHECKs show;
-- yes and no are 1 and 0; ids are UUIDv7 text; "order" is a fractional key that sorts byte by byte, ties by id.
-- Keys are deferred and never cascade: what an Edit removes stands in its Change, record by record.

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL, -- grows by one with each commit
  extra TEXT NOT NULL CHECK (json_valid(extra))
) STRICT, WITHOUT ROWID;

-- Every change, oldest first: undo across restarts, history, and the base of a merge.
CREATE TABLE change (
  seq INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970 UTC
  author TEXT NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)), -- {"key", "args"}
  undoes TEXT, -- the change that this one takes back
  records TEXT NOT NULL CHECK (json_valid(records)) -- [{"table", "id", "before", "after"}]
) STRICT;

-- The bytes of images, each stored once.
CREATE TABLE blob (
  hash TEXT NOT NULL PRIMARY KEY, -- SHA-256 of the bytes in hex
  bytes BLOB NOT NULL
) STRICT;

-- R4: who is responsible.
CREATE TABLE "team" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "function" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R4: groupings of one's own.
CREATE TABLE "tag" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "color" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R17: pictures; their bytes lie in blob.
CREATE TABLE "image" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "hash" TEXT NOT NULL,
  "media_type" TEXT NOT NULL,
  "width" INTEGER NOT NULL,
  "height" INTEGER NOT NULL,
  "alt" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R2: people and organisations, shared by the maps.
CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "initials" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "member_of" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "committee_role" TEXT,
  "priorities" TEXT NOT NULL,
  "permissions" TEXT NOT NULL,
  "risks" TEXT NOT NULL,
  "goals" TEXT NOT NULL,
  "frustrations" TEXT NOT NULL,
  "stance" TEXT NOT NULL,
  "portrait" TEXT REFERENCES "image" DEFERRABLE INITIALLY DEFERRED,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R14: what is known, and from where.
CREATE TABLE "evidence" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "date" TEXT,
  "quote" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "cards" TEXT NOT NULL CHECK (json_valid("cards")),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R1: the maps.
CREATE TABLE "map" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "order" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  "sector" TEXT NOT NULL,
  "scenario" TEXT NOT NULL,
  "goal" TEXT NOT NULL,
  "headline" TEXT NOT NULL,
  "conversion" TEXT REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "starts_when" TEXT NOT NULL,
  "ends_when" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "owner" TEXT NOT NULL,
  "reviewed_on" TEXT,
  "review_every" TEXT CHECK (json_valid("review_every")),
  "version_label" TEXT NOT NULL,
  "perspective" TEXT NOT NULL,
  "deal" TEXT NOT NULL CHECK (json_valid("deal")),
  "logo" TEXT REFERENCES "image" DEFERRABLE INITIALLY DEFERRED,
  "brand_colors" TEXT NOT NULL CHECK (json_valid("brand_colors")),
  "score_low" REAL NOT NULL,
  "score_high" REAL NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R3: which person plays a part in which map.
CREATE TABLE "cast" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT NOT NULL REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "primary" INTEGER NOT NULL CHECK ("primary" IN (0, 1)),
  "curve_slot" INTEGER,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R5: the columns of a map.
CREATE TABLE "stage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "short_name" TEXT NOT NULL,
  "act" TEXT NOT NULL,
  "job" TEXT NOT NULL,
  "duration" TEXT,
  "purpose" TEXT NOT NULL,
  "question" TEXT NOT NULL,
  "entry" TEXT NOT NULL,
  "exit" TEXT NOT NULL,
  "presence" TEXT,
  "effort" REAL,
  "responsible" TEXT NOT NULL CHECK (json_valid("responsible")),
  "supports" TEXT NOT NULL CHECK (json_valid("supports")),
  "linked_map" TEXT REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "width" REAL NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R6: named parts of a stage.
CREATE TABLE "step" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R7: the rows of a map.
CREATE TABLE "lane" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "height" REAL,
  "collapsed" INTEGER NOT NULL CHECK ("collapsed" IN (0, 1)),
  "hidden" INTEGER NOT NULL CHECK ("hidden" IN (0, 1)),
  "line_below" TEXT NOT NULL,
  "metric" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R8: one thing said about one stage, or about several side by side.
CREATE TABLE "card" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "lane" TEXT NOT NULL REFERENCES "lane" DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "to_stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "step" TEXT REFERENCES "step" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "people" TEXT NOT NULL CHECK (json_valid("people")),
  "team" TEXT REFERENCES "team" DEFERRABLE INITIALLY DEFERRED,
  "tags" TEXT NOT NULL CHECK (json_valid("tags")),
  "votes" INTEGER NOT NULL,
  "color" TEXT NOT NULL,
  "fields" TEXT NOT NULL CHECK (json_valid("fields")),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R9: the points of the curves.
CREATE TABLE "feeling" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "lane" TEXT NOT NULL REFERENCES "lane" DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "position" REAL NOT NULL,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "value" REAL NOT NULL,
  "label" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "need" TEXT NOT NULL,
  "response_organisation" TEXT NOT NULL,
  "response_sales" TEXT NOT NULL,
  "response_content" TEXT NOT NULL,
  "evidence" TEXT NOT NULL,
  "moment" TEXT NOT NULL,
  "card" TEXT REFERENCES "card" DEFERRABLE INITIALLY DEFERRED,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R10: where buyers are dropped between two stages.
CREATE TABLE "gap" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "causes" TEXT NOT NULL CHECK (json_valid("causes")),
  "title" TEXT NOT NULL,
  "detail" TEXT NOT NULL,
  "wait" TEXT CHECK (json_valid("wait")),
  "severity" INTEGER,
  "votes" INTEGER NOT NULL,
  "plug" TEXT NOT NULL,
  "covering_system" TEXT NOT NULL,
  "owner" TEXT REFERENCES "team" DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R11: ways that people take other than straight on.
CREATE TABLE "path" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "from" TEXT CHECK (json_valid("from")),
  "to" TEXT CHECK (json_valid("to")),
  "kind" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "often" REAL,
  "trigger" TEXT NOT NULL,
  "wait" TEXT CHECK (json_valid("wait")),
  "expectation" TEXT NOT NULL,
  "met" INTEGER CHECK ("met" IN (0, 1)),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R12: which opportunity answers which pain or gap.
CREATE TABLE "answer" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "opportunity" TEXT NOT NULL REFERENCES "card" DEFERRABLE INITIALLY DEFERRED,
  "problem" TEXT NOT NULL CHECK (json_valid("problem")),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R13: what somebody will do.
CREATE TABLE "action" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "opportunity" TEXT REFERENCES "card" DEFERRABLE INITIALLY DEFERRED,
  "owner" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "team" TEXT REFERENCES "team" DEFERRABLE INITIALLY DEFERRED,
  "start" TEXT,
  "due" TEXT,
  "resources" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R15: who takes part how in which stage.
CREATE TABLE "involvement" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "person" TEXT NOT NULL REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT NOT NULL REFERENCES "stage" DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R16: levels of approval.
CREATE TABLE "approval" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "about" TEXT NOT NULL CHECK (json_valid("about")),
  "order" TEXT NOT NULL,
  "approver" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "information" TEXT NOT NULL,
  "justification" TEXT NOT NULL,
  "days" REAL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R18: remarks.
CREATE TABLE "comment" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "about" TEXT CHECK (json_valid("about")),
  "text" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "resolved" INTEGER NOT NULL CHECK ("resolved" IN (0, 1)),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R19: rounds of a workshop.
CREATE TABLE "round" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "map" TEXT NOT NULL REFERENCES "map" DEFERRABLE INITIALLY DEFERRED,
  "order" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "started" INTEGER NOT NULL,
  "result" TEXT NOT NULL CHECK (json_valid("result")),
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R20: checks and proposals that a person does not want to hear again.
CREATE TABLE "dismissal" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "code" TEXT NOT NULL,
  "about" TEXT NOT NULL CHECK (json_valid("about")),
  "reason" TEXT NOT NULL,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- R21: states of the document that have a name.
CREATE TABLE "version" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "at" INTEGER NOT NULL,
  "who" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "change" TEXT,
  "extra" TEXT NOT NULL CHECK (json_valid("extra"))
) STRICT, WITHOUT ROWID;

-- A removed card must not cost a look at every row of the tables that may point at it.
CREATE INDEX feeling_by_card ON feeling (card) WHERE card IS NOT NULL;
CREATE INDEX answer_by_opportunity ON answer (opportunity);
CREATE INDEX action_by_opportunity ON action (opportunity) WHERE opportunity IS NOT NULL;
