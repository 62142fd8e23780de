//! The Deciders lane: who takes part in each stage and how, and the ladder of approvals.

use super::Furniture;
use crate::canvas::branch::{Branch, key, key_of_two};
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::canvas::metrics::{LANE_PAD, LINE, NAME_INSET};
use crate::geometry::{Point, Rect};
use crate::scene::Role;
use crate::type_roles;
use journey::{Approval, Id, Involvement, InvolvementKind, Lane, Phrase, RecordId, Table, in_order};

/// Height of a person, and of a rung of the ladder.
const PERSON: f64 = 26.0;
const RUNG: f64 = 20.0;
/// Radius of a disc with initials, and of a rung's number.
const DISC: f64 = 11.0;
const NUMBER: f64 = 8.0;

/// The people and approvals of every stage.
pub fn furniture(cx: &Context<'_>, grid: &Grid, lane: &Lane, first: bool) -> Furniture {
    let mut furniture = Furniture::default();
    let top = LANE_PAD + if first { 0.0 } else { LINE };
    for (at, stage) in grid.stages.iter().enumerate() {
        let width = grid.columns.widths[at] - 2.0 * NAME_INSET;
        let mut branches = Vec::new();
        let mut y = 0.0;
        for involvement in involvements(cx, *stage) {
            branches.extend(person(cx, lane, involvement, width, top + y));
            y += PERSON;
        }
        let of_stage =
            cx.document.approvals.values().filter(|it| it.about == RecordId::new(Table::Stage, *stage));
        let ladder = in_order(of_stage, |approval| &approval.order);
        if y > 0.0 && !ladder.is_empty() {
            y += 4.0;
        }
        let slowest = ladder.iter().filter_map(|rung| rung.days).fold(0.0, f64::max);
        for (rung, approval) in ladder.iter().enumerate() {
            let slow = ladder.len() > 1 && slowest > 0.0 && approval.days == Some(slowest);
            branches.push(self::rung(cx, approval, rung, slow, width, top + y));
            y += RUNG;
        }
        furniture.cells.push(branches);
        furniture.leads.push(y);
    }
    furniture
}

fn involvements<'a>(cx: &Context<'a>, stage: Id) -> Vec<&'a Involvement> {
    let mut found: Vec<&Involvement> =
        cx.document.involvements.values().filter(|involvement| involvement.stage == stage).collect();
    let place =
        |person: Id| cx.members.iter().position(|member| member.person == person).unwrap_or(usize::MAX);
    let rank = |kind: InvolvementKind| InvolvementKind::ALL.iter().position(|other| *other == kind);
    found.sort_by_key(|involvement| (rank(involvement.kind), place(involvement.person), involvement.id));
    found
}

fn kind_name(kind: InvolvementKind) -> &'static str {
    match kind {
        InvolvementKind::Leads => "leads",
        InvolvementKind::Decides => "decides",
        InvolvementKind::Approves => "approves",
        InvolvementKind::Advises => "advises",
        InvolvementKind::Informed => "informed",
    }
}

/// A disc with initials, the name, and what the person does here.
fn person(cx: &Context<'_>, lane: &Lane, involvement: &Involvement, width: f64, top: f64) -> Option<Branch> {
    let person = cx.document.people.get(&involvement.person)?;
    let palette = cx.palette;
    let initials =
        cx.member(person.id).map_or_else(|| person.initials.clone(), |member| member.initials.clone());
    let does = cx.word("involvement_kind", kind_name(involvement.kind));
    let center = Point::new(DISC, PERSON / 2.0 - 1.0);
    let style = type_roles::INITIALS.style(palette.on_person);
    let letters = cx.block(&initials, style, Some(2.0 * DISC), Some(1));
    let text = format!("{} {does}", person.name);
    let spans = [
        (0..person.name.len(), type_roles::META.style(palette.ink)),
        (person.name.len()..text.len(), type_roles::META.style(palette.ink3)),
    ];
    let spans = if person.name.is_empty() { &spans[1..] } else { &spans[..] };
    let left = 2.0 * DISC + 6.0;
    let words = cx.spans(&text, spans, Some((width - left).max(1.0)), Some(1));
    let place = Rect::new(NAME_INSET, top, width, PERSON - 2.0);
    Some(
        Branch::new(key_of_two("involvement", involvement.id, lane.id), Role::Text, place)
            .of(Table::Involvement, involvement.id)
            .says(text)
            .draws([
                draw::disc(center, DISC, cx.person_color(person.id)),
                draw::text(
                    &letters,
                    Point::new(center.x - letters.size.w / 2.0, center.y - letters.size.h / 2.0),
                ),
                draw::text(&words, Point::new(left, center.y - words.size.h / 2.0)),
            ]),
    )
}

/// A rung of the ladder: its number, who approves, and how long it takes; the slowest in the colour of pain.
fn rung(cx: &Context<'_>, approval: &Approval, rung: usize, slow: bool, width: f64, top: f64) -> Branch {
    let palette = cx.palette;
    let (ink, line) = if slow { (palette.pain, palette.pain) } else { (palette.ink2, palette.line2) };
    let center = Point::new(DISC, RUNG / 2.0);
    let number = cx.line(&(rung + 1).to_string(), type_roles::SMALLEST_STRONG.figures(ink));
    let who = approval.approver.and_then(|who| cx.document.people.get(&who)).map(|who| who.name.clone());
    let who = who.unwrap_or_else(|| approval.information.clone());
    let days = approval.days.map(|days| cx.say(&Phrase::new("canvas.days").with(days))).unwrap_or_default();
    let days_block = cx.line(&days, type_roles::SMALLEST.style(ink));
    let left = 2.0 * DISC + 6.0;
    let room = (width - left - days_block.size.w - 6.0).max(1.0);
    let words = cx.fitted(&who, type_roles::META.style(if slow { palette.pain } else { palette.ink }), room);
    let mut prims = vec![
        draw::ring(center, NUMBER, Some(palette.sheet), line, 1.0),
        draw::text(&number, Point::new(center.x - number.size.w / 2.0, center.y - number.size.h / 2.0)),
        draw::text(&words, Point::new(left, center.y - words.size.h / 2.0)),
    ];
    if !days.is_empty() {
        let corner = Point::new(width - days_block.size.w, center.y - days_block.size.h / 2.0);
        prims.push(draw::text(&days_block, corner));
    }
    let place = Rect::new(NAME_INSET, top, width, RUNG);
    let said = [format!("{}. {who}", rung + 1), days];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    Branch::new(key("approval", approval.id), Role::Text, place)
        .of(Table::Approval, approval.id)
        .says(said.join(", "))
        .draws(prims)
}
