//! The map's header: title, chips, people, scenario and goal.

use super::branch::{Branch, key};
use super::context::{Context, Member};
use super::draw;
use super::metrics::{EDGE, LENS_COMPACT, LENS_FULL, SIDE, STAGE_MIN};
use crate::geometry::{Point, Rect};
use crate::options::{Lens, View, Width};
use crate::paint::Color;
use crate::scene::{Prim, Role};
use crate::type_roles::{self, TypeRole};
use journey::{MapState, MapStatus, Phrase, Table, words};

/// Where people, scenario and goal begin, as parts of the width inside of the edges.
const BEGINS: [f64; 3] = [433.0 / 1520.0, 850.0 / 1520.0, 1203.0 / 1520.0];
/// Space between two blocks that push each other.
const APART: f64 = 32.0;
/// The narrowest block that is still shown.
const NARROWEST: f64 = 96.0;
/// What is kept for scenario and goal each, and what people may take in any case.
const FACT: f64 = 160.0;
const PEOPLE: f64 = 380.0;
/// Radius of a person's disc, and from one disc to the next.
const DISC: (f64, f64) = (15.0, 27.0);
/// Height of a chip.
const CHIP: f64 = 18.0;

/// Height of the map's header.
pub fn height(lens: Lens) -> f64 {
    match lens {
        Lens::Full => LENS_FULL,
        Lens::Compact => LENS_COMPACT,
        Lens::Hidden => 0.0,
    }
}

/// The map's header in a box of its parent's frame.
pub fn branch(cx: &Context<'_>, place: Rect) -> Branch {
    // What is read at a glance stays within the window also where the map is wider.
    let width = match cx.options.width {
        Width::Fit(fit) => place.w.min((fit - 2.0 * SIDE).max(STAGE_MIN)),
        Width::Natural => place.w,
    };
    let inner = (width - 2.0 * EDGE).max(STAGE_MIN);
    let lens = || Branch::new(key("lens", cx.map.id), Role::Group, place).of(Table::Map, cx.map.id);
    if cx.options.lens == Lens::Hidden {
        return lens();
    }
    let full = cx.options.lens == Lens::Full;
    let middle = if full { 24.8 } else { LENS_COMPACT / 2.0 };
    // The larger title of a poster stands above the same baseline.
    let (role, raised) = match cx.options.view {
        View::Canvas | View::Slides => (type_roles::MAP_TITLE, 0.0),
        View::Poster => (type_roles::POSTER_TITLE, 5.0),
    };

    let title = title(cx, role, inner, if full { -raised } else { (LENS_COMPACT - 30.0) / 2.0 });
    let mut taken = title.node.size.w;
    let mut branches = vec![title];
    if full {
        let chips = chips(cx, inner);
        taken = taken.max(chips.node.size.w);
        branches.push(chips);
    }
    let mut end = EDGE + taken;
    let begin = |part: f64, end: f64| {
        let left = (EDGE + inner * part).max(end + APART);
        (left + NARROWEST <= EDGE + inner).then_some(left)
    };
    if !cx.members.is_empty()
        && let Some(left) = begin(BEGINS[0], end)
    {
        // Very long names leave scenario and goal their room.
        let facts =
            [&cx.map.scenario, &cx.map.goal].into_iter().filter(|fact| full && !fact.is_empty()).count();
        let rest = EDGE + inner - left;
        let room = (rest - facts as f64 * (FACT + APART)).max(PEOPLE.min(rest));
        let people = people(cx, left, middle, room);
        end = people.node.origin.x + people.node.size.w;
        branches.push(people);
    }
    if full {
        let facts = [
            ("scenario", "canvas.scenario", &cx.map.scenario, BEGINS[1]),
            ("goal", "canvas.goal", &cx.map.goal, BEGINS[2]),
        ];
        for (at, (name, title, value, part)) in facts.into_iter().enumerate() {
            let left = (EDGE + inner * part).max(end + APART);
            let until = if at == 0 { EDGE + inner * BEGINS[2] - 24.0 } else { EDGE + inner };
            let room = until.max(left + 2.0 * NARROWEST).min(EDGE + inner) - left;
            if value.is_empty() || room < NARROWEST {
                continue;
            }
            let fact = fact(cx, (name, title), value, left, room);
            end = fact.node.origin.x + fact.node.size.w;
            branches.push(fact);
        }
    }
    lens().holds(branches)
}

