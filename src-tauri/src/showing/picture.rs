//! A picture of what is selected: cards by themselves, anything else with all that lies around it.

use layout::{Node, NodeKey, Point, Rect, Role, Scene};
use std::collections::HashMap;
use std::sync::Arc;

/// Room around the selection, in units.
const AIR: f64 = 12.0;

/// The part of a Scene that shows some nodes; the whole Scene for none, or where none of them is there.
pub fn of_selection(scene: &Scene, keys: &[NodeKey]) -> Scene {
    let places: Vec<(&NodeKey, Rect)> =
        keys.iter().filter_map(|key| Some((key, extent(scene, key)?))).collect();
    let Some(whole) = places.iter().map(|(_, place)| *place).reduce(joined) else { return scene.clone() };
    let frame = Rect::new(whole.x - AIR, whole.y - AIR, whole.w + 2.0 * AIR, whole.h + 2.0 * AIR);
    let by_itself = |key: &NodeKey| scene.node(key).is_some_and(|node| node.role == Role::Card);
    let mut scene =
        if places.iter().all(|(key, _)| by_itself(key)) { only(scene, &places) } else { scene.clone() };
    if let Some(root) = scene.nodes.get_mut(&scene.root.clone()) {
        Arc::make_mut(root).origin = Point::new(-frame.x, -frame.y);
    }
    scene.size = layout::Size::new(frame.w, frame.h);
    scene
}

/// Where a thing lies; a stage with its column, a lane with its row.
fn extent(scene: &Scene, key: &NodeKey) -> Option<Rect> {
    let node = scene.node(key)?;
    let own = scene.place(key)?;
    match node.role {
        Role::Stage => {
            let id = key.0.split('/').nth(1)?;
            let cells = scene.nodes.values().filter(|cell| {
                cell.role == Role::Cell && cell.key.0.split('/').nth(2).is_some_and(|stage| stage == id)
            });
            Some(cells.filter_map(|cell| scene.place(&cell.key)).fold(own, joined))
        }
        Role::LaneLabel => node.parent.as_ref().and_then(|lane| scene.place(lane)).or(Some(own)),
        _ => Some(own),
    }
}

fn joined(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
}

/// A Scene of these nodes alone, with what they hold, each where it was.
fn only(scene: &Scene, places: &[(&NodeKey, Rect)]) -> Scene {
    let mut nodes: HashMap<NodeKey, Arc<Node>> = HashMap::new();
    let mut waiting: Vec<&NodeKey> = places.iter().map(|(key, _)| *key).collect();
    while let Some(key) = waiting.pop() {
        let Some(node) = scene.nodes.get(key) else { continue };
        nodes.insert(key.clone(), node.clone());
        waiting.extend(&node.children);
    }
    let root = scene.root.clone();
    for (key, place) in places {
        if let Some(node) = nodes.get_mut(*key) {
            let node = Arc::make_mut(node);
            node.parent = Some(root.clone());
            node.origin = Point::new(place.x, place.y);
        }
    }
    if let Some(node) = scene.node(&root) {
        let children = places.iter().map(|(key, _)| (*key).clone()).collect();
        let node = Node { origin: Point::default(), children, prims: Vec::new(), ..node.clone() };
        nodes.insert(root, Arc::new(node));
    }
    Scene { nodes, ..scene.clone() }
}

#[cfg(test)]
mod tests {
    use super::of_selection;
    use layout::{Layouter, NodeKey, Options, Role, Scene};

    fn sample() -> Scene {
        let mut last = 0_u128;
        let document = journey::sample(&mut || {
            last += 1;
            journey::Id::from_u128(last)
        });
        let map = document.maps_in_order()[0].id;
        Layouter::new().layout(&document, &Options { map, ..Options::default() }).expect("a Scene")
    }

    fn keys(scene: &Scene, role: Role) -> Vec<NodeKey> {
        let all = scene.reading_order();
        all.into_iter()
            .filter(|placed| placed.node.role == role)
            .map(|placed| placed.node.key.clone())
            .collect()
    }

    #[test]
    fn cards_are_alone_on_their_picture_and_where_they_were_to_one_another() {
        let scene = sample();
        let cards = &keys(&scene, Role::Card)[..2];
        let picture = of_selection(&scene, cards);
        assert_eq!(keys(&picture, Role::Card), cards);
        let places = cards.iter().map(|card| (scene.place(card).unwrap(), picture.place(card).unwrap()));
        for (was, is) in places.collect::<Vec<_>>().windows(2).map(|pair| (pair[0], pair[1])) {
            assert!(((was.1.x - is.1.x) - (was.0.x - is.0.x)).abs() < 1e-9);
        }
        let first = picture.place(&cards[0]).unwrap();
        assert!(first.x >= 12.0 && first.right() <= picture.size.w && first.bottom() <= picture.size.h);
    }

    #[test]
    fn a_stage_has_its_column_and_a_lane_its_row() {
        let scene = sample();
        let stage = of_selection(&scene, &keys(&scene, Role::Stage)[..1]);
        assert!(stage.size.w < scene.size.w / 4.0 && stage.size.h > scene.size.h / 2.0);
        let lane = of_selection(&scene, &keys(&scene, Role::LaneLabel)[..1]);
        assert!(lane.size.w > scene.size.w * 0.9 && lane.size.h < scene.size.h / 4.0);
        assert_eq!(of_selection(&scene, &[]), scene);
        assert_eq!(of_selection(&scene, &[NodeKey::new("card/gone")]), scene);
    }
}