fn title(cx: &Context<'_>, role: TypeRole, inner: f64, top: f64) -> Branch {
    let block = cx.fitted(&cx.map.title, role.style(cx.palette.ink), inner);
    let place = Rect::new(EDGE, top, block.size.w, block.size.h);
    Branch::new(key("title", cx.map.id), Role::Text, place)
        .of(Table::Map, cx.map.id)
        .says(cx.map.title.clone())
        .draws([draw::text(&block, Point::default())])
}

/// State, sector, status, version and the day of the last review.
fn chips(cx: &Context<'_>, inner: f64) -> Branch {
    let map = cx.map;
    let state = match map.state {
        MapState::Current => "canvas.state.current",
        MapState::Future => "canvas.state.future",
    };
    let mut said = vec![cx.words(state)];
    let status = match map.status {
        MapStatus::Draft => None,
        MapStatus::InReview => Some("canvas.status.in_review"),
        MapStatus::Agreed => Some("canvas.status.agreed"),
        MapStatus::Outdated => Some("canvas.status.outdated"),
    };
    said.extend([map.sector.clone(), map.version_label.clone()].into_iter().filter(|chip| !chip.is_empty()));
    said.extend(status.map(|status| cx.words(status)));

    let style = type_roles::SMALLEST_STRONG.style(cx.palette.ink2);
    let (mut prims, mut x) = (Vec::new(), 0.0);
    for chip in &said {
        let room = inner - x - 16.0;
        if room < 24.0 {
            break;
        }
        let block = cx.fitted(chip, style, room);
        let width = block.size.w + 16.0;
        let pill = Rect::new(x, 0.0, width, CHIP);
        prims.push(cx.soft(pill, CHIP / 2.0, cx.palette.line, (cx.palette.ink2, cx.options.contrast.edge())));
        prims.push(draw::text(&block, Point::new(x + 8.0, (CHIP - block.size.h) / 2.0)));
        x += width + 8.0;
    }
    if let Some(day) = &map.reviewed_on {
        let reviewed = cx.say(&Phrase::new("canvas.reviewed").with(day.as_str()));
        let block = cx.line(&reviewed, type_roles::META.style(cx.palette.ink3));
        if x + block.size.w <= inner {
            prims.push(draw::text(&block, Point::new(x - 1.0, (CHIP - block.size.h) / 2.0 + 0.5)));
            x += block.size.w + 7.0;
        }
        said.push(reviewed);
    }
    Branch::new(key("chips", map.id), Role::Text, Rect::new(EDGE, 37.0, (x - 8.0).max(0.0), CHIP))
        .says(said.join(" · "))
        .draws(prims)
}

/// The discs of the first people, how many more there are, and who the primary person is.
fn people(cx: &Context<'_>, left: f64, middle: f64, room: f64) -> Branch {
    let shown = if cx.members.len() <= 3 { cx.members.len() } else { 2 };
    let top = middle - LENS_COMPACT / 2.0;
    let mut branches = Vec::new();
    let center = |at: usize| Point::new(DISC.0 + at as f64 * DISC.1, LENS_COMPACT / 2.0);
    for (at, member) in cx.members[..shown].iter().enumerate() {
        let disc = draw::disc(Point::new(DISC.0, DISC.0), DISC.0, cx.palette.person(member.slot));
        let prims = person_disc(cx, &member.initials, disc, cx.palette.on_person, at > 0);
        let spoken = [member.name.as_str(), member.role.as_str()];
        let spoken: Vec<&str> = spoken.into_iter().filter(|part| !part.is_empty()).collect();
        branches.push(
            Branch::new(key("person", member.person), Role::Person, draw::square(center(at), DISC.0))
                .of(Table::Person, member.person)
                .says(spoken.join(", "))
                .draws(prims),
        );
    }
    let mut discs = shown;
    if shown < cx.members.len() {
        let more = format!("+{}", cx.members.len() - shown);
        let palette = cx.palette;
        let edge = (palette.ink2, cx.options.contrast.edge());
        let round = draw::square(Point::new(DISC.0, DISC.0), DISC.0);
        let disc = cx.soft(round, DISC.0, palette.line2.with_alpha(0.5), edge);
        let prims = person_disc(cx, &more, disc, palette.ink2, true);
        let names: Vec<&str> = cx.members[shown..].iter().map(|member| member.name.as_str()).collect();
        branches.push(
            Branch::new(key("more-people", cx.map.id), Role::Text, draw::square(center(shown), DISC.0))
                .says(more)
                .alt(names.join(", "))
                .draws(prims),
        );
        discs += 1;
    }
    let begin = center(discs - 1).x + DISC.0 + 11.5;
    let who = who(cx, &cx.members[0], begin, (room - begin).max(NARROWEST));
    let width = begin + who.node.size.w;
    branches.push(who);
    let place = Rect::new(left, top, width, LENS_COMPACT);
    Branch::new(key("people", cx.map.id), Role::Group, place).holds(branches)
}

/// A disc with letters; one that lies over another has a ring of paper around it.
fn person_disc(cx: &Context<'_>, letters: &str, disc: Prim, ink: Color, over: bool) -> Vec<Prim> {
    let center = Point::new(DISC.0, DISC.0);
    let mut prims = Vec::new();
    if over {
        prims.push(draw::disc(center, DISC.0 + 1.5, cx.palette.paper));
    }
    prims.push(disc);
    let block = cx.block(letters, type_roles::INITIALS.style(ink), Some(2.0 * DISC.0), Some(1));
    // Letters that are read from the right lie at the right end of their block.
    let middle = block.prim.lines.first().map_or(0.0, |line| line.x + line.width / 2.0);
    prims.push(draw::text(&block, Point::new(center.x - middle, center.y - block.size.h / 2.0)));
    prims
}

fn who(cx: &Context<'_>, primary: &Member, left: f64, room: f64) -> Branch {
    let first = if primary.role.is_empty() {
        primary.name.clone()
    } else {
        format!("{}, {}", primary.name, primary.role)
    };
    let second = cx.members.get(1).map(|next| company(cx, next));
    let name = cx.fitted(&first, type_roles::PERSON_NAME.style(cx.palette.ink), room);
    let rest = second.as_ref().map(|second| cx.fitted(second, type_roles::META.style(cx.palette.ink3), room));
    let height = name.size.h + rest.as_ref().map_or(0.0, |rest| rest.size.h);
    let width = name.size.w.max(rest.as_ref().map_or(0.0, |rest| rest.size.w));
    let mut prims = vec![draw::text(&name, Point::default())];
    prims.extend(rest.map(|rest| draw::text(&rest, Point::new(0.0, name.size.h))));
    let text = match second {
        Some(second) => format!("{first} {second}"),
        None => first,
    };
    let place = Rect::new(left, (LENS_COMPACT - height) / 2.0, width, height);
    Branch::new(key("who", cx.map.id), Role::Text, place).says(text).draws(prims)
}

/// Who else decides: `with procurement and four more deciders`.
fn company(cx: &Context<'_>, next: &Member) -> String {
    // Somebody who goes by their part, like "Procurement", is a common noun within a sentence.
    let part = next.part.map(|part| cx.word("committee_role", part_name(part)));
    let name = match part {
        Some(part) if part.to_lowercase() == next.name.to_lowercase() => words::within(&part, cx.language()),
        _ => next.name.clone(),
    };
    match cx.members.len() - 2 {
        0 => cx.say(&Phrase::new("canvas.people.with").with(name)),
        more => cx.say(&Phrase::new("canvas.people.with_more").with(more).with(name)),
    }
}

fn part_name(part: journey::CommitteeRole) -> &'static str {
    use journey::CommitteeRole as Part;
    match part {
        Part::Initiator => "initiator",
        Part::User => "user",
        Part::Champion => "champion",
        Part::Influencer => "influencer",
        Part::Approver => "approver",
        Part::Procurement => "procurement",
        Part::DecisionMaker => "decision_maker",
    }
}

/// A small title and its words below.
fn fact(cx: &Context<'_>, (name, title): (&str, &str), value: &str, left: f64, room: f64) -> Branch {
    let title = cx.words(title);
    let head = cx.fitted(&title, type_roles::SMALLEST_STRONG.style(cx.palette.ink3), room);
    let body = cx.ended(value, type_roles::PERSON_NAME.style(cx.palette.ink), room, Some(2));
    let gap = 4.3;
    let width = head.size.w.max(body.size.w);
    let place = Rect::new(left, 4.0, width, head.size.h + gap + body.size.h);
    Branch::new(key(name, cx.map.id), Role::Text, place)
        .of(Table::Map, cx.map.id)
        .says(format!("{title}: {value}"))
        .draws([draw::text(&head, Point::default()), draw::text(&body, Point::new(0.0, head.size.h + gap))])
}

/// How long a stage takes, in words.
pub fn duration(cx: &Context<'_>, duration: &journey::Duration) -> String {
    words::duration(duration, cx.language())
}
